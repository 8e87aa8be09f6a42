import { personIdentity, documentDigest } from '@ciyuan/modules/parties';
import { TakeOnAccounts, type TakeOnReport } from '@ciyuan/modules/subscriptions';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';
import { takeOnFiles } from '../support/take-on-books';

// Every figure here is worked out by hand in db/seeds/scenarios/take-on.md.

const TAKEN_ON = '2026-10-17T10:00:00+08:00';
const KEY = '0123456789abcdef'.repeat(4);
const DOCUMENT = '11010519491231002X';
const FROM = '2026-02-01T00:00:00+08:00';
const OCTOBER = '2026-10-01T00:00:00+08:00';
const NOVEMBER = '2026-11-01T00:00:00+08:00';

const FILES = takeOnFiles({
  customers: `
    C-wang | person | 王 | CN-SH | | ${DOCUMENT} | ${FROM}
    C-li | one_person_company | Li Studio | CN-SH | 91310000MA1K00001X | | ${FROM}
    C-works | organisation | Works | CN-SH | 913100007777777777 | |`,
  accounts: `
    wang | C-wang | Wang | consumer |
    li | C-li | Li | consumer |
    works | C-works | Works | small_firm |`,
  subscriptions: `
    wang | S-1 | payg-standard | ${FROM} | ${FROM} | | ${TAKEN_ON} |
    wang | S-2 | personal-10m | ${FROM} | ${FROM} | 1 | ${NOVEMBER} |
    li | S-3 | payg-standard | ${FROM} | ${FROM} | | ${TAKEN_ON} |
    li | S-4 | entry-400k | ${FROM} | 2026-10-05T09:00:00+08:00 | | |
    works | S-5 | payg-standard | ${FROM} | ${FROM} | | ${TAKEN_ON} |
    works | S-6 | small-firm-600m | ${FROM} | ${FROM} | | |`,
  grants: `
    wang | G-1 | S-2 | 10_000_000 | 4_000_000 | 9.90 | 9.34 | 5.94 | 5.604 | ${OCTOBER} | ${NOVEMBER}
    li | G-2 | S-4 | 400_000 | 150_000 | 1.00 | 0.94 | 0.625 | 0.5875 | 2026-10-05T09:00:00+08:00 | 2026-10-25T09:00:00+08:00
    works | G-3 | S-6 | 600_000_000 | 600_000_000 | 999.00 | 942.45 | 0 | 0 | ${OCTOBER} | ${NOVEMBER}`,
  control: `
    customers | rows | 3
    accounts | rows | 3
    subscriptions | rows | 6
    grants | rows | 3
    grants | usedTokens | 604150000
    grants | tokensLeft | 6250000
    grants | restGross | 6.565
    grants | restNet | 6.1915`,
});

describe('customers of another system, taken on with half-used packages', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open(TAKEN_ON);
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const run = async (apply: boolean): Promise<TakeOnReport> =>
    must(
      await market.engine.get(TakeOnAccounts).run({
        files: FILES,
        identityOf: ({ documentNumber = '' }) => personIdentity(documentDigest(documentNumber), KEY),
        apply,
        by: 'mei',
      }),
    );
  const figures = ({ totals }: TakeOnReport) => totals.map(({ measure, stored }) => `${measure} ${stored}`);
  /** What the ledger has of these accounts, in the order of their names. */
  const ledger = async (): Promise<unknown[][]> => {
    const rows = await market.rows(
      `SELECT ledger_account, trim_scale(sum(amount))::text AS amount FROM ciyuan.journal_line
        WHERE account_id > 0 GROUP BY ledger_account HAVING sum(amount) <> 0 ORDER BY ledger_account`,
    );
    return rows.map((row) => Object.values(row));
  };
  const post = async (table: string) => (await market.post(...calls(table))).map(({ status }) => status);

  it('a dry run comes to what was stated, and leaves nothing', async () => {
    const report = await run(false);
    expect(report).toMatchObject({ applied: false, runId: null, chunks: 1, chunksNow: 1, matches: true });
    expect(figures(report)).toEqual(TOTALS);
    for (const table of ['customer', 'account', 'take_on_run', 'account_write'])
      expect(await market.rows(`SELECT 1 FROM ciyuan.${table}`)).toEqual([]);
  });

  it('applied, it comes to the same, once', async () => {
    expect(await run(true)).toMatchObject({ applied: true, chunksNow: 1, matches: true });
    const again = await run(true);
    expect(again).toMatchObject({ applied: true, chunksNow: 0, matches: true });
    expect(figures(again)).toEqual(TOTALS);
    expect(await market.rows('SELECT matches FROM ciyuan.take_on_report')).toEqual([{ matches: true }]);
    expect(await market.balance('wang')).toEqual([['personal-10m', 6_000_000_000n, 0n, 0n]]);
    expect(await market.balance('li')).toEqual([['entry-400k', 250_000_000n, 0n, 0n]]);
    expect(await market.balance('works')).toEqual([]);
  });

  it('opening accounts owe what is deferred: no sale, no tax', async () => {
    expect(await ledger()).toEqual([
      ['deferred_revenue', '-6.1915'],
      ['opening_balance', '6.1915'],
      ['token_balance', '6250000'],
      ['token_opening', '-6250000'],
    ]);
  });

  it('what is used recognises exactly what was left, and what lapses is breakage', async () => {
    market.moveTo('2026-10-31T22:00:00+08:00');
    expect(await post(USAGE)).toEqual(Array(4).fill('accepted'));
    expect(
      await market.records('t%', 'record_id', 'drawn_milli', 'recognised_gross', 'recognised_net'),
    ).toEqual(RECORDS);
    await market.endMonth('2026-10');
    expect(await market.balance('wang')).toEqual([
      ['personal-10m', 6_000_000_000n, 6_000_000_000n, 0n],
      ['personal-10m', 10_000_000_000n, 0n, 0n],
    ]);
    expect(await market.balance('li')).toEqual([['entry-400k', 250_000_000n, 100_000_000n, 150_000_000n]]);
    expect(await ledger()).toEqual(LEDGER);
  });

  it('is settled like what was sold here', async () => {
    await market.settle('2026-10');
    expect(await market.told('2026-10')).toBe(STATEMENTS);
  });
});

