import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReadMonthFacts, type Occurrences } from '@ciyuan/modules/reporting';
import { importUsage, type OutcomeCounts } from '../../apps/cli/src/demo/import-usage';
import { closeMonth } from '../../apps/cli/src/demo/month-end';
import { openMarket } from '../../apps/cli/src/demo/open-market';
import { SEEDED_MARKET } from '../../apps/cli/src/demo/seeded-market';
import type { PlacedRecord } from '../../apps/cli/src/demo/spread/placed-record';
import { accountCodes } from '../../apps/cli/src/demo/spread/population';
import { spreadCalls } from '../../apps/cli/src/demo/spread/spread-calls';
import { generateCalls } from '../../apps/cli/src/demo/traces/generator';
import { copyDatabase } from '../support/copy-database';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { SeededMarket } from '../support/seeded-market';

const MONTH = '2026-10';
const ZONE = 'Asia/Shanghai';
const MONTH_START = '2026-10-01T00:00:00+08:00';
const MONTH_END = '2026-11-01T00:00:00+08:00';

const accounts = accountCodes(40);
const calls = [...generateCalls({ seed: 'cuts', sessions: 15 })];
const records = spreadCalls({
  calls,
  source: 'generator',
  accounts,
  market: SEEDED_MARKET,
  month: MONTH,
  zone: ZONE,
});

/** The accounts the other way round; sorting is stable, so that each account keeps its own order. */
const byAccount = [...records].sort((a, b) =>
  a.record.account < b.record.account ? 1 : a.record.account > b.record.account ? -1 : 0,
);

interface Played {
  readonly outcomes: readonly OutcomeCounts[];
  readonly occurrences: Occurrences;
  /** What each account was charged, record by record, and what is left of its grants. */
  readonly balances: readonly string[];
  /** By name, what was exported. */
  readonly files: Readonly<Record<string, string>>;
  readonly violations: readonly string[];
}

describe('the same usage, however it is posted', () => {
  let opened: FreshDatabase;
  let folder: string;
  let whole: Played;
  beforeAll(async () => {
    // The progress of the demo is for people who wait for it.
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    folder = mkdtempSync(join(tmpdir(), 'cuts-'));
    opened = await freshDatabase();
    const market = await SeededMarket.at(opened, MONTH_START);
    await openMarket(market.engine, accounts, Date.parse(MONTH_START), ZONE);
    await market.engine.stop();
    whole = await play('whole', records, 5_000);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
    await opened.drop();
  });

  /** The month from its opened market to its exported statements, on a database of its own. */
  async function play(
    name: string,
    usage: readonly PlacedRecord[],
    batchRecords: number,
    times = 1,
  ): Promise<Played> {
    const market = await SeededMarket.at(await copyDatabase(opened), MONTH_START);
    try {
      market.moveTo(MONTH_END);
      const outcomes: OutcomeCounts[] = [];
      for (let time = 0; time < times; time++)
        outcomes.push(await importUsage(market.engine, usage, batchRecords, name));
      const directory = join(folder, name);
      await closeMonth(market.engine, MONTH, ZONE, directory);
      const { occurrences } = await market.engine.get(ReadMonthFacts).run();
      const violations = await market.violations();
      return {
        outcomes,
        occurrences,
        balances: await balancesOf(market),
        files: filesOf(directory),
        violations,
      };
    } finally {
      await market.stop();
    }
  }

  it('says something: grants, overage, overdraw, suspense and breakage, shared by nine parties', () => {
    expect(whole.outcomes).toEqual([{ accepted: 1_249, suspense: 1, duplicate: 0, conflict: 0, refused: 0 }]);
    expect(Object.entries(whole.occurrences).filter(([, count]) => count === 0)).toEqual([]);
    expect(Object.keys(whole.files)).toEqual(FILES);
    expect(whole.balances.length).toBeGreaterThan(records.length);
    expect(whole.violations).toEqual([]);
  });

  it.each([
    ['100 at a time', records, 100],
    ['7 at a time', records, 7],
    ['account by account, the last first, 100 at a time', byAccount, 100],
  ])('comes to the same %s', async (name, usage, batchRecords) => {
    expect(usage === records || usage[0] !== records[0]).toBe(true);
    expectSame(await play(name, usage, batchRecords), whole);
  });

  it('comes to the same when it is posted twice', async () => {
    const twice = await play('twice', records, 100, 2);
    expect(twice.outcomes[1]).toEqual({
      accepted: 0,
      suspense: 0,
      duplicate: 1_250,
      conflict: 0,
      refused: 0,
    });
    expectSame({ ...twice, outcomes: twice.outcomes.slice(0, 1) }, whole);
  });

  it('comes to something else when one record is missing', async () => {
    const other = await play('less', records.slice(1), 5_000);
    expect(other.files['manifest.json']).not.toBe(whole.files['manifest.json']);
    expect(other.balances).not.toEqual(whole.balances);
  });
});

function expectSame(played: Played, whole: Played): void {
  expect(played.violations).toEqual([]);
  expect(played.balances).toEqual(whole.balances);
  expect(played.files).toEqual(whole.files);
  expect(played).toEqual(whole);
}

async function balancesOf(market: SeededMarket): Promise<string[]> {
  const left = accounts.map(async (code) => [code, ...(await market.balance(code))].join(' '));
  const charged = await market.rows(
    `SELECT a.code, r.sequence, r.record_id, r.grant_number, r.first_drawn_milli, r.drawn_milli, r.recognised_gross,
            r.recognised_net, r.overage_kind, r.overage_tokens, r.usage_gross, r.vendor_cost, r.compute_cost
       FROM ciyuan.usage_record AS r JOIN ciyuan.account AS a USING (account_id) ORDER BY a.code, r.sequence`,
  );
  return [...(await Promise.all(left)), ...charged.map((row) => Object.values(row).join(' '))];
}

function filesOf(directory: string): Record<string, string> {
  const names = readdirSync(directory).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}

const FILES = [
  ...['cambricon-cloud', 'chinatelecom-xingchen', 'deepseek', 'hygon-cloud', 'minimax', 'moonshot'],
  ...['operator', 'tianyi-ascend', 'zhipu'],
]
  .map((party) => `2026-10-v1-${party}-CNY.csv`)
  .concat('manifest.json');
