import { VoidUsage } from '@ciyuan/modules/charging';
import { ReRatingSettings, SettleMonth, SettlementModule } from '@ciyuan/modules/settlement';
import { JobLoop, ListJobs, RequestJob, type JobRun } from '@ciyuan/platform/jobs';
import { asOwner } from '../../../../test/support/as-owner';
import { copyDatabase } from '../../../../test/support/copy-database';
import type { FreshDatabase } from '../../../../test/support/database';
import { JobProcess } from '../../../../test/support/job-process';
import { calls } from '../../../../test/support/seeded-calls';
import { SeededMarket } from '../../../../test/support/seeded-market';
import { Tampering } from '../../../../test/support/tampering';
import { must } from '../../../../test/support/settlement-engine';
import { ReRatingJob } from './re-rating-job';
import { SettlementJob } from './settlement-job';

const MONTH = '2026-10';
const NAMES = ['wang', 'li', 'zhao', 'chen', 'liu'];

/** A million of each second call is beyond a package of ten million, until the first is void. */
const CALLS = NAMES.map(
  (name) => `
  ${name}-1 | ${name} | 2026-10-05T09:00:00 | glm-5-air | ascend-910c | input 9_000_000
  ${name}-2 | ${name} | 2026-10-06T09:00:00 | glm-5-air | ascend-910c | input 2_000_000`,
).join('');

/** A month whose five accounts all have a void, up to when it is asked for. */
async function told(): Promise<FreshDatabase> {
  const market = await SeededMarket.open('2026-10-01T00:00:00+08:00');
  for (const name of NAMES) {
    await market.openAccount(name, 'consumer');
    await market.order(name, 'payg-standard');
    await market.order(name, 'personal-10m');
  }
  market.moveTo('2026-10-20T00:00:00+08:00');
  await market.post(...calls(CALLS));
  const items = NAMES.map((name) => ({ source: 'api', id: `${name}-1`, reason: 'sent twice' }));
  await market.engine.get(VoidUsage).run({ partner: 'gw-east', by: 'gw-east', asStaff: false, items });
  await market.endMonth(MONTH);
  await market.engine.stop();
  return market.urls;
}