const TOTALS = [
  'customers.rows 3',
  'accounts.rows 3',
  'subscriptions.rows 6',
  'grants.rows 3',
  'grants.originalTokens 610400000',
  'grants.usedTokens 604150000',
  'grants.tokensLeft 6250000',
  'grants.priceGross 1009.9',
  'grants.priceNet 952.73',
  'grants.restGross 6.565',
  'grants.restNet 6.1915',
  'ledger.tokens 6250000',
  'ledger.deferredNet 6.1915',
  'ledger.openingNet 6.1915',
];

const USAGE = `
  t1 | wang | 2026-10-18T12:00:00 | telechat-2-115b | ascend-910c | input 1_000_000
  t2 | wang | 2026-10-19T12:00:00 | deepseek-v3.2 | hygon-dcu | input 5_200_000
  t3 | li | 2026-10-20T12:00:00 | deepseek-v3.2 | hygon-dcu | input 100_000
  t4 | works | 2026-10-20T12:00:00 | deepseek-v3.2 | hygon-dcu | input 1_000_000`;

const RECORDS = [
  ['t1', '800000000', '0.792000000000', '0.747200000000'],
  ['t2', '5200000000', '5.148000000000', '4.856800000000'],
  ['t3', '100000000', '0.250000000000', '0.235000000000'],
  ['t4', '0', '0.000000000000', '0.000000000000'],
];

const LEDGER = [
  ['breakage_revenue', '-0.3525'],
  ['deferred_revenue', '-9.34'],
  ['opening_balance', '6.1915'],
  ['package_revenue', '-5.839'],
  ['receivable', '9.9'],
  ['tax_payable', '-0.56'],
  ['token_balance', '10000000'],
  ['token_consumed', '6100000'],
  ['token_expired', '150000'],
  ['token_issued', '-10000000'],
  ['token_opening', '-6250000'],
  ['unbilled_usage', '2'],
  ['usage_revenue', '-2'],
];

const STATEMENTS = `
chinatelecom-xingchen: personal-10m telechat-2-115b package 0.26
chinatelecom-xingchen: issued 0.26 + 0.02 VAT = 0.28
deepseek: entry-400k deepseek-v3.2 package 0.09
deepseek: payg-standard deepseek-v3.2 usage 0.70
deepseek: personal-10m deepseek-v3.2 package 1.63
deepseek: issued 2.42 + 0.15 VAT = 2.57
hygon-cloud: entry-400k deepseek-v3.2 package 0.01
hygon-cloud: payg-standard deepseek-v3.2 usage 0.14
hygon-cloud: personal-10m deepseek-v3.2 package 0.73
hygon-cloud: issued 0.88 + 0.05 VAT = 0.93
operator: entry-400k deepseek-v3.2 package 0.13
operator: payg-standard deepseek-v3.2 usage 1.05
operator: personal-10m deepseek-v3.2 package 2.50
operator: entry-400k breakage 0.35
operator: personal-10m telechat-2-115b package 0.37
operator: issued 4.40 + 0.00 VAT = 4.40
tianyi-ascend: personal-10m telechat-2-115b package 0.12
tianyi-ascend: issued 0.12 + 0.01 VAT = 0.13`;
