import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { MovableClock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { RelayOutbox } from '@ciyuan/platform/outbox';
import { JobQueue } from '@ciyuan/platform/queue';
import { freshDatabase, type FreshDatabase } from '../../../test/support/database';
import { JobProcess } from '../../../test/support/job-process';
import { hasRedis, startRedis, type RedisServer } from '../../../test/support/redis-server';
import { EnqueueRun } from './enqueue-run';
import { JobAttemptsStore } from './job-attempts.store';
import type { JobContext, JobFlow, JobKind, JobRefusal } from './job-kind';
import { JobLoop } from './job-loop';
import { jobIdOf, type JobRun } from './job-run';
import { ListJobs } from './list-jobs';
import { RequestJob } from './request-job';
import { SweepJobs } from './sweep-jobs';

const LOST_AFTER_MS = 31_000;
const STEPS_A_CHILD = 2;
const FLOW = z.strictObject({ children: z.int().min(0), bad: z.string().default('') });
const PART = z.strictObject({ of: z.string(), bad: z.string() });

/** Every beginning of any work, by any process, and each end: in their order. */
const course: string[] = [];

class Whole implements JobKind<z.infer<typeof FLOW>> {
  readonly kind = 'settlement';
  readonly parameters = FLOW;

  flow({ children, bad }: z.infer<typeof FLOW>): Promise<JobFlow> {
    const names = Array.from({ length: children }, (_, index) => String.fromCharCode(97 + index));
    return Promise.resolve({
      totalSteps: 1,
      children: names.map((of) => ({
        kind: 're_rating',
        parameters: { of, bad: bad.includes(of) ? bad : '' },
        totalSteps: STEPS_A_CHILD,
      })),
    });
  }

  async run(_: unknown, { runId, progress }: JobContext): Promise<Result<object, JobRefusal>> {
    course.push(`whole ${runId}`);
    await progress(1, 1);
    return ok({ whole: true });
  }
}

/** Of `!` it is refused; of `~` it goes on until it is interrupted, the first time. */
class Part implements JobKind<z.infer<typeof PART>> {
  readonly kind = 're_rating';
  readonly parameters = PART;

  async run(
    { of, bad }: z.infer<typeof PART>,
    { runId, progress }: JobContext,
  ): Promise<Result<object, JobRefusal>> {
    const name = `${of} ${runId}`;
    const isFirst = !course.includes(name);
    course.push(name);
    if (bad.startsWith('!')) return refuse({ code: 'no_data', detail: 'nothing was booked' });
    for (let step = 0; bad.startsWith('~') && isFirst; step = 1) {
      await progress(step, STEPS_A_CHILD);
      await pause(5);
    }
    await progress(STEPS_A_CHILD, STEPS_A_CHILD);
    return ok({ of });
  }
}

const BACKENDS = hasRedis() ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];
if (!hasRedis()) console.warn('SKIPPED: flows on Redis, for there is no redis-server on the PATH');

