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
import type { JobContext, JobKind, JobRefusal } from './job-kind';
import { JobLoop } from './job-loop';
import { jobIdOf, type JobRun } from './job-run';
import { RequestJob, type JobRequest } from './request-job';
import { SweepJobs } from './sweep-jobs';

const LOST_AFTER_MS = 31_000;
const numbers = z.strictObject({ steps: z.int().min(0) });
type Steps = z.infer<typeof numbers>;

/** Every beginning of any work, by any process: kind and run. */
const begun: string[] = [];
const beginningsOf = (run: JobRun): number => begun.filter((one) => one === `${run.kind} ${run.id}`).length;

abstract class Noted {
  abstract readonly kind: string;
  readonly parameters = numbers;

  async run(parameters: Steps, context: JobContext): Promise<Result<object, JobRefusal>> {
    begun.push(`${this.kind} ${context.runId}`);
    return this.work(parameters, context);
  }

  abstract work(parameters: Steps, context: JobContext): Promise<Result<object, JobRefusal>>;
}

class Counting extends Noted implements JobKind<Steps> {
  readonly kind = 'renewal';

  async work({ steps }: Steps, { progress, requestedBy }: JobContext): Promise<Result<object, JobRefusal>> {
    for (let step = 0; step <= steps; step++) await progress(step, steps);
    return ok({ counted: steps, for: requestedBy });
  }
}

/** Fails as often as it is told to. */
class Failing extends Noted implements JobKind<Steps> {
  readonly kind = 'expiry';

  async work({ steps }: Steps, { runId }: JobContext): Promise<Result<object, JobRefusal>> {
    const beginnings = begun.filter((one) => one === `expiry ${runId}`).length;
    if (beginnings <= steps) throw new Error(`broken ${beginnings} times`);
    return ok({ beginnings });
  }
}

class Refusing extends Noted implements JobKind<Steps> {
  readonly kind = 'settlement';

  async work(): Promise<Result<object, JobRefusal>> {
    return refuse({ code: 'no_data', detail: 'nothing was booked' });
  }
}

/** Goes on until it is interrupted; to the second process that takes it, it is nothing. */
class Endless extends Noted implements JobKind<Steps> {
  readonly kind = 'export';

  async work(_steps: Steps, { runId, progress }: JobContext): Promise<Result<object, JobRefusal>> {
    if (begun.filter((one) => one === `export ${runId}`).length > 1) return ok({ at: 'last' });
    for (let step = 0; ; step++) {
      await progress(step, null);
      await pause(5);
    }
  }
}

const KINDS = [Counting, Failing, Refusing, Endless];
const BACKENDS = hasRedis() ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];
if (!hasRedis()) console.warn('SKIPPED: jobs on Redis, for there is no redis-server on the PATH');

