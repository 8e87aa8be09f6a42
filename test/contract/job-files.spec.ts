import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RunSettlement } from '@ciyuan/modules/settlement';
import type { Role } from '@ciyuan/platform/auth';
import { Database } from '@ciyuan/platform/database';
import { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';
import { must } from '../support/settlement-engine';

const START = '2026-10-01T00:00:00+08:00';
const CALLED = '2026-10-05T12:00:00+08:00';
const PATIENCE_MS = 8_000;
const MIB = 1_048_576;

interface Written {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}
interface Exported {
  readonly folder: string;
  readonly manifest: { readonly files: readonly Written[]; readonly operator: readonly Written[] };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('files that jobs wrote, over the API', () => {
  let market: HttpMarket;
  const directory = mkdtempSync(join(tmpdir(), 'ciyuan-files-'));

  beforeAll(async () => {
    market = await HttpMarket.open(START, [], { DATA_DIR: directory });
    await openAccount(market.engine, 'shop:alice@east', ['base'], START);
    market.engine.clock.moveTo(Date.parse('2026-11-02T00:00:00+08:00'));
    await market.report(usage('u1', 'shop:alice@east', CALLED, { input: 1_100_000 }));
    must(await market.app.get(RunSettlement, { strict: false }).run({ month: '2026-10', by: 'maker' }));
  });
  afterAll(async () => {
    await market.close();
    rmSync(directory, { recursive: true });
  });

  const pathOf = (id: number, name: string): string => `/v1/jobs/${id}/files/${encodeURIComponent(name)}`;
  const fetched = async (id: number, name: string): Promise<Response> =>
    fetch(`${market.url}${pathOf(id, name)}`, { headers: await market.headers('finance') });
  const bytesOf = async (id: number, name: string): Promise<Buffer> => {
    const answer = await fetched(id, name);
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  async function refusal(path: string, role: Role = 'finance'): Promise<string> {
    const { status, body } = await market.get(path, role);
    return `${status} ${body.type.replace('urn:ciyuan:problem:', '')}`;
  }

  async function exported<Result>(kind: string, parameters: object): Promise<{ id: number; result: Result }> {
    const { body } = await market.post<{ id: number }>('/v1/jobs', { kind, parameters }, 'finance');
    for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(20)) {
      const job = await market.get<{ state: string; result: Result }>(`/v1/jobs/${body.id}`, 'finance');
      if (['done', 'failed'].includes(job.body.state)) return { id: body.id, result: job.body.result };
    }
    throw new Error('the job does not end');
  }
  const exportRun = (parameters: object = {}) => exported<Exported>('export', { runId: 1, ...parameters });

  /** An export that is done, as one whose files lie in folders would leave it. */
  async function doneWith(result: object): Promise<number> {
    return market.app.get(Database).transaction(async (tx) => {
      const rows = await tx.rows<{ id: string }>(
        `INSERT INTO ciyuan.job_run (kind, parameters, requested_by, requested_at, heartbeat_at)
         VALUES ('export', '{"runId": 1, "formats": ["csv"]}', 'finance', now(), now()) RETURNING id`,
        [],
      );
      const id = Number(rows[0]?.id);
      const begun = `state = 'running', attempts = 1, started_at = now()`;
      await tx.rows(`UPDATE ciyuan.job_run SET ${begun} WHERE id = $1`, [id]);
      await tx.rows(
        `UPDATE ciyuan.job_run SET state = 'done', result = $2, done_steps = 1, total_steps = 1, finished_at = now()
          WHERE id = $1`,
        [id, JSON.stringify(result)],
      );
      return id;
    });
  }

  it('are what the manifest says, in each format, the operator’s among them', async () => {
    const { id, result } = await exportRun({ formats: ['csv', 'xlsx', 'pdf', 'json'] });
    const { files, operator } = result.manifest;
    expect(operator.map(({ file }) => file)).toEqual([
      'operator-2026-10.csv',
      'operator-2026-10.json',
      'operator-2026-10.xlsx',
    ]);
    for (const { file, bytes, sha256: digest } of [...files, ...operator]) {
      const content = await bytesOf(id, file);
      expect([file, content.length, sha256(content)]).toEqual([file, bytes, digest]);
    }
  });

  it.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['json', 'application/json; charset=utf-8'],
  ])('say by their ending .%s that they are %s', async (ending, type) => {
    const { id } = await exportRun({ formats: [ending] });
    const { headers } = await fetched(id, `operator-2026-10.${ending}`);
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      type,
      `attachment; filename*=UTF-8''operator-2026-10.${ending}`,
    ]);
  });

  it('are there of a month’s cost and usage too, whatever is in the name', async () => {
    const { id, result } = await exported<{ manifest: Written }>('focus_export', {
      month: '2026-10',
      account: 'shop:alice@east',
    });
    const { file, sha256: digest } = result.manifest;
    expect(file).toContain('%3A');
    expect(sha256(await bytesOf(id, file))).toBe(digest);
  });
  it('come from folders within the export, however long they are', async () => {
    const content = Buffer.alloc(20 * MIB, 'line of a statement\n');
    mkdirSync(join(directory, 'exports/deep/a folder'), { recursive: true });
    writeFileSync(join(directory, 'exports/deep/a folder/账单.csv'), content);
    const listed = { file: 'a folder/账单.csv', bytes: content.length, sha256: sha256(content) };
    const id = await doneWith({ folder: 'exports/deep', manifest: { files: [listed], operator: [] } });
    const answer = await fetched(id, listed.file);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('账单.csv')}`,
    );
    expect(sha256(Buffer.from(await answer.arrayBuffer()))).toBe(listed.sha256);
  });

  it('are those of the manifest, and nothing else of the disk', async () => {
    const { id, result } = await exportRun();
    writeFileSync(join(directory, 'secret.txt'), 'a key');
    writeFileSync(join(directory, result.folder, 'left.txt'), 'left behind');
    for (const name of [
      'left.txt',
      '../../secret.txt',
      './operator-2026-10.csv',
      join(directory, 'secret.txt'),
    ])
      expect([name, await refusal(pathOf(id, name))]).toEqual([name, '404 unknown_file']);
    expect(await refusal(pathOf(id + 999, 'operator-2026-10.csv'))).toBe('404 unknown_job');
    expect(await refusal(`/v1/jobs/none/files/operator-2026-10.csv`)).toBe('400 invalid_request');
  });

  it('are none of work that writes none, or that is not done', async () => {
    const renewal = await exported('renewal', {});
    expect(await refusal(pathOf(renewal.id, 'operator-2026-10.csv'))).toBe('404 unknown_file');
    const failed = await exported('export', { runId: 99 });
    expect(await refusal(pathOf(failed.id, 'operator-2026-10.csv'))).toBe('409 job_not_done');
  });

  it('are not given away where they are not here, or not the same any more', async () => {
    const { id, result } = await exportRun();
    const path = join(directory, result.folder, 'operator-2026-10.csv');
    renameSync(path, `${path}.kept`);
    expect(await refusal(pathOf(id, 'operator-2026-10.csv'))).toBe('404 file_not_here');
    const { bytes = 0 } = result.manifest.operator[0] ?? {};
    writeFileSync(path, 'x'.repeat(bytes));
    expect(await refusal(pathOf(id, 'operator-2026-10.csv'))).toBe('409 file_replaced');
    renameSync(`${path}.kept`, path);
    expect((await bytesOf(id, 'operator-2026-10.csv')).length).toBe(bytes);
  });

  it('of another length of sheets leave the earlier ones as they were', async () => {
    const { id, result } = await exportRun({ formats: ['xlsx'] });
    await exportRun({ formats: ['xlsx'], rowsPerSheet: 1 });
    for (const { file, sha256: digest } of result.manifest.files)
      expect(sha256(await bytesOf(id, file))).toBe(digest);
  });

  it.each([
    ['finance', 200],
    ['checker', 200],
    ['operations', 200],
    ['admin', 200],
    ['maker', 403],
    ['partner', 403],
  ] as const)('answer %s with %s', async (role, status) => {
    const { id } = await exportRun();
    expect((await market.get(pathOf(id, 'operator-2026-10.csv'), role)).status).toBe(status);
  });
});
