import type { Period } from '@ciyuan/core/kernel';
import { SEEDED_MARKET } from '../demo/seeded-market';
import { BATCH_RECORDS, BenchUsage } from './bench-usage';
import { WorkerProcess } from './worker-process';

interface Lane {
  readonly process: WorkerProcess;
  readonly partner: string;
  readonly usage: BenchUsage;
}

/** Some processes that write at once, each for accounts of its own, as the customers of a partner are its own. */
export class WritePool {
  private constructor(private readonly lanes: readonly Lane[]) {}

  static async start(
    count: number,
    databaseUrl: string,
    accounts: readonly string[],
    period: Period,
  ): Promise<WritePool> {
    const lanes = Array.from({ length: count }, (_, lane): Lane => {
      const own = accounts.filter((_account, index) => index % count === lane);
      const partner = SEEDED_MARKET.partners[lane % SEEDED_MARKET.partners.length] as string;
      return { process: new WorkerProcess(), partner, usage: new BenchUsage(`bench-${lane}`, own, period) };
    });
    const pool = new WritePool(lanes);
    await Promise.all(
      lanes.map(({ process }) => process.ask({ kind: 'start', databaseUrl, now: period.end })),
    );
    return pool;
  }

  /** Writes so many batches, dealt out evenly; what is timed begins when every process has its bodies. */
  async write(batches: number): Promise<{ readonly records: number; readonly ms: number }> {
    await Promise.all(
      this.lanes.map(({ process, partner, usage }, lane) => {
        const own = Math.ceil((batches - lane) / this.lanes.length);
        return process.ask({
          kind: 'load',
          partner,
          bodies: Array.from({ length: own }, () => usage.body()),
        });
      }),
    );
    const began = performance.now();
    const done = await Promise.all(this.lanes.map(({ process }) => process.ask({ kind: 'go' })));
    const ms = performance.now() - began;
    const records = done.reduce((sum, answer) => sum + (answer.kind === 'done' ? answer.accepted : 0), 0);
    if (records !== batches * BATCH_RECORDS)
      throw new Error(`${records} of ${batches * BATCH_RECORDS} were accepted`);
    return { records, ms };
  }

  async stop(): Promise<void> {
    await Promise.all(this.lanes.map(({ process }) => process.ask({ kind: 'stop' })));
  }

  kill(): void {
    for (const { process } of this.lanes) process.kill();
  }
}
