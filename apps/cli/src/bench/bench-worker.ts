import type { Json } from '@ciyuan/core/usage';
import { IntakeUsage } from '@ciyuan/modules/charging';
import { Engine } from '../scratch/scratch-engine';

export type ToWorker =
  | { readonly kind: 'start'; readonly databaseUrl: string; readonly now: number }
  | { readonly kind: 'load'; readonly partner: string; readonly bodies: readonly string[] }
  | { readonly kind: 'go' }
  | { readonly kind: 'stop' };

/** `accepted` answers a `go`; the other messages are answered by `ready`. */
export type FromWorker = { readonly kind: 'ready' } | { readonly kind: 'done'; readonly accepted: number };

/** One process that writes usage: what it is to write is loaded before the clock starts. */
export class BenchWorker {
  private engine: Engine | undefined;
  private partner = '';
  private bodies: readonly string[] = [];

  async on(message: ToWorker): Promise<FromWorker> {
    switch (message.kind) {
      case 'start':
        this.engine = await Engine.start(message.databaseUrl, message.now);
        return { kind: 'ready' };
      case 'load':
        this.partner = message.partner;
        this.bodies = message.bodies;
        return { kind: 'ready' };
      case 'go':
        return { kind: 'done', accepted: await this.write() };
      case 'stop':
        await this.engine?.stop();
        return { kind: 'ready' };
    }
  }

  private async write(): Promise<number> {
    const intake = this.engine?.get(IntakeUsage);
    if (intake === undefined) throw new Error('the worker was not started');
    let accepted = 0;
    for (const body of this.bodies) {
      const { records } = JSON.parse(body) as { records: Json[] };
      const outcomes = await intake.run(this.partner, records);
      accepted += outcomes.filter((outcome) => outcome.status === 'accepted').length;
    }
    return accepted;
  }
}

/** Serves the process that forked this one, message by message. */
export function serveBench(): void {
  const worker = new BenchWorker();
  process.on('message', (message: ToWorker) => {
    worker.on(message).then(
      (answer) => {
        process.send?.(answer);
        if (message.kind === 'stop') process.disconnect();
      },
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
