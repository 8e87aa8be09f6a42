import { deletionIsSeen, unseenChanges } from '../../../test/support/every-column';
import { publish, usage } from '../../../test/support/market';
import { SeededMarket } from '../../../test/support/seeded-market';
import { Tampering } from '../../../test/support/tampering';
import {
  FOLLOWING,
  KIMI_RULE,
  RETAIL_DEARER,
  openVerifiedMarket,
  type VerifiedMarket,
} from '../../../test/support/verified-market';
import { VerifiedTampering } from '../../../test/support/verified-tampering';
import type { FigureDifference } from './replay/figures';
import { VerifyMonth } from './verify-month';

const SEPTEMBER = Date.parse('2026-09-01T00:00:00+08:00');
const MONTHS = ['2026-10', '2026-11'];
/** Fewer accounts have anything in November, and these are told from their first event on. */
const FEWEST_FIRST = ['2026-11', '2026-10'];

const NONE: readonly string[] = [];
/** How it is called, and what no price of the market asks for. */
const CONDITIONS = ['source', 'record_id', 'service_tier'];
/** A second moves nothing but a movement or a missing cost of the same instant. */
const ANY_SECOND = ['at', ...CONDITIONS];
/** Who did it, and when. */
const SIGNED = ['created_at', 'created_by', 'approved_at', 'approved_by', 'posted_at', 'job_run_id'];
/** One more month that was late is one that it did not book to. */
const KNOWN = ['late_months', 'written_at'];
/** What the next epoch brought had nothing to do with these writes. */
const ANY_EPOCH = ['catalogue_epoch', ...KNOWN];

/** One row of each kind that a table holds, and the columns that can be changed in it without anybody seeing it. */
const ROWS: readonly (readonly [table: string, where: string, unseen: readonly string[]])[] = [
  ['usage_record', "record_id = 'o3' AND drawn_milli > first_drawn_milli", CONDITIONS],
  ['usage_record', "overage_kind = 'overdraw'", ANY_SECOND],
  ['usage_record', "record_id = 'n6' AND vendor_cost IS NULL", CONDITIONS],
  ['usage_record', "record_id = 'p2' AND overage_kind = 'usage'", ANY_SECOND],
  ['usage_record', "record_id = 'n2' AND accounting_month = '2026-11'", ANY_SECOND],
  // One more member of a provider's object says nothing.
  ['usage_record', "record_id = 'o8' AND raw_usage IS NOT NULL", [...ANY_SECOND, 'raw_usage']],
  ['grant_bucket', 'expired_milli > 0', NONE],
  ['grant_bucket', 'drawn_milli = quantity_milli AND price_gross = 0', NONE],
  ['grant_bucket', "channel = 'shop'", NONE],
  ['grant_bucket', 'coefficient_version_id IS NULL AND cycle = 2', NONE],
  ['grant_movement', "kind = 'issued'", NONE],
  ['grant_movement', "kind = 'drawn'", NONE],
  ['grant_movement', "kind = 'expired'", NONE],
  ['grant_movement', "kind = 'expiry_reversed'", NONE],
  ['subscription', 'next_cycle_at IS NOT NULL', ['created_at']],
  // Nothing of it is due at an instant.
  ['subscription', "plan_code = 'tiered-base'", ['starts_at', 'created_at']],
  ['subscription', "channel = 'shop'", ['created_at']],
  ['tier_counter', 'true', NONE],
  ['account_state', 'true', NONE],
  // What an account is called is in no figure.
  ['account', "code = 'tina'", ['code', 'name', 'segment', 'currency', 'created_at', 'customer_code']],
  ['account_write', "kind = 'usage' AND late_months <> '{}'", KNOWN],
  ['account_write', "kind = 'usage' AND late_months = '{}'", ANY_EPOCH],
  ['account_write', "kind = 'order' AND batch_id IN (SELECT batch_id FROM grant_movement)", ANY_EPOCH],
  ['account_write', "kind = 'renewal'", ANY_EPOCH],
  ['account_write', "kind = 'expiry'", ANY_EPOCH],
  ['cost_suspense', 'true', NONE],
  ['usage_rollup_delta', "kind = 'package' AND channel = 'shop'", NONE],
  ['usage_rollup_delta', "kind = 'usage' AND model = 'kimi-k2'", NONE],
  ['usage_rollup_delta', "kind = 'breakage'", NONE],
  ['journal_line', "ledger_account = 'receivable'", ['booked_at']],
  ['journal_line', "account_id = 0 AND ledger_account = 'partner_payable'", ['booked_at']],
  ['settlement_run', "month = '2026-11'", SIGNED],
  ['settlement_posting', 'true', ['waived_suspense', 'waived_costs', 'posted_by', 'posted_at']],
  ['settlement_split', "origin_month = '2026-11'", NONE],
  ['settlement_split', "origin_month = '2026-10' AND run_id = 2", NONE],
  ['statement', "party = 'zhipu' AND month = '2026-10'", ['issued_at']],
  ['statement_line', "line_kind = 'share' AND party = 'zhipu'", NONE],
  ['statement_line', "line_kind = 'adjustment'", NONE],
  // A rate that differs in its last place moves no fen here.
  ['party', "code = 'zhipu'", ['name', 'kinds', 'vat_rate', 'withholding_rate', 'created_at']],
  ['party', "code = 'operator'", ['name', 'kinds', 'vat_rate', 'withholding_rate', 'created_at']],
];

