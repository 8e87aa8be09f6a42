import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from '@ciyuan/core/kernel';
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
import { calls as seededCalls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';

const MONTH = '2026-09';
const MANIFEST = 'manifest.json';
const ZONE = 'Asia/Shanghai';
const MONTH_START = '2026-09-01T00:00:00+08:00';
const MONTH_END = '2026-10-01T00:00:00+08:00';

const accounts = accountCodes(40);
/** One of every account that the first sixty go to, or two: of those with a trial one that uses it up. */
const SESSIONS = [1, 2, 3, 4, 5, 6, 8, 9, 12, 15, 20, 22, 23, 31, 39, 40, 43, 51].map((n) => `session-${n}`);
const generated = [...generateCalls({ seed: 'b', sessions: 60 })];
const calls = generated.filter(({ session }) => SESSIONS.includes(session));
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

const NOTHING: OutcomeCounts = { accepted: 0, suspense: 0, duplicate: 0, conflict: 0, refused: 0 };

interface Playing {
  readonly batchRecords?: number;
  readonly times?: number;
  /** Day by day on a clock that goes along, and not at the month's end. */
  readonly isDaily?: boolean;
  readonly first?: (market: SeededMarket) => Promise<unknown>;
}

interface Played {
  readonly outcomes: readonly OutcomeCounts[];
  readonly occurrences: Occurrences;
  /** What each account was charged, record by record, and what is left of its grants. */
  readonly balances: readonly string[];
  /** By name, what was exported. */
  readonly files: Readonly<Record<string, string>>;
  readonly violations: readonly string[];
  /** The days, as text, on which usage was written. */
  readonly writtenOn: readonly string[];
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
    whole = await play('whole', records, { batchRecords: 5_000 });
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
    await opened.drop();
  });

  /** The month from its opened market to its exported statements, on a database of its own. */
  async function play(name: string, usage: readonly PlacedRecord[], how: Playing = {}): Promise<Played> {
    const { batchRecords = 100, times = 1, isDaily = false, first } = how;
    const market = await SeededMarket.at(await copyDatabase(opened), MONTH_START);
    try {
      if (!isDaily) market.moveTo(MONTH_END);
      await first?.(market);
      const days = isDaily ? { dailyIn: ZONE } : {};
      const outcomes: OutcomeCounts[] = [];
      for (let time = 0; time < times; time++)
        outcomes.push(
          await importUsage(market.engine, { records: usage, batchRecords, label: name, ...days }),
        );
      market.moveTo(MONTH_END);
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
        writtenOn: await writtenOn(market),
      };
    } finally {
      await market.stop();
    }
  }

  it('says something: another order, grants, overage, overdraw, suspense and breakage, shared by nine parties', () => {
    expect(byAccount).not.toEqual(records);
    expect(whole.outcomes).toEqual([{ ...NOTHING, accepted: 1_118, suspense: 1 }]);
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
    expectSame(await play(name, usage, { batchRecords }), whole);
  });

  it('comes to the same day by day, as it happens', async () => {
    const daily = await play('daily', records, { isDaily: true });
    expect(daily.writtenOn).toHaveLength(new Set(records.map(({ at }) => dayOf(ZONE, at))).size);
    expectSame({ ...daily, writtenOn: whole.writtenOn }, whole);
  });

  it('comes to the same when it is posted twice', async () => {
    const twice = await play('twice', records, { times: 2 });
    expect(twice.outcomes[1]).toEqual({ ...NOTHING, duplicate: 1_119 });
    expectSame({ ...twice, outcomes: twice.outcomes.slice(0, 1) }, whole);
  });

  it('comes to the same under another run id, which stands in the manifest at most', async () => {
    const other = await play('other', records, { first: calculateLaterMonth });
    expect({ ...manifestOf(other), runId: 0 }).toEqual({ ...manifestOf(whole), runId: 0 });
    expect({ ...other.files, [MANIFEST]: '' }).toEqual({ ...whole.files, [MANIFEST]: '' });
  });

  it('comes to something else when one record is missing', async () => {
    const other = await play('less', records.slice(1));
    expect(other.files[MANIFEST]).not.toBe(whole.files[MANIFEST]);
    expect(other.balances).not.toEqual(whole.balances);
  });
});

/** A run of October, made before that of September. */
async function calculateLaterMonth(market: SeededMarket): Promise<void> {
  const [one] = seededCalls('late | demo-00040 | 2026-10-01T00:00:00 | glm-5 | ascend-910c | input 1');
  expect((await market.post(one as object)).map(({ status }) => status)).toEqual(['accepted']);
  expect(await market.calculate('2026-10')).toMatchObject({ ok: true, value: { id: 1 } });
}

const manifestOf = ({ files }: Played) => JSON.parse(files[MANIFEST] ?? '') as object;

function expectSame(played: Played, whole: Played): void {
  expect(played.violations).toEqual([]);
  expect(played.balances).toEqual(whole.balances);
  expect(played.files).toEqual(whole.files);
  expect(played).toEqual(whole);
}

async function writtenOn(market: SeededMarket): Promise<string[]> {
  const days = await market.rows<{ day: string }>(
    `SELECT DISTINCT (written_at AT TIME ZONE '${ZONE}')::date::text AS day
       FROM ciyuan.account_write WHERE kind = 'usage' ORDER BY day`,
  );
  return days.map(({ day }) => day);
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
  .map((party) => `2026-09-v1-${party}-CNY.csv`)
  .concat(MANIFEST, 'operator-2026-09.csv');