describe('a month that is settled as a job', () => {
  let original: FreshDatabase;
  let alone: string;
  let urls: FreshDatabase;
  let market: SeededMarket;
  const processes: JobProcess[] = [];
  const now = '2026-11-05T00:00:00+08:00';

  beforeAll(async () => {
    original = await told();
    await open();
    const settled = await market.engine.get(SettleMonth).run({ month: MONTH, by: 'maker' });
    alone = must(settled).inputDigest;
    await close();
  });
  afterAll(() => original.drop());
  beforeEach(() => open());
  afterEach(() => close());

  async function open(): Promise<void> {
    urls = await copyDatabase(original);
    market = await SeededMarket.at(urls, now);
  }
  async function close(): Promise<void> {
    await Promise.all(processes.splice(0).map((one) => one.stop()));
    await market.engine.stop();
    await urls.drop();
  }
  const process = async (accountsAPart = 2): Promise<JobProcess> => {
    const { clock } = market.engine;
    const kinds = [SettlementJob, ReRatingJob];
    const options = { databaseUrl: urls.appUrl, redisUrl: undefined, clock, kinds };
    const one = await JobProcess.of({ ...options, imports: [SettlementModule] });
    Object.assign(one.get(ReRatingSettings), { accountsAPart });
    processes.push(one);
    return one;
  };
  const request = async (from: JobProcess, kind?: 'proforma'): Promise<JobRun> => {
    const parameters = { month: MONTH, ...(kind !== undefined && { kind }) };
    return must(await from.get(RequestJob).run({ kind: 'settlement', parameters, requestedBy: 'maker' }));
  };
  const done = async (by: JobProcess, { id }: JobRun): Promise<JobRun> => {
    await by.get(JobLoop).relayNow();
    return by.ended(id);
  };
  const parts = async (reader: JobProcess, run: JobRun): Promise<string[]> => {
    const page = { parent: run.id, limit: 100, sort: 'id' } as const;
    const { items } = await reader.get(ListJobs).run(page);
    return items.map(({ kind, state, totalSteps, result }) =>
      [kind, state, totalSteps, JSON.stringify(result)].join(' '),
    );
  };
  const reRated = (): Promise<{ account_id: string }[]> =>
    market.rows<{ account_id: string }>('SELECT account_id FROM ciyuan.re_rating_run ORDER BY 1');

  it('rates its accounts anew in parts first, and comes to what one run comes to', async () => {
    const [one, other] = [await (await process()).start(), await (await process()).start()];
    const run = await request(other);
    expect(run).toMatchObject({ children: 3, doneSteps: 0, totalSteps: 8 });
    expect(await done(one, run)).toMatchObject({
      ...{ state: 'done', doneSteps: 8, totalSteps: 8 },
      result: { month: MONTH, version: 1, inputDigest: alone },
    });
    expect(await parts(one, run)).toEqual([
      ...[1, 2].map(() => 're_rating done 2 {"changed":2,"accounts":2}'),
      're_rating done 1 {"changed":1,"accounts":1}',
    ]);
    expect(await reRated()).toHaveLength(5);
    expect(await market.violations()).toEqual([]);
    const again = await request(one);
    expect(again).toMatchObject({ children: 0, totalSteps: null });
    expect((await done(one, again)).result).toMatchObject({ version: 2, inputDigest: alone });
  });

  it('has no parts as an indication', async () => {
    expect(await request(await process(), 'proforma')).toMatchObject({ children: 0 });
  });

  it('names the part that failed, and asked for again does what is missing', async () => {
    const [bad] = await market.rows<{ id: string }>(
      "SELECT account_id AS id FROM ciyuan.account WHERE code = 'chen'",
    );
    await asOwner(
      { urls },
      `CREATE FUNCTION ciyuan.broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$`,
      `CREATE TRIGGER broken BEFORE INSERT ON ciyuan.re_rating_run FOR EACH ROW
         WHEN (NEW.account_id = ${Number(bad?.id)}) EXECUTE FUNCTION ciyuan.broken()`,
    );
    const working = await (await process(1)).start();
    const run = await request(working);
    const failed = await done(working, run);
    expect(failed).toMatchObject({ state: 'failed', children: 5, doneSteps: 4, totalSteps: 8 });
    expect(failed.error).toMatch(/^child_failed: job \d+ \(re_rating\): .*broken/);
    expect(await reRated()).toHaveLength(4);
    await asOwner({ urls }, 'DROP TRIGGER broken ON ciyuan.re_rating_run');
    const again = await request(working);
    expect(again.children).toBe(1);
    expect((await done(working, again)).result).toMatchObject({ version: 1, inputDigest: alone });
    expect(await parts(working, again)).toEqual(['re_rating done 1 {"changed":1,"accounts":1}']);
    expect(await market.violations()).toEqual([]);
  });

  it('is found out where a part says another whole, or the whole says that it went before', async () => {
    const working = await (await process()).start();
    const [run, other] = [await request(working), await request(working, 'proforma')];
    for (const one of [run, other]) await done(working, one);
    const tampering = await Tampering.asSuperuser(urls);
    const found = async (change: string, id: number): Promise<readonly string[]> => {
      const { rows, reports } = await tampering.with(`UPDATE job_run SET ${change} WHERE id = ${id}`);
      expect(rows).toBe(1);
      return reports['flows-end-after-their-parts'] ?? [];
    };
    const lie = ['work and a part of it'];
    expect(await found('attempts = 1', run.id + 1)).toEqual([]);
    expect(await found('parent_id = NULL', run.id + 1)).toEqual(lie);
    expect(await found(`parent_id = ${run.id + 1}`, run.id + 2)).toEqual(lie);
    expect(await found("requested_by = 'somebody'", run.id + 1)).toEqual(lie);
    expect(await found("requested_at = requested_at - interval '1 s'", run.id + 1)).toEqual(lie);
    expect(await found(`parameters = parameters || '{"month": "2026-09"}'`, run.id + 1)).toEqual(lie);
    expect(await found("kind = 'expiry'", run.id)).toEqual([...lie, ...lie, ...lie]);
    expect(await found("state = 'queued', result = NULL, finished_at = NULL", run.id + 1)).toEqual(lie);
    expect(await found("state = 'failed', error = 'x', result = NULL", run.id + 1)).toEqual(lie);
    await tampering.end();
  });

  it('finds what is void since it was asked for', async () => {
    const asking = await process(100);
    const run = await request(asking);
    expect(run).toMatchObject({ children: 1, totalSteps: 8 });
    const items = [{ source: 'api', id: 'li-2', reason: 'sent twice' }];
    await market.engine.get(VoidUsage).run({ partner: 'gw-east', by: 'gw-east', asStaff: true, items });
    expect((await done(await asking.start(), run)).state).toBe('done');
    expect(await market.violations()).toEqual([]);
  });
});