const LINE = 'account_id, batch_id, line, accounting_month, asset, ledger_account, amount, booked_at';
const forged = (accountId: number, month: string, batchId: string): string =>
  `INSERT INTO journal_line (${LINE}) SELECT ${accountId}, ${batchId}, 900 + n, '${month}', 'CNY', a, x, now()
     FROM (VALUES (1, 'unbilled_usage', 5), (2, 'usage_revenue', -5)) AS t (n, a, x)`;

/** What is done by more than one column of one row, and the figure that tells of it. */
const FORGERIES: readonly (readonly [what: string, figure: RegExp, ...statements: string[]])[] = [
  ['a journal of a write that nobody made', /^journal_line 1$/, forged(1, '2026-10', '900')],
  ['one in the next month', /^journal_line 1$/, forged(1, '2026-11', '900')],
  ['one of an account that does not exist', /^account 77$/, forged(77, '2026-10', '900')],
  ['one of the operator’s own', /^journal_line of batch 900 0 2026-10 CNY/, forged(0, '2026-10', '900')],
  [
    'a balanced journal beside that of the issue',
    /^journal_line of the issue 0 2026-10 CNY/,
    forged(0, '2026-10', "(SELECT batch_id FROM settlement_posting WHERE month = '2026-10')"),
  ],
  [
    'a balanced journal beside that of a write',
    /^journal_line 2\/\d+ 2026-10 CNY/,
    forged(2, '2026-10', '(SELECT min(batch_id) FROM journal_line WHERE account_id = 2)'),
  ],
  [
    'a record taken out with everything that it booked',
    /^account 4\/8$/,
    "DELETE FROM usage_record WHERE record_id = 'n5'",
    `DELETE FROM journal_line WHERE account_id = 4 AND batch_id =
       (SELECT max(batch_id) FROM journal_line WHERE account_id = 4)`,
  ],
  [
    'what was charged and what was booked for it, both lower',
    /^usage_record 6\/2$/,
    "UPDATE usage_record SET usage_gross = usage_gross - 0.0001 WHERE record_id = 'o6'",
    'UPDATE journal_line SET amount = amount - sign(amount) * 0.0001 WHERE account_id = 6',
    `UPDATE usage_rollup_delta SET gross = gross - 0.0001 WHERE kind = 'usage' AND batch_id IN
       (SELECT batch_id FROM journal_line WHERE account_id = 6)`,
  ],
  [
    'an accounting month that was another one',
    /^usage_record 1\/9$/,
    `UPDATE account_write SET late_months = '{"2026-10": "2026-12"}' WHERE late_months <> '{}'`,
  ],
  [
    'a month that was still open',
    /^usage_record 1\/9$/,
    "UPDATE account_write SET late_months = '{}' WHERE late_months <> '{}'",
  ],
  [
    'what a provider said',
    /^usage_record 1\/5$/,
    "UPDATE usage_record SET raw_usage = raw_usage || '{\"prompt_tokens\": 901}' WHERE record_id = 'o8'",
  ],
  ['no write', /^account_write \d+$/, "DELETE FROM account_write WHERE kind = 'order'"],
  [
    'a later catalogue',
    /^usage_record|^grant_bucket|^account/,
    "UPDATE account_write SET catalogue_epoch = 1000 WHERE kind = 'usage'",
  ],
  ['an earlier catalogue', /^account/, 'UPDATE account_write SET catalogue_epoch = 1'],
  ['VAT of a party', /^statement zhipu CNY$/, "UPDATE party SET vat_rate = 0.07 WHERE code = 'zhipu'"],
  ['tax withheld', /^statement tianyi CNY$/, "UPDATE party SET withholding_rate = 0.1 WHERE code = 'tianyi'"],
  ['no run', /^settlement_posting 2026-10$/, "DELETE FROM settlement_run WHERE month = '2026-10'"],
  [
    'all of a settlement but its journal',
    /^journal_line of batch \d+ 0 2026-10 CNY/,
    "DELETE FROM settlement_run WHERE month = '2026-10'",
    "DELETE FROM settlement_posting WHERE month = '2026-10'",
    "DELETE FROM statement WHERE month = '2026-10'",
  ],
];

