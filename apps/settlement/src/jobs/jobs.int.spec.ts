import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Manifest } from '@ciyuan/modules/reporting';
import { ApiKeys, AuthModule, type Role } from '@ciyuan/platform/auth';
import { ClockModule, MovableClock } from '@ciyuan/platform/clock';
import { ConfigModule, readConfig } from '@ciyuan/platform/config';
import { Database, DatabaseModule } from '@ciyuan/platform/database';
import { createHttpApp, type Problem } from '@ciyuan/platform/http';
import { holdAnswers } from '../../../../test/support/described-answers';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/database';
import { JUNE, SMALL_MONTH, SettledMonth } from '../../../../test/support/settled-month';
import { Tampering } from '../../../../test/support/tampering';
import { SettlementAppModule } from '../settlement-app.module';
import type { JobView, JobsView } from './jobs.dto';
import { SettlementJob } from './settlement-job';

class TestApp {}

const NOW = Date.UTC(2026, 6, 2);
const AT = '2026-07-02T00:00:00Z';
const JOBS = '/v1/jobs';
const LIE = 'version of a month and its job';
const NO_RIGHT = '42501';
const PATIENCE_MS = 8_000;
const SETTLE = { kind: 'settlement', parameters: { month: JUNE } };

describe('jobs over HTTP', () => {
  let fresh: FreshDatabase;
  let app: NestFastifyApplication;
  let dataDir: string;
  let tampering: Tampering;
  const keys = new Map<Role, string>();

  beforeAll(async () => {
    fresh = await freshDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'ciyuan-jobs-'));
    const imports = [
      DatabaseModule.at(fresh.appUrl, 6),
      ClockModule.forRoot(new MovableClock(NOW)),
      ConfigModule.forRoot({ ...readConfig({}), databaseUrl: fresh.appUrl, dataDir }),
      AuthModule,
      SettlementAppModule,
    ];
    app = await createHttpApp({ module: TestApp, imports }, { title: 'settlement' });
    holdAnswers(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    for (const role of ['admin', 'finance', 'operations', 'checker', 'maker', 'partner'] as const)
      keys.set(role, await app.get(ApiKeys).issue({ role, subject: role }));
    const months = new SettledMonth(app.get(Database));
    await months.openMarket();
    await months.book(SMALL_MONTH);
    tampering = await Tampering.asSuperuser(fresh);
  });
  afterAll(async () => {
    await tampering.end();
    await app.close();
    await fresh.drop();
    rmSync(dataDir, { recursive: true });
  });

  const ask = (role: Role, method: 'GET' | 'POST', url: string, payload?: object) =>
    app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${keys.get(role)}` },
      ...(payload !== undefined && { payload }),
    });
  const read = async <Body>(role: Role, url: string): Promise<Body> =>
    (await ask(role, 'GET', url)).json<Body>();
  const problem = async (...request: Parameters<typeof ask>): Promise<string> => {
    const { type, status, faults } = (await ask(...request)).json<Problem>();
    const paths = (faults ?? []).map(({ path }) => path);
    return [status, type.replace('urn:ciyuan:problem:', ''), ...paths].join(' ');
  };
  async function ended(id: number): Promise<JobView> {
    for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(10)) {
      const job = await read<JobView>('finance', `${JOBS}/${id}`);
      if (job.finishedAt !== null) return job;
    }
    throw new Error(`job ${id} does not end`);
  }
  async function request(role: Role, body: object): Promise<JobView> {
    const answer = await ask(role, 'POST', JOBS, body);
    const job = answer.json<JobView>();
    expect([answer.statusCode, answer.headers.location]).toEqual([202, `${JOBS}/${job.id}`]);
    return job;
  }

  it('calculates a month, and says where that stands', async () => {
    const job = await request('finance', SETTLE);
    expect(job).toEqual({
      id: 1,
      ...SETTLE,
      parent: null,
      children: 0,
      state: 'queued',
      progress: { done: 0, total: null },
      result: null,
      error: null,
      attempts: 0,
      requestedBy: 'finance',
      requestedAt: AT,
      startedAt: null,
      finishedAt: null,
    });
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/) as unknown;
    expect(await ended(job.id)).toEqual({
      ...job,
      state: 'done',
      progress: { done: 3, total: 3 },
      result: { settlementRun: 1, month: JUNE, version: 1, inputDigest: digest },
      attempts: 1,
      startedAt: AT,
      finishedAt: AT,
    });
  });

  it('makes one version of a month, however often the job is begun', async () => {
    const context = { runId: 1, requestedBy: 'finance', progress: () => Promise.resolve() };
    const again = await app.get(SettlementJob, { strict: false }).run({ month: JUNE }, context);
    const first = await read<JobView>('finance', `${JOBS}/1`);
    expect(again).toEqual({ ok: true, value: first.result });
    const { runs } = await read<{ runs: unknown[] }>('finance', '/v1/settlement-runs');
    expect(runs).toHaveLength(1);
  });

  it.each([
    ['nothing but what is so', 'attempts = 1', []],
    ['another version than it made', `result = result || '{"version": 2}'`, [LIE]],
    ['another month', `parameters = '{"month": "2026-05"}'`, [LIE]],
    ['another author', "requested_by = 'somebody'", [LIE]],
    ['that it made something else', "kind = 'export'", [LIE]],
  ])('is found out where its row says %s', async (_what, change, found) => {
    const { rows, reports } = await tampering.with(`UPDATE job_run SET ${change} WHERE id = 1`);
    expect([rows, reports['jobs-made-what-they-say'] ?? []]).toEqual([1, found]);
  });

  it.each([
    ['a job that is done, opened again', "UPDATE job_run SET state = 'queued' WHERE id = 1"],
    ['another result', "UPDATE job_run SET result = '{}' WHERE id = 1"],
    ['other parameters', "UPDATE job_run SET parameters = '{}' WHERE id = 1"],
    ['another author', "UPDATE job_run SET requested_by = 'somebody' WHERE id = 1"],
    ['a job forgotten', 'DELETE FROM job_run WHERE id = 1'],
    ['no jobs', 'TRUNCATE job_run CASCADE'],
    ['another version of the queue’s tables', 'UPDATE bullmq.migration SET version = 99'],
    ['a table of its own beside them', 'CREATE TABLE bullmq.mark (id int)'],
    ['another queue', 'DROP TABLE bullmq.job'],
  ])('refuses the application %s', async (_what, statement) => {
    const application = await Tampering.at(fresh.appUrl);
    expect(await application.refusal(statement)).toBe(NO_RIGHT);
    await application.end();
  });

  it('takes a second post under one key for the first', async () => {
    const once = { ...SETTLE, requestKey: 'June, second version' };
    const job = await request('finance', once);
    expect(await ended(job.id)).toMatchObject({ state: 'done', result: { version: 2 } });
    expect(await request('finance', once)).toMatchObject({ id: job.id, state: 'done' });
    const other = { ...once, parameters: { month: '2026-05' } };
    expect(await problem('finance', 'POST', JOBS, other)).toBe('409 request_key_reused requestKey');
  });

  it('says why a month cannot be calculated', async () => {
    const { id } = await request('admin', { kind: 'settlement', parameters: { month: '2026-05' } });
    const error = 'no_data: Nothing was booked in 2026-05.';
    expect(await ended(id)).toMatchObject({ state: 'failed', error, attempts: 1, result: null });
  });

  it('exports a run, and again to the same bytes', async () => {
    const body = { kind: 'export', parameters: { runId: 2 } };
    const { result, progress } = await ended((await request('finance', body)).id);
    const { folder, manifest } = result as { folder: string; manifest: Manifest };
    expect(manifest).toEqual(await read('finance', '/v1/settlement-runs/2/manifest'));
    expect(progress).toEqual({ done: 6, total: 6 });
    const digests = filesOf(join(dataDir, folder));
    const promised = [...manifest.files, ...manifest.operator].map(({ file, sha256 }) => [file, sha256]);
    expect(digests.filter(([file]) => file !== 'manifest.json')).toEqual(promised);
    expect((await ended((await request('finance', body)).id)).result).toEqual(result);
    expect(filesOf(join(dataDir, folder))).toEqual(digests);
    const unknown = await request('finance', { kind: 'export', parameters: { runId: 9 } });
    expect(await ended(unknown.id)).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/^unknown_run/) as unknown,
    });
  });

  it('exports the formats that are asked for into a folder of their own', async () => {
    const formats = ['json', 'xlsx', 'pdf'];
    const body = { kind: 'export', parameters: { runId: 2, formats, rowsPerSheet: 1 } };
    const { result, parameters } = await ended((await request('finance', body)).id);
    expect(parameters).toEqual({ runId: 2, formats: ['xlsx', 'pdf', 'json'], rowsPerSheet: 1 });
    const { folder, manifest } = result as { folder: string; manifest: Manifest };
    expect(folder).toBe(join('exports', 'run-2-xlsx-pdf-json-1-rows'));
    const promised = [...manifest.files, ...manifest.operator].map(({ file, sha256 }) => [file, sha256]);
    const digests = filesOf(join(dataDir, folder)).filter(([file]) => file !== 'manifest.json');
    expect([digests.length, digests]).toEqual([6 * 3 + 2, promised]);
    const asked = '/v1/settlement-runs/2/manifest?formats=pdf,json,xlsx&rowsPerSheet=1';
    expect(await read('finance', asked)).toEqual(manifest);
    expect(
      manifest.files
        .map(({ format }) => format)
        .sort()
        .join(),
    ).toBe(
      [
        ...Array<string>(6).fill('json'),
        ...Array<string>(6).fill('pdf'),
        ...Array<string>(6).fill('xlsx'),
      ].join(),
    );
  });

  it('renews and expires what is due: here nothing', async () => {
    const [renewal, expiry] = [
      await request('operations', { kind: 'renewal' }),
      await request('operations', { kind: 'expiry', parameters: {} }),
    ];
    expect(await ended(renewal.id)).toMatchObject({
      result: { renewedGrants: 0 },
      progress: { done: 0, total: 0 },
    });
    expect(await ended(expiry.id)).toMatchObject({ result: { expiredGrants: 0 } });
  });

  it.each<[string, Role, object]>([
    ['400 invalid_request kind', 'finance', { kind: 'audit', parameters: {} }],
    ['400 invalid_request kind', 'finance', {}],
    ['400 invalid_request parameters.month', 'finance', { kind: 'settlement' }],
    [
      '400 invalid_request parameters.month',
      'finance',
      { kind: 'settlement', parameters: { month: '2026-13' } },
    ],
    ['400 invalid_request parameters.runId', 'finance', { kind: 'export', parameters: { runId: '2' } }],
    [
      '400 invalid_request parameters.formats.0',
      'finance',
      { kind: 'export', parameters: { runId: 2, formats: ['doc'] } },
    ],
    [
      '400 invalid_request parameters.formats',
      'finance',
      { kind: 'export', parameters: { runId: 2, formats: [] } },
    ],
    [
      '400 invalid_request parameters.rowsPerSheet',
      'finance',
      { kind: 'export', parameters: { runId: 2, rowsPerSheet: 2_000_000 } },
    ],
    ['400 invalid_request parameters.until', 'finance', { kind: 'renewal', parameters: { until: AT } }],
    ['400 invalid_request parameters', 'finance', { kind: 'renewal', parameters: [] }],
    ['400 invalid_request requestKey', 'finance', { ...SETTLE, requestKey: '' }],
    ['403 role_not_allowed', 'operations', SETTLE],
    ['403 role_not_allowed', 'operations', { kind: 'export', parameters: { runId: 2 } }],
    ['403 role_not_allowed', 'checker', SETTLE],
    ['403 role_not_allowed', 'partner', SETTLE],
  ])('answers %s to %s for %j', async (expected, role, body) => {
    expect(await problem(role, 'POST', JOBS, body)).toBe(expected);
  });

  it('lists them page by page, the latest first', async () => {
    const list = (query: string) => read<JobsView>('checker', `${JOBS}?${query}`);
    const page = async (query: string): Promise<unknown[]> => {
      const { jobs, next } = await list(query);
      return [
        ...jobs.map(({ kind, requestedBy }) => `${kind} ${requestedBy}`),
        next === null ? null : 'next',
      ];
    };
    expect(await page('kind=settlement&limit=2')).toEqual(['settlement admin', 'settlement finance', 'next']);
    const { next } = await list('kind=settlement&limit=2');
    expect(await page(`kind=settlement&limit=2&after=${String(next)}`)).toEqual(['settlement finance', null]);
    const all = [
      'expiry',
      'renewal',
      'export',
      'export',
      'export',
      'export',
      'settlement',
      'settlement',
      'settlement',
    ];
    expect((await page('')).map((one) => String(one).split(' ')[0])).toEqual([...all, 'null']);
    expect(await page('kind=settlement&state=failed')).toEqual(['settlement admin', null]);
    expect(await problem('checker', 'GET', `${JOBS}?state=gone`)).toBe('400 invalid_request state');
    expect(await problem('checker', 'GET', `${JOBS}?kind=audit`)).toBe('400 invalid_request kind');
    expect(await problem('checker', 'GET', `${JOBS}/99`)).toBe('404 unknown_job');
    expect(await problem('maker', 'GET', JOBS)).toBe('403 role_not_allowed');
  });
});

/** The SHA-256 of each file of a folder, by the files' names. */
function filesOf(folder: string): (readonly [string, string])[] {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  return names.sort().map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ]);
}