describe.each(BACKENDS)('jobs whose queue is on %s', (backend) => {
  let database: FreshDatabase;
  let owner: Client;
  let redis: RedisServer | undefined;
  let clock: MovableClock;
  let asking: JobProcess;
  const processes: JobProcess[] = [];

  const process = async (): Promise<JobProcess> => {
    const options = { databaseUrl: database.appUrl, redisUrl: redis?.url, clock, kinds: KINDS };
    const one = await JobProcess.of(options);
    processes.push(one);
    return one;
  };
  const worker = async (): Promise<JobProcess> => (await process()).start();

  beforeAll(async () => {
    begun.length = 0;
    database = await freshDatabase();
    owner = new Client(database.ownerUrl);
    await owner.connect();
    if (backend === 'Redis') redis = await startRedis();
    clock = new MovableClock(Date.UTC(2026, 6, 2));
  });
  beforeEach(async () => {
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

  /** The queue loses all that it holds. */
  const forget = async (): Promise<unknown> => redis?.flush() ?? owner.query('TRUNCATE bullmq.job CASCADE');
  const request = async (kind: string, steps = 3, more: Partial<JobRequest> = {}): Promise<JobRun> => {
    const parameters = { steps };
    const run = await asking.get(RequestJob).run({ kind, parameters, requestedBy: 'ann', ...more });
    if (!run.ok) throw new Error(run.refusal.code);
    return run.value;
  };
  const relay = (from = asking): Promise<void> => from.get(JobLoop).relayNow();
  const published = async (runs: readonly JobRun[]): Promise<number> => {
    const ids = runs.map(({ id }) => id);
    const text = 'SELECT FROM ciyuan.outbox WHERE batch_id = ANY ($1) AND published_at IS NOT NULL';
    return (await owner.query(text, [ids])).rowCount ?? 0;
  };

  it('does one once, and its row says what came of it', async () => {
    const run = await request('renewal', 10);
    expect(run).toMatchObject({ state: 'queued', doneSteps: 0, totalSteps: null, attempts: 0, result: null });
    await relay();
    const done = await (await worker()).ended(run.id);
    expect(done).toEqual({
      id: run.id,
      kind: 'renewal',
      parameters: { steps: 10 },
      requestKey: null,
      parentId: null,
      children: 0,
      state: 'done',
      doneSteps: 10,
      totalSteps: 10,
      result: { counted: 10, for: 'ann' },
      error: null,
      attempts: 1,
      requestedBy: 'ann',
      requestedAt: clock.now(),
      startedAt: clock.now(),
      finishedAt: clock.now(),
    });
    expect([beginningsOf(run), await published([run])]).toEqual([1, 1]);
  });

  it('takes a request that comes again under its key for the one it was', async () => {
    const run = await request('renewal', 1, { requestKey: 'once' });
    expect((await request('renewal', 1, { requestKey: 'once' })).id).toBe(run.id);
    const together = await Promise.all(
      [1, 2, 3, 4].map(() => request('renewal', 2, { requestKey: 'together' })),
    );
    expect(new Set(together.map(({ id }) => id)).size).toBe(1);
    await expect(request('renewal', 9, { requestKey: 'once' })).rejects.toThrow('request_key_reused');
    await expect(request('expiry', 1, { requestKey: 'once' })).rejects.toThrow('request_key_reused');
    await expect(request('renewal', -1)).rejects.toThrow('invalid_parameters');
    await expect(request('audit', 1)).rejects.toThrow('unknown_kind');
  });

  it('does one once whose job was added twice', async () => {
    const run = await request('renewal');
    await relay();
    await asking.get(EnqueueRun).run(run.id);
    await asking.get(EnqueueRun).run(run.id);
    expect(await asking.get(JobQueue).has(jobIdOf(run.id))).toBe(true);
    const working = await worker();
    await working.ended(run.id);
    // And once more after it was done: the queue knows nothing of it, its row does.
    await working.get(EnqueueRun).run(run.id);
    const next = await request('renewal');
    await relay();
    await working.ended(next.id);
    expect([beginningsOf(run), beginningsOf(next)]).toEqual([1, 1]);
    expect(await working.get(JobQueue).has(jobIdOf(run.id))).toBe(false);
  });

  it('tells of one again whose relay broke off before it had said so', async () => {
    const run = await request('renewal');
    const breakOff = {
      topic: 'job.requested',
      hear: async (): Promise<void> => {
        await asking.get(EnqueueRun).run(run.id);
        throw new Error('killed');
      },
    };
    await expect(asking.get(RelayOutbox).run([breakOff])).rejects.toThrow('killed');
    expect(await published([run])).toBe(0);
    await relay();
    expect(await published([run])).toBe(1);
    expect((await (await worker()).ended(run.id)).attempts).toBe(1);
    expect(beginningsOf(run)).toBe(1);
  });

  it('has two workers share them, each done once', async () => {
    const runs = await Promise.all(Array.from({ length: 24 }, () => request('renewal')));
    const [one, other] = await Promise.all([worker(), worker()]);
    await Promise.all([relay(one), relay(other)]);
    const done = await Promise.all(runs.map(({ id }) => one.ended(id)));
    expect(done.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(runs.map(() => 'done 1'));
    expect(runs.map(beginningsOf)).toEqual(runs.map(() => 1));
    expect(await published(runs)).toBe(24);
  });

  it('tries again what breaks, until it has failed for good', async () => {
    const [mended, broken] = [await request('expiry', 2), await request('expiry', 3)];
    await relay();
    const working = await worker();
    expect(await working.ended(mended.id)).toMatchObject({
      state: 'done',
      attempts: 3,
      error: null,
      result: { beginnings: 3 },
    });
    expect(await working.ended(broken.id)).toMatchObject({
      state: 'failed',
      attempts: 3,
      error: 'broken 3 times',
      result: null,
    });
    expect(beginningsOf(broken)).toBe(3);
  });

  it('does not try again what is refused', async () => {
    const run = await request('settlement');
    await relay();
    expect(await (await worker()).ended(run.id)).toMatchObject({
      state: 'failed',
      attempts: 1,
      error: 'no_data: nothing was booked',
    });
    expect(beginningsOf(run)).toBe(1);
  });

  const begin = (run: JobRun): Promise<JobRun | undefined> => {
    const beginning = { at: clock.now(), lostBefore: clock.now() - 30_000, attempts: 3 };
    return asking
      .get(Database)
      .transaction((tx) => asking.get(JobAttemptsStore).begin(tx, run.id, beginning));
  };

  it('is put into the queue again when its process died and the queue forgot it', async () => {
    const [dead, forgotten] = [await request('renewal'), await request('renewal')];
    await relay();
    expect(await begin(dead)).toMatchObject({ state: 'running', attempts: 1 });
    await forget();
    const sweep = asking.get(SweepJobs);
    expect(await sweep.run()).toEqual({ enqueued: 0, failed: 0 });
    clock.moveBy(LOST_AFTER_MS);
    expect(await sweep.run()).toEqual({ enqueued: 2, failed: 0 });
    expect(await sweep.run()).toEqual({ enqueued: 0, failed: 0 });
    const working = await worker();
    expect(await working.ended(dead.id)).toMatchObject({ state: 'done', attempts: 2 });
    expect(await working.ended(forgotten.id)).toMatchObject({ state: 'done', attempts: 1 });
    expect([beginningsOf(dead), beginningsOf(forgotten)]).toEqual([1, 1]);
  });

  it('has failed when it was lost as often as is allowed', async () => {
    const run = await request('renewal');
    for (const attempts of [1, 2, 3]) {
      expect(await begin(run)).toMatchObject({ attempts });
      expect(await begin(run)).toBeUndefined();
      clock.moveBy(LOST_AFTER_MS);
    }
    expect(await begin(run)).toBeUndefined();
    expect(await asking.get(SweepJobs).run()).toEqual({ enqueued: 0, failed: 1 });
    const failed = { state: 'failed', error: 'lost by its worker 3 times', attempts: 3 };
    expect(await asking.ended(run.id)).toMatchObject(failed);
  });

  it('is not written to by an attempt that was given up', async () => {
    const run = await request('export');
    await relay();
    const slow = await worker();
    await slow.when(run.id, ({ doneSteps }) => doneSteps > 0);
    await owner.query(
      "UPDATE ciyuan.job_run SET heartbeat_at = heartbeat_at - interval '1 hour' WHERE id = $1",
      [run.id],
    );
    await forget();
    expect(await asking.get(SweepJobs).run()).toEqual({ enqueued: 1, failed: 0 });
    expect(await (await worker()).ended(run.id)).toMatchObject({ attempts: 2, result: { at: 'last' } });
    await pause(30);
    expect(await asking.ended(run.id)).toMatchObject({ state: 'done', doneSteps: 0, attempts: 2 });
  });

  it('goes back to the queue when its process is told to end', async () => {
    const run = await request('export');
    await relay();
    const first = await worker();
    await first.when(run.id, ({ doneSteps }) => doneSteps > 0);
    await first.stop();
    expect(await asking.when(run.id, () => true)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(await (await worker()).ended(run.id)).toMatchObject({ state: 'done', attempts: 1 });
    expect(beginningsOf(run)).toBe(2);
  });
});