const inBody = (kind: string, code: string, from: string, to: string): string =>
  `UPDATE catalogue_document SET body = replace(body::text, '${from}', '${to}')::jsonb
    WHERE kind = '${kind}' AND code = '${code}'`;

/** What a catalogue that is not in memory yet is compiled from. */
const DOCUMENTS: readonly (readonly [what: string, figure: RegExp, statement: string])[] = [
  ['a price', /^usage_record 4\/5$/, inBody('price_book', 'retail', '"price": "8"', '"price": "8.01"')],
  ['a step of a tier', /^usage_record 5\/8$/, inBody('price_book', 'tiered', '"1000"', '"1001"')],
  ['a cost', /^usage_record 1\/4$/, inBody('cost_book', 'tianyi-costs', '"0.5"', '"0.51"')],
  ['a coefficient', /^usage_record 1\/4$/, inBody('coefficient_table', 'standard', '"0.1"', '"0.2"')],
  ['a price of a plan', /^grant_bucket 1\/3$/, inBody('plan', 'monthly', '"9.90"', '"9.91"')],
  ['its tokens', /^grant_bucket 1\/3$/, inBody('plan', 'monthly', '1000000', '1000001')],
  ['its VAT', /^grant_bucket 1\/3$/, inBody('plan', 'monthly', '"vatRate": "0.06"', '"vatRate": "0.05"')],
  ['whom a partner serves', /^account 4/, inBody('contract', 'gateway', '"kimi"', '"zhipu"')],
  ['a share', /^settlement_split|^statement/, inBody('split_rule', 'default', '"40"', '"41"')],
  ['its VAT', /^settlement_split/, inBody('split_rule', 'default', '"vatRate": "0.06"', '"vatRate": "0.05"')],
  [
    'a later beginning',
    /^account \d/,
    "UPDATE catalogue_document SET effective_from = '2026-10-06T00:00:00Z' WHERE code = 'tianyi-costs' OR kind = 'contract'",
  ],
  [
    'an earlier epoch of what was back-dated',
    /^usage_record 2\/7$/,
    "UPDATE catalogue_document SET epoch = 1 WHERE code = 'retail' AND version = 2",
  ],
  [
    'a document that came later',
    /^account 1\/2$/,
    "UPDATE catalogue_document SET epoch = 1000 WHERE kind = 'plan' AND code = 'monthly'",
  ],
  ['no document', /^account 1\/2$/, "DELETE FROM catalogue_document WHERE code = 'monthly'"],
  ['the vendor of a model', /^account 1\/4$/, "UPDATE model SET vendor = 'kimi' WHERE code = 'glm-5'"],
  ['a model that came later', /^account 1\/4$/, "UPDATE model SET epoch = 1000 WHERE code = 'glm-5'"],
  ['no model', /^account 4\/4$/, "DELETE FROM model WHERE code = 'kimi-k2'"],
];

