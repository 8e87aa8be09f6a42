import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatYuan, parseYuan } from '@ciyuan/core/kernel';
import { ExportFocus, type FocusManifest, type FocusScope } from '@ciyuan/modules/reporting';
import { parse } from 'csv-parse/sync';
import { openEarnedMarket } from '../../../../test/support/earned-market';
import { specifiedColumns, specifiedFaults } from '../../../../test/support/focus-specification';
import type { SeededMarket } from '../../../../test/support/seeded-market';
import { must } from '../../../../test/support/settlement-engine';
import { FOCUS_COLUMNS, type FocusRow } from './focus-columns';

const WANG: FocusScope = { customer: 'C-wang' };
const ACCOUNTS = ['wang', 'wang-pad', 'studio', 'works'];
const MONTHS = ['2026-10', '2026-11'];

interface Exported {
  readonly manifest: FocusManifest;
  readonly bytes: Buffer;
  readonly rows: readonly FocusRow[];
}

describe('a customer’s cost and usage as a FOCUS file', () => {
  let market: SeededMarket;
  const directory = mkdtempSync(join(tmpdir(), 'focus-'));
  beforeAll(async () => {
    market = await openEarnedMarket();
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await market.stop();
  });

  async function exported(month: string, scope: FocusScope): Promise<Exported> {
    const manifest = must(await market.engine.get(ExportFocus).run({ month, scope, directory }));
    const bytes = readFileSync(join(directory, manifest.file));
    const cells = parse<Record<string, string>>(bytes, { columns: true });
    const rows = cells.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text === '' ? null : text])),
    );
    return { manifest, bytes, rows };
  }

  const sum = (rows: readonly FocusRow[], column: string): string =>
    formatYuan(rows.reduce((total, row) => total + parseYuan(row[column] ?? '0'), 0n));

  /** What journals of an account and month have on some ledger accounts, debits positive. */
  async function booked(accounts: readonly string[], month: string, on: readonly string[]): Promise<string> {
    const [row] = await market.rows<{ amount: string }>(
      `SELECT coalesce(sum(j.amount), 0) AS amount FROM ciyuan.journal_line AS j JOIN ciyuan.account AS a USING (account_id)
        WHERE a.code = ANY ($1::text[]) AND j.accounting_month = $2 AND j.ledger_account = ANY ($3::text[])`,
      [`{${accounts.map((one) => `"${one}"`).join(',')}}`, month, `{${on.join(',')}}`],
    );
    return formatYuan(parseYuan(row?.amount ?? '0'));
  }

  const cases = MONTHS.flatMap((month) => ACCOUNTS.map((account) => [month, account] as const));

  it.each(cases)('in %s bills %s what the ledger has', async (month, account) => {
    const { rows, manifest } = await exported(month, { account });
    expect(sum(rows, 'BilledCost')).toBe(await booked([account], month, ['receivable', 'unbilled_usage']));
    const earned = await booked([account], month, [
      ...['package_revenue', 'usage_revenue', 'breakage_revenue', 'shortfall_revenue', 'fee_revenue'],
    ]);
    expect(sum(rows, 'x_EffectiveCostNet')).toBe(formatYuan(-parseYuan(earned)));
    const [totals] = manifest.totals;
    if (totals !== undefined)
      expect([totals.rows, totals.billedCost, totals.effectiveCost, totals.effectiveCostNet]).toEqual([
        rows.length,
        ...['BilledCost', 'EffectiveCost', 'x_EffectiveCostNet'].map((name) => sum(rows, name)),
      ]);
  });

  it.each(MONTHS)('in %s has an effective cost that is what roll-ups have with VAT', async (month) => {
    let total = 0n;
    for (const account of ACCOUNTS)
      total += parseYuan(sum((await exported(month, { account })).rows, 'EffectiveCost'));
    const [row] = await market.rows<{ gross: string }>(
      'SELECT sum(gross) AS gross FROM ciyuan.usage_rollup_delta WHERE accounting_month = $1',
      [month],
    );
    expect(formatYuan(total)).toBe(formatYuan(parseYuan(row?.gross ?? '0')));
  });

  it('counts every token that was charged', async () => {
    for (const month of MONTHS) {
      let tokens = 0n;
      for (const account of ACCOUNTS)
        tokens += BigInt((await exported(month, { account })).manifest.totals[0]?.consumedTokens ?? 0);
      const [row] = await market.rows<{ tokens: string }>(
        `SELECT sum(covered_tokens + overage_tokens) AS tokens FROM ciyuan.usage_entry WHERE accounting_month = $1`,
        [month],
      );
      expect(tokens).toBe(BigInt(row?.tokens ?? -1));
    }
  });

  it('has all accounts of a customer, and is the same bytes again', async () => {
    const both = await exported('2026-10', WANG);
    expect([...new Set(both.rows.map((row) => row['SubAccountId']))]).toEqual(['wang', 'wang-pad']);
    expect(new Set(both.rows.map((row) => row['BillingAccountId']))).toEqual(new Set(['C-wang']));
    const again = await exported('2026-10', WANG);
    expect(Buffer.compare(both.bytes, again.bytes)).toBe(0);
    expect(again.manifest).toEqual(both.manifest);
    const { bytes, sha256 } = must(
      await market.engine.get(ExportFocus).run({ month: '2026-10', scope: WANG }),
    );
    expect([bytes, sha256]).toEqual([both.bytes.length, both.manifest.sha256]);
  });

  it('prices each token class as the book does', async () => {
    const { rows } = await exported('2026-10', { account: 'works' });
    const told = rows
      .filter((row) => row['x_Plan'] === 'payg-standard')
      .map((row) =>
        ['x_TokenClass', 'ConsumedQuantity', 'ContractedUnitPrice', 'BilledCost'].map((name) => row[name]),
      );
    expect(told.length).toBeGreaterThan(2);
    for (const [, quantity, price, billed] of told)
      expect(formatYuan((parseYuan(price ?? '') * BigInt(quantity ?? 0)) / 1_000_000n)).toBe(billed);
  });

  it('says what was bought, what of it was used, and what was not', async () => {
    const { rows } = await exported('2026-10', { account: 'wang' });
    const of = (category: string, status: string | null): readonly FocusRow[] =>
      rows.filter(
        (row) =>
          row['ChargeCategory'] === category &&
          row['CommitmentDiscountStatus'] === status &&
          row['CommitmentDiscountId'] === 'wang/personal-10m',
      );
    const [bought, used, unused] = [of('Purchase', null), of('Usage', 'Used'), of('Usage', 'Unused')];
    expect(sum(bought, 'BilledCost')).toBe('9.9');
    expect([sum(bought, 'EffectiveCost'), sum(used, 'BilledCost'), sum(unused, 'BilledCost')]).toEqual([
      '0',
      '0',
      '0',
    ]);
    expect(formatYuan(parseYuan(sum(used, 'EffectiveCost')) + parseYuan(sum(unused, 'EffectiveCost')))).toBe(
      '9.9',
    );
    expect([bought, used, unused].map((all) => sum(all, 'CommitmentDiscountQuantity'))).toEqual([
      ...['10000000', '4200000', '5800000'],
    ]);
  });

  it('marks what belongs to a month before', async () => {
    const { rows } = await exported('2026-11', { account: 'wang' });
    const late = rows.filter((row) => row['ChargeClass'] === 'Correction');
    expect(late.length).toBeGreaterThan(0);
    for (const row of late) expect((row['ChargePeriodStart'] ?? '') < '2026-10-31T16:00:00Z').toBe(true);
  });

  it('is refused for nobody', async () => {
    const refused = await market.engine
      .get(ExportFocus)
      .run({ month: '2026-10', scope: { account: 'no one' } });
    expect(refused).toEqual({ ok: false, refusal: { code: 'not_found' } });
  });

  it('keeps the rules of the specification, as far as they can be read from it', async () => {
    const specified = specifiedColumns();
    if (specified === undefined) return;
    for (const [month, account] of cases)
      for (const row of (await exported(month, { account })).rows)
        expect(specifiedFaults(specified, row)).toEqual([]);
    const names = FOCUS_COLUMNS.map(({ name }) => name);
    const missing = specified.filter(
      (one) => one.feature_level === 'Mandatory' && !names.includes(one.column),
    );
    expect(missing).toEqual([]);
    expect(existsSync(directory)).toBe(true);
  });
});
