import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { formatScaled } from '@ciyuan/core/kernel';
import { DefineModel, PublishDocument, type Publication } from '@ciyuan/modules/catalogue';
import { OpenAccount, RegisterParty } from '@ciyuan/modules/parties';
import { IssueStatements, ListStatements } from '@ciyuan/modules/settlement';
import { projectRoot } from '@ciyuan/platform/project';
import { importPrices } from '../../apps/cli/src/prices/import-prices';
import { publishPrices } from '../../apps/cli/src/prices/publish-prices';
import { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';
import { totalText } from '../support/statement-text';

const FOLDER = resolve(projectRoot(), '../shared/data/prices');
const LISTS = [
  [join(FOLDER, 'litellm_model_prices_2025-08-31_tokencost.json.gz'), '2025-08-01T00:00:00Z'],
  [join(FOLDER, 'litellm_model_prices_2026-08-01.json.gz'), '2026-08-01T00:00:00Z'],
] as const;
/** The dollar book changes here; in Shanghai it is eight in the morning of the same day. */
const LAST_SECOND = '2026-07-31T23:59:59Z';
const BOUNDARY = '2026-08-01T00:00:00Z';
const CODE = 'litellm-usd';

/**
 * Dollars per million tokens as the two lists say them, the tokens of a call, and what it costs by each list; worked out
 * by hand in db/seeds/scenarios/two-price-lists.md. `-` is a list that does not know the model.
 */
const CALLS = [
  {
    model: 'deepseek/deepseek-chat',
    tokens: { input: 1_234_567, cached_input: 1_000_001, output: 333_333 },
    older: { input: '0.27', cached_input: '0.07', output: '1.1' },
    newer: { input: '0.28', cached_input: '0.028', output: '0.42' },
    dollars: ['0.76999946', '0.513678648'],
  },
  {
    model: 'gpt-3.5-turbo',
    tokens: { input: 10_000, output: 2_500 },
    older: { input: '1.5', output: '2' },
    newer: { input: '0.5', output: '1.5' },
    dollars: ['0.02', '0.00875'],
  },
  {
    model: 'mistral/mistral-large-latest',
    tokens: { input: 1_000_001, output: 500_003 },
    older: { input: '2', output: '6' },
    newer: { input: '0.5', output: '1.5' },
    dollars: ['5.00002', '1.250005'],
  },
  {
    model: 'moonshot/kimi-thinking-preview',
    tokens: { input: 7, output: 3 },
    older: { input: '30', output: '30' },
    newer: { input: '0.6', output: '2.5' },
    dollars: ['0.0003', '0.0000117'],
  },
  {
    // 250,000 tokens of prompt: beyond 200,000 all of it has another price, but the older list has none for the cache.
    model: 'gemini/gemini-2.5-pro',
    tokens: { input: 150_000, cached_input: 100_000, output: 1_000 },
    older: { input: '2.5', cached_input: '0.3125', output: '15' },
    newer: { input: '2.5', cached_input: '0.25', output: '15' },
    dollars: ['0.42125', '0.415'],
  },
  {
    model: 'gpt-4o-audio-preview',
    tokens: { input: 100, output: 50, audio_input: 1_000, audio_output: 500 },
    older: { input: '2.5', output: '10', audio_input: '100', audio_output: '200' },
    newer: { input: '2.5', output: '10', audio_input: '40', audio_output: '80' },
    dollars: ['0.20075', '0.08075'],
  },
  {
    model: 'claude-3-5-sonnet-20240620',
    tokens: { input: 1_000, output: 1_000 },
    older: { input: '3', output: '15' },
    newer: {},
    dollars: ['0.018', '-'],
  },
  {
    model: 'claude-opus-4-6',
    tokens: { input: 1_000, output: 1_000 },
    older: {},
    newer: { input: '5', output: '25' },
    dollars: ['-', '0.03'],
  },
] as const;

it.each(CALLS)('a call of $model costs $dollars by the prices that stand beside it', (call) => {
  const cost = (prices: Readonly<Record<string, string>>): string => {
    if (Object.keys(prices).length === 0) return '-';
    const pico = Object.entries(call.tokens).map(([name, count]) => BigInt(count) * micro(prices[name]));
    return formatScaled(
      pico.reduce((sum, one) => sum + one),
      12,
    );
  };
  expect([cost(call.older), cost(call.newer)]).toEqual(call.dollars);
});

function micro(dollars = ''): bigint {
  const [whole = '', fraction = ''] = dollars.split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}

if (LISTS.every(([file]) => existsSync(file))) describe('two price lists, one book', tellTheStory);
else console.warn(`SKIPPED: the two price lists are not in ${FOLDER}, so that no usage is charged by them.`);

function tellTheStory(): void {
  const folder = mkdtempSync(join(tmpdir(), 'ciyuan-lists-'));
  let market: SeededMarket;

  beforeAll(async () => {
    market = await SeededMarket.open('2026-07-01T00:00:00+08:00');
    await openDollarMarket(market, folder);
  }, 300_000);
  afterAll(async () => {
    await market.stop();
    rmSync(folder, { recursive: true });
  });

  it('is published as two versions, without the models that only have half a price', async () => {
    const versions = await market.rows<{ version: number; entries: string; from: Date }>(
      `SELECT version, jsonb_array_length(body -> 'entries') AS entries, effective_from AS from
         FROM ciyuan.catalogue_document WHERE kind = 'price_book' AND code = $1 ORDER BY version`,
      [CODE],
    );
    expect(
      versions.map(({ version, entries, from }) => [version, Number(entries), from.toISOString()]),
    ).toEqual([
      [1, 3747, '2025-08-01T00:00:00.000Z'],
      [2, 7194, '2026-08-01T00:00:00.000Z'],
    ]);
  });

  it('does not sell yuan to an account that pays in dollars, nor changes the currency of the book', async () => {
    expect(await market.order('atlas', 'entry-400k')).toBe('other_currency');
    expect(await market.order('bei', 'payg-dollars')).toBe('other_currency');
    const inYuan = { code: CODE, zone: 'UTC', currency: 'CNY', entries: [], multipliers: [], tiers: [] };
    const changed = await publishing(market)('price_book', inYuan, Date.parse('2026-09-01T00:00:00Z'));
    expect(changed.ok ? [] : changed.refusal.faults.map(({ path, code }) => [path, code])).toEqual([
      ['currency', 'currency_changed'],
    ]);
  });

  it('charges each call by the list of its instant, and waits where that one does not know the model', async () => {
    market.moveTo('2026-08-02T00:00:00Z');
    const posted = CALLS.flatMap(({ model, tokens }, index) =>
      [LAST_SECOND, BOUNDARY].map((at, side) => ({
        id: `c${index}-${side}`,
        account: 'atlas',
        at,
        model,
        vendor: 'frontier',
        computeOwner: 'pacific',
        chipKind: 'h200',
        tokens,
      })),
    );
    const outcomes = await market.post(...posted);
    const waiting = outcomes.flatMap((one, index) =>
      one.status === 'accepted' ? [] : [[posted[index]?.id, one]],
    );
    expect(waiting).toMatchObject([
      ['c6-1', { status: 'suspense', suspense: { reason: 'unpriced' } }],
      ['c7-0', { status: 'suspense', suspense: { reason: 'unpriced' } }],
    ]);
    const charged = await market.records('c%', 'record_id', 'trim_scale(usage_gross)::text AS dollars');
    expect(charged).toEqual(
      CALLS.flatMap(({ dollars }, index) =>
        dollars.flatMap((amount, side) => (amount === '-' ? [] : [[`c${index}-${side}`, amount]])),
      ),
    );
  });

  it('books the dollars as dollars, and costs at the rate of the instant', async () => {
    await market.post({
      id: 'y1',
      account: 'bei',
      at: '2026-08-01T10:00:00+08:00',
      model: 'telechat-2-115b',
      vendor: 'chinatelecom-xingchen',
      computeOwner: 'tianyi-ascend',
      chipKind: 'ascend-910c',
      tokens: { input: 1_000_000 },
    });
    const lines = await market.rows(
      `SELECT a.code, l.asset, l.ledger_account, trim_scale(sum(l.amount))::text AS amount
         FROM ciyuan.journal_line AS l JOIN ciyuan.account AS a USING (account_id)
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    );
    expect(lines.map((row) => Object.values(row).join(' '))).toEqual([
      'atlas USD unbilled_usage 8.728514808',
      'atlas USD usage_revenue -8.728514808',
      'bei CNY unbilled_usage 1.5',
      'bei CNY usage_revenue -1.5',
    ]);
    const [costs] = await market.records('c0-0', 'trim_scale(compute_cost)::text AS cost');
    // 0.5 and 2 yuan at 0.13999999 are 0.069999995 and 0.27999998 dollars: 0.07 and 0.28.
    expect(costs).toEqual(['0.249753']);
    expect(await market.violations()).toEqual([]);
  });

  it('settles dollars and yuan side by side, each by itself', async () => {
    await market.endMonth('2026-08');
    const { id: runId } = must(await market.calculate('2026-08'));
    must(await market.approve(runId));
    const issued = await market.engine
      .get(IssueStatements)
      .run({ runId, by: 'finance', waiveOpenSuspense: true });
    must(issued);
    const page = { month: '2026-08', sort: 'party', limit: 100 } as const;
    const { items: statements } = await market.engine.get(ListStatements).run(page);
    expect(statements.map((one) => `${one.party} ${one.currency} ${totalText(one)}`)).toEqual([
      'chinatelecom-xingchen CNY issued 0.50 + 0.03 VAT = 0.53',
      'frontier USD issued 3.29 + 0.20 VAT = 3.49',
      'operator CNY issued 0.80 + 0.00 VAT = 0.80',
      'operator USD issued 3.98 + 0.00 VAT = 3.98',
      'pacific USD issued 0.96 + 0.06 VAT = 1.02',
      'tianyi-ascend CNY issued 0.12 + 0.01 VAT = 0.13',
    ]);
    const journal = await market.rows(
      `SELECT asset, ledger_account, party, trim_scale(amount)::text AS amount
         FROM ciyuan.journal_line WHERE account_id = 0 AND asset = 'USD' ORDER BY 2, 3`,
    );
    expect(journal.map((row) => Object.values(row).join(' '))).toEqual([
      'USD operator_revenue operator -3.98',
      'USD partner_payable frontier -3.29',
      'USD partner_payable pacific -0.96',
      'USD rounding  0.001485192',
      'USD tax_pending  -0.5',
      'USD usage_revenue  8.728514808',
    ]);
    expect(await market.violations()).toEqual([]);
  });
}

const publishing =
  (market: SeededMarket) =>
  (kind: Publication['kind'], body: object, effectiveFrom = Date.parse('2026-07-01T00:00:00+08:00')) =>
    market.engine.get(PublishDocument).run({ kind, body, effectiveFrom, by: 'seed' });

/** A vendor whose every model the lists know, on machines that are paid for in yuan. */
async function openDollarMarket(market: SeededMarket, directory: string): Promise<void> {
  for (const [code, kind] of [
    ['frontier', 'vendor'],
    ['pacific', 'compute'],
  ] as const) {
    const party = { code, name: code, kinds: [kind], vatRate: '0.06', withholdingRate: '0' };
    must(await market.engine.get(RegisterParty).run(party));
  }
  const books = LISTS.map(([file, effectiveFrom]) => ({
    book: importPrices({ file, code: CODE, effectiveFrom, directory }).book,
    effectiveFrom,
  }));
  for (const code of new Set(books.flatMap(({ book }) => book.entries.map(({ model }) => model)))) {
    must(await market.engine.get(DefineModel).run({ code, name: code, vendor: 'frontier' }));
  }
  for (const one of books) await publishPrices(market.engine, one);
  const publish = publishing(market);
  for (const [kind, body] of DOCUMENTS) must(await publish(kind, body));
  must(
    await market.engine
      .get(OpenAccount)
      .run({ code: 'atlas', name: 'Atlas', segment: 'enterprise', currency: 'USD' }),
  );
  await market.openAccount('bei', 'enterprise');
  expect(await market.order('atlas', 'payg-dollars')).toBe('taken');
  expect(await market.order('bei', 'payg-standard')).toBe('taken');
}

const ALWAYS = '2026-01-01T00:00:00Z';
const DOCUMENTS: readonly (readonly [Publication['kind'], object])[] = [
  [
    'exchange_rates',
    {
      code: 'cny-usd',
      base: 'CNY',
      quote: 'USD',
      zone: 'Asia/Shanghai',
      source: 'a rate that does not come out even',
      rates: [{ from: '2026-01-01', rate: '0.13999999' }],
    },
  ],
  [
    'cost_book',
    {
      code: 'pacific-cost',
      party: 'pacific',
      zone: 'UTC',
      currency: 'CNY',
      entries: [
        { model: '*', class: 'input', price: '0.5', effectiveFrom: ALWAYS },
        { model: '*', class: 'output', price: '2', effectiveFrom: ALWAYS },
      ],
      multipliers: [],
      tiers: [],
    },
  ],
  [
    'plan',
    {
      code: 'payg-dollars',
      role: 'base',
      name: 'Pay as you go, in dollars',
      currency: 'USD',
      price: '0.00',
      vatRate: '0.06',
      cycleAnchor: 'calendar',
      firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'up' },
      exhaustion: 'payg',
      priceBook: CODE,
      coefficients: 'at_issue',
      latenessHours: 72,
    },
  ],
  [
    'split_rule',
    {
      code: 'dollar-share',
      match: { plan: 'payg-dollars' },
      breakage: 'operator',
      rule: {
        vatRate: '0.06',
        vatIncluded: true,
        residual: 'operator',
        steps: [
          { type: 'percent', party: 'vendor', basis: 'net', value: '40' },
          { type: 'cost', party: 'compute' },
        ],
      },
    },
  ],
  [
    'contract',
    {
      partner: 'gw-east',
      lateWindowDays: 45,
      serves: [
        { vendor: 'chinatelecom-xingchen', computeOwner: 'tianyi-ascend' },
        { vendor: 'frontier', computeOwner: 'pacific' },
      ],
    },
  ],
];
