import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { Totals } from './control-totals';
import type { ComparedTotal, TakeOnRun } from './take-on-run';

interface RunRow {
  id: string;
  digest: string;
  started_at: Date;
}

export interface NewTakeOn {
  readonly digest: string;
  readonly totals: Totals;
  readonly chunks: number;
  readonly by: string;
  readonly at: Instant;
}

/** Take-ons: what was begun, which chunks of it are done, and what it came to. */
@Injectable()
export class TakeOnRunsStore {
  async byDigest(tx: Tx, digest: string): Promise<TakeOnRun | undefined> {
    const rows = await tx.rows<RunRow>('SELECT * FROM ciyuan.take_on_run WHERE digest = $1', [digest]);
    return rows.map(runOf)[0];
  }

  /** Begins it, unless that was done before. */
  async begin(tx: Tx, { digest, totals, chunks, by, at }: NewTakeOn): Promise<TakeOnRun> {
    const rows = await tx.rows<RunRow>(
      `INSERT INTO ciyuan.take_on_run (digest, totals, chunks, started_by, started_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (digest) DO NOTHING RETURNING *`,
      [digest, JSON.stringify(Object.fromEntries(totals)), chunks, by, new Date(at)],
    );
    const run = rows.map(runOf)[0] ?? (await this.byDigest(tx, digest));
    if (run === undefined) throw new Error('a take-on is neither new nor known');
    return run;
  }

  async done(tx: Tx, runId: number): Promise<ReadonlySet<number>> {
    const rows = await tx.rows<{ chunk: number }>(
      'SELECT chunk FROM ciyuan.take_on_chunk WHERE run_id = $1',
      [runId],
    );
    return new Set(rows.map(({ chunk }) => chunk));
  }

  /** Marks a chunk as done; false where it was done before. Whoever is doing it just now is waited for. */
  async mark(tx: Tx, runId: number, chunk: number, at: Instant): Promise<boolean> {
    const rows = await tx.rows(
      `INSERT INTO ciyuan.take_on_chunk (run_id, chunk, applied_at) VALUES ($1, $2, $3)
         ON CONFLICT (run_id, chunk) DO NOTHING RETURNING chunk`,
      [runId, chunk, new Date(at)],
    );
    return rows.length === 1;
  }

  /** What it came to; the first report stands. */
  async report(
    tx: Tx,
    runId: number,
    totals: readonly ComparedTotal[],
    matches: boolean,
    at: Instant,
  ): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.take_on_report (run_id, totals, matches, made_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (run_id) DO NOTHING`,
      [runId, JSON.stringify(totals), matches, new Date(at)],
    );
  }
}

const runOf = (row: RunRow): TakeOnRun => ({
  id: Number(row.id),
  digest: row.digest,
  startedAt: row.started_at.getTime(),
});