describe('a month that is computed again', () => {
  let verified: VerifiedMarket;
  let superuser: Tampering;
  let tampering: VerifiedTampering;

  beforeAll(async () => {
    verified = await openVerifiedMarket();
    superuser = await Tampering.asSuperuser(verified.engine.urls);
    tampering = new VerifiedTampering(superuser, () => firstFound(verified.market));
  });

  afterAll(async () => {
    await superuser.end();
    await verified.stop();
  });

  const isClean = async (): Promise<void> => {
    for (const month of [...MONTHS, '2026-12'])
      expect((await verified.market.engine.get(VerifyMonth).run(month)).differences).toEqual([]);
  };

  it.each([
    ['2026-10', { accounts: 6, records: 18, settlement: 'posted' }],
    ['2026-11', { accounts: 3, records: 14, settlement: 'posted' }],
    // A cycle has begun in it.
    ['2026-12', { accounts: 1, records: 5, settlement: undefined }],
    ['2027-06', { accounts: 0, records: 0, figures: 0, settlement: undefined }],
  ])('%s is what its records give: %p', async (month, expected) => {
    const verdict = await verified.market.engine.get(VerifyMonth).run(month);
    expect(verdict).toMatchObject({ month, ...expected, differences: [] });
    // Each record has more than a dozen figures of its own.
    expect(verdict.figures).toBeGreaterThanOrEqual(verdict.records * 14);
  });

  it('says how far it is', async () => {
    const seen: string[] = [];
    await verified.market.engine.get(VerifyMonth).run('2026-11', {
      start: (accounts) => seen.push(`of ${accounts}`),
      advance: (accounts) => seen.push(`${accounts} more`),
    });
    expect(seen).toEqual(['of 3', '1 more', '1 more', '1 more']);
  });

  it('keeps of each write what it knew: late months only where a month was closed', async () => {
    const rows = await verified.market.rows<{ months: string; ids: string }>(
      `SELECT w.late_months::text AS months, string_agg(record_id, ' ' ORDER BY record_id) AS ids
         FROM ciyuan.account_write AS w JOIN ciyuan.usage_record USING (batch_id)
        GROUP BY w.late_months ORDER BY 1`,
    );
    expect(rows).toEqual([
      { months: '{"2026-10": "2026-11"}', ids: 'n1 n2 n3 n4 n5 n6 n7' },
      { months: '{}', ids: 'o1 o2 o3 o4 o5 o6 o8 o9 p1 p2 p3' },
    ]);
  });

  it.each(ROWS)('%s where %s: all is seen but %p', async (table, where, unseen) => {
    const quick = new VerifiedTampering(superuser, () => firstFound(verified.market, FEWEST_FIRST));
    const changes = await unseenChanges(quick, table, where);
    expect(changes.filter((name) => !isIncidental(table, name))).toEqual(unseen);
    expect(await deletionIsSeen(quick, table, where)).toBe(true);
  });

  it.each(FORGERIES.map(([what, figure, ...statements]) => [what, figure, statements] as const))(
    'sees %s',
    async (_what, figure, statements) => {
      const found = await tampering.found(...statements);
      expect(found.map((one) => one.figure)).toContainEqual(expect.stringMatching(figure));
    },
  );

  describe('with a catalogue that is read anew', () => {
    it.each(DOCUMENTS)('sees %s', async (_what, figure, statement) => {
      const anew = new VerifiedTampering(superuser, () => foundAnew(verified));
      const found = await anew.found(statement);
      expect(found.map((one) => one.figure)).toContainEqual(expect.stringMatching(figure));
    });
  });

  it('finds everything as it was in the end', isClean);

  it('goes on to agree whatever is published afterwards', async () => {
    const { engine } = verified;
    await publish(engine, 'price_book', RETAIL_DEARER, SEPTEMBER);
    await publish(engine, 'plan', { ...FOLLOWING, price: '31' }, SEPTEMBER);
    await publish(engine, 'split_rule', { ...KIMI_RULE, breakage: 'as_consumed' }, SEPTEMBER);
    await isClean();
  });

  it('says of a calculation that was overtaken that it is stale, and of none that there is none', async () => {
    const { market } = verified;
    market.moveTo('2026-12-10T00:00:00+08:00');
    await verified.post(usage('d1', 'alice', '2026-12-09T00:00:00+08:00', { input: 1_000 }));
    await market.calculate('2026-12');
    const verify = () => market.engine.get(VerifyMonth).run('2026-12');
    expect(await verify()).toMatchObject({ settlement: 'current', differences: [] });
    await verified.post(usage('d2', 'alice', '2026-12-09T00:00:00+08:00', { input: 1_000 }));
    expect(await verify()).toMatchObject({ settlement: 'stale', differences: [] });
  });
});

async function firstFound(market: SeededMarket, months = MONTHS): Promise<readonly FigureDifference[]> {
  for (const month of months) {
    const { differences } = await market.engine.get(VerifyMonth).run(month);
    if (differences.length > 0) return differences;
  }
  return [];
}

/** As a process that has just started, with no catalogue in memory. */
async function foundAnew({ engine }: VerifiedMarket): Promise<readonly FigureDifference[]> {
  const market = await SeededMarket.at(engine.urls, '2026-12-31T00:00:00+08:00');
  try {
    return await firstFound(market);
  } finally {
    await market.engine.stop();
  }
}

/**
 * The number of a line sets it apart from others, and says nothing. Roll-ups are summed over writes, so their batch is
 * for `db/checks` to see; that another has the same line under it would be refused by chance.
 */
function isIncidental(table: string, name: string): boolean {
  return (
    (name === 'line' && table !== 'statement_line') || (name === 'batch_id' && table === 'usage_rollup_delta')
  );
}