describe.each(BACKENDS)('work in parts whose queue is on %s', (backend) => {
  let database: FreshDatabase;
  let owner: Client;
  let redis: RedisServer | undefined;
  let clock: MovableClock;
  let asking: JobProcess;
  const processes: JobProcess[] = [];

  const process = async (): Promise<JobProcess> => {
    const options = { databaseUrl: database.appUrl, redisUrl: redis?.url, clock, kinds: [Whole, Part] };
    const one = await JobProcess.of(options);
    processes.push(one);
    return one;
  };
  const worker = async (): Promise<JobProcess> => (await process()).start();

  beforeAll(async () => {
    database = await freshDatabase();
    owner = new Client(database.ownerUrl);
    await owner.connect();
    if (backend === 'Redis') redis = await startRedis();
    clock = new MovableClock(Date.UTC(2026, 6, 2));
  });
  beforeEach(async () => {
    course.length = 0;
    asking = await process();
  });
  afterEach(async () => {
    await Promise.all(processes.splice(0).map((one) => one.stop()));
    await forget();
  });
  afterAll(async () => {
    await owner.end();
    await redis?.stop();
    await database.drop();
  });

  const forget = async (): Promise<unknown> => redis?.flush() ?? owner.query('TRUNCATE bullmq.job CASCADE');
  const request = async (children: number, bad = ''): Promise<JobRun> => {
    const asked = { kind: 'settlement', parameters: { children, bad }, requestedBy: 'ann' };
    const run = await asking.get(RequestJob).run(asked);
    if (!run.ok) throw new Error(run.refusal.code);
    return run.value;
  };
  const relay = (from = asking): Promise<void> => from.get(JobLoop).relayNow();
  const childrenOf = async (run: JobRun): Promise<readonly JobRun[]> =>
    (await asking.get(ListJobs).run({ parent: run.id, limit: 100, sort: 'id' })).items;
  const endsOf = async (run: JobRun): Promise<string[]> =>
    (await childrenOf(run)).map(({ state, attempts }) => `${state} ${attempts}`);
  /** Begins and ends a run as another process would that tells nobody of it. */
  async function doneElsewhere(id: number): Promise<void> {
    const store = asking.get(JobAttemptsStore);
    const beginning = { at: clock.now(), lostBefore: clock.now() - LOST_AFTER_MS, attempts: 3 };
    await asking.get(Database).transaction(async (tx) => {
      const begun = await store.begin(tx, id, beginning);
      await store.finish(tx, { runId: id, number: begun?.attempts ?? 0 }, {}, clock.now());
    });
  }
  const state = async (id: number): Promise<string> => (await asking.when(id, () => true)).state;

  it('is done once its parts are, and shows how far all of it is', async () => {
    const run = await request(3);
    const parts = await childrenOf(run);
    expect(run).toMatchObject({ children: 3, parentId: null, doneSteps: 0, totalSteps: 7 });
    expect(parts).toMatchObject([1, 2, 3].map((at) => ({ id: run.id + at, parentId: run.id, children: 0 })));
    const told = await owner.query('SELECT FROM ciyuan.outbox WHERE batch_id BETWEEN $1 AND $1 + 3', [
      run.id,
    ]);
    expect(told.rowCount).toBe(1);
    await relay();
    await doneElsewhere(parts[0]?.id ?? 0);
    const [one, other] = await Promise.all([worker(), worker()]);
    expect(other).toBeDefined();
    expect(await one.ended(run.id)).toMatchObject({
      ...{ state: 'done', attempts: 1, doneSteps: 5, totalSteps: 7, result: { whole: true } },
    });
    expect(await endsOf(run)).toEqual(['done 1', 'done 1', 'done 1']);
    expect([...course].sort()).toEqual([`b ${run.id + 2}`, `c ${run.id + 3}`, `whole ${run.id}`]);
    expect(course.at(-1)).toBe(`whole ${run.id}`);
  });

  it('is one run where there are no parts', async () => {
    const run = await request(0);
    expect(run).toMatchObject({ children: 0, totalSteps: null });
    await relay();
    expect(await (await worker()).ended(run.id)).toMatchObject({ state: 'done', totalSteps: 1 });
  });

  it('has failed when a part has, which it names, and begins nothing', async () => {
    const run = await request(3, '!b');
    await relay();
    expect(await (await worker()).ended(run.id)).toMatchObject({
      state: 'failed',
      error: `child_failed: job ${run.id + 2} (re_rating): no_data: nothing was booked`,
    });
    expect(await endsOf(run)).toEqual(['done 1', 'failed 1', 'done 1']);
    expect(course).not.toContain(`whole ${run.id}`);
  });

  it('is told of again, by several, whose relay broke off', async () => {
    const run = await request(2);
    const breakOff = {
      topic: 'job.requested',
      hear: async (): Promise<void> => {
        await asking.get(EnqueueRun).run(run.id);
        throw new Error('killed');
      },
    };
    await expect(asking.get(RelayOutbox).run([breakOff])).rejects.toThrow('killed');
    await doneElsewhere(run.id + 1);
    const other = await process();
    await Promise.all([relay(), relay(other), other.get(EnqueueRun).run(run.id)]);
    expect(await (await worker()).ended(run.id)).toMatchObject({ state: 'done', attempts: 1 });
    expect(course).toEqual([`b ${run.id + 2}`, `whole ${run.id}`]);
  });

  it('comes back whole when the queue forgot it, with what is missing alone', async () => {
    const run = await request(3);
    await relay();
    await doneElsewhere(run.id + 2);
    await forget();
    const sweep = asking.get(SweepJobs);
    expect(await sweep.run()).toEqual({ enqueued: 0, failed: 0 });
    clock.moveBy(LOST_AFTER_MS);
    // The parent brings its children with it.
    expect(await sweep.run()).toEqual({ enqueued: 1, failed: 0 });
    expect(await sweep.run()).toEqual({ enqueued: 0, failed: 0 });
    const has = [0, 1, 2, 3].map((at) => asking.get(JobQueue).has(jobIdOf(run.id + at)));
    expect(await Promise.all(has)).toEqual([true, true, false, true]);
    expect(await (await worker()).ended(run.id)).toMatchObject({ state: 'done', attempts: 1 });
    expect(course.at(-1)).toBe(`whole ${run.id}`);
    expect(await endsOf(run)).toEqual(['done 1', 'done 1', 'done 1']);
  });

  it('is let go of when the queue holds it back for parts that have ended', async () => {
    const run = await request(2);
    await relay();
    for (const at of [1, 2]) await doneElsewhere(run.id + at);
    expect(await asking.get(JobQueue).isHeld(jobIdOf(run.id))).toBe(true);
    const sweep = asking.get(SweepJobs);
    expect(await sweep.run()).toEqual({ enqueued: 0, failed: 0 });
    clock.moveBy(LOST_AFTER_MS);
    expect(await sweep.run()).toEqual({ enqueued: 1, failed: 0 });
    expect(await asking.get(JobQueue).isHeld(jobIdOf(run.id))).toBe(false);
    expect(await (await worker()).ended(run.id)).toMatchObject({ state: 'done', attempts: 1 });
    expect(course).toEqual([`whole ${run.id}`]);
  });

  it('takes up parts that the queue has without it', async () => {
    const run = await request(3);
    for (const at of [1, 2]) await asking.get(EnqueueRun).run(run.id + at);
    await relay();
    expect(await asking.get(JobQueue).isHeld(jobIdOf(run.id))).toBe(true);
    expect(await (await worker()).ended(run.id)).toMatchObject({ state: 'done', attempts: 1 });
    expect(course.toSorted()).toEqual([
      ...['a', 'b', 'c'].map((of, index) => `${of} ${run.id + index + 1}`),
      `whole ${run.id}`,
    ]);
  });

  it('does not begin before its parts have ended, though the queue gives it out', async () => {
    const run = await request(2);
    await asking.get(JobQueue).add({
      ...{ id: jobIdOf(run.id), name: 'run', data: { runId: run.id }, attempts: 1, pauseMs: 1 },
    });
    const working = await worker();
    while (await working.get(JobQueue).has(jobIdOf(run.id))) await pause(5);
    expect([await state(run.id), course]).toEqual(['queued', []]);
    clock.moveBy(LOST_AFTER_MS);
    await working.get(SweepJobs).run();
    expect(await working.ended(run.id)).toMatchObject({ state: 'done', attempts: 1 });
  });

  it('goes on where its process ended', async () => {
    const run = await request(2, '~b');
    await relay();
    const first = await worker();
    await first.when(run.id + 2, ({ doneSteps }) => doneSteps > 0);
    await first.stop();
    expect([await state(run.id), await state(run.id + 2)]).toEqual(['queued', 'queued']);
    expect(await (await worker()).ended(run.id)).toMatchObject({ state: 'done', attempts: 1 });
    expect(course.filter((one) => one.startsWith('b'))).toHaveLength(2);
    expect(await endsOf(run)).toEqual(['done 1', 'done 1']);
  });

  it('is asked for with all of its parts, by one person, at one instant', async () => {
    const run = await request(1);
    const late = (by: string, at: number, key: string | null = null): Promise<unknown> =>
      owner.query(
        `INSERT INTO ciyuan.job_run (kind, parameters, requested_by, requested_at, heartbeat_at, parent_id, request_key)
         VALUES ('re_rating', '{}', $2, $3, $3, $1, $4)`,
        [run.id, by, new Date(at), key],
      );
    await expect(late('bob', run.requestedAt)).rejects.toThrow('asked_for_with_its_parent');
    await expect(late('ann', run.requestedAt + 1)).rejects.toThrow('asked_for_with_its_parent');
    await expect(late('ann', run.requestedAt, 'key')).rejects.toThrow('no_key_of_its_own');
    await expect(
      owner.query('UPDATE ciyuan.job_run SET parent_id = id WHERE id = $1', [run.id + 1]),
    ).rejects.toThrow('behind_its_parent');
  });
});
