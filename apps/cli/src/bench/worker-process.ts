import { fork, type ChildProcess } from 'node:child_process';
import type { FromWorker, ToWorker } from './bench-worker';

/** The hidden command of this program that {@link serveBench} answers to. */
export const WORKER_COMMAND = 'bench-worker';

/** A forked {@link BenchWorker}. */
export class WorkerProcess {
  private readonly child: ChildProcess;

  constructor() {
    this.child = fork(process.argv[1] as string, [WORKER_COMMAND], { serialization: 'advanced' });
  }

  ask(message: ToWorker): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      const failed = (code: number | null): void => reject(new Error(`a worker ended with ${code}`));
      this.child.once('exit', failed);
      this.child.once('message', (answer: FromWorker) => {
        this.child.off('exit', failed);
        resolve(answer);
      });
      this.child.send(message);
    });
  }

  kill(): void {
    if (this.child.connected) this.child.kill();
  }
}
