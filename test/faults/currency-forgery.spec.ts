import type { Engine } from '../support/engine';
import { openSettledMarket } from '../support/settled-market';
import { Tampering } from '../support/tampering';

/** A plan or book says another currency, in all of its versions or in one. */
const says = (kind: string, more = ''): string =>
  `UPDATE catalogue_document SET body = jsonb_set(body, '{currency}', '"USD"') WHERE kind = '${kind}' ${more}`;

/** Every journal still balances, and every sum of amounts is what it was: only what they are amounts of is another. */
const FORGERIES: readonly (readonly [what: string, check: string, statement: string])[] = [
  [
    'customers owe dollars',
    'sales-equal-grants',
    "UPDATE journal_line SET asset = 'USD' WHERE account_id > 0 AND asset = 'CNY'",
  ],
  [
    'a package is sold and deferred in dollars',
    'deferred-revenue',
    `UPDATE journal_line SET asset = 'USD' WHERE account_id > 0 AND asset = 'CNY'
        AND batch_id = (SELECT min(batch_id) FROM journal_line WHERE ledger_account = 'deferred_revenue')`,
  ],
  [
    'usage was charged in dollars',
    'ledger-equals-records',
    "UPDATE journal_line SET asset = 'USD' WHERE ledger_account IN ('unbilled_usage','usage_revenue') AND account_id > 0",
  ],
  [
    'breakage in dollars',
    'rollups-equal-ledger',
    "UPDATE journal_line SET asset = 'USD' WHERE ledger_account = 'breakage_revenue' AND account_id > 0",
  ],
  [
    'partners are owed dollars',
    'payables-equal-shares',
    "UPDATE journal_line SET asset = 'USD' WHERE account_id = 0 AND asset = 'CNY'",
  ],
  [
    'the tax of a month is owed in dollars',
    'posted-tax-equals-splits',
    "UPDATE journal_line SET asset = 'USD' WHERE account_id = 0 AND asset = 'CNY'",
  ],
  [
    'lines of settlement in dollars',
    'rollup-lines-are-of-their-kind',
    "UPDATE usage_rollup_delta SET currency = 'USD'",
  ],
  ['a tariff in dollars', 'charges-are-in-one-currency', says('plan', "AND body ->> 'role' = 'base'")],
  ['a book in dollars', 'charges-are-in-one-currency', says('price_book')],
];

describe('amounts that are said to be of another currency', () => {
  let engine: Engine;
  let tampering: Tampering;
  beforeAll(async () => {
    engine = await openSettledMarket();
    tampering = await Tampering.asSuperuser(engine.urls);
  });
  afterAll(async () => {
    await tampering.end();
    await engine.stop();
  });

  it('are none to begin with', async () => {
    expect((await tampering.with('SELECT 1')).reports).toEqual({});
  });

  it.each(FORGERIES)('%s: %s sees it', async (_what, check, statement) => {
    const { rows, reports } = await tampering.with(statement);
    expect(rows).toBeGreaterThan(0);
    expect(Object.keys(reports)).toContain(check);
  });
});
