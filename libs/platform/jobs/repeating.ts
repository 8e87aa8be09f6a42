import { Logger } from '@nestjs/common';

/** Work that is done again and again, one turn after another; a turn that fails is said, and the next one comes. */
export class Repeating {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private isStopped = false;
  private complaint = '';

  constructor(
    private readonly logger: Logger,
    private readonly everyMs: number,
    private readonly work: () => Promise<unknown>,
  ) {}

  start(): void {
    this.timer = setTimeout(() => void this.now(), this.everyMs);
    this.timer.unref();
  }

  /** A turn at once, after the one that is under way; the next comes as long after it as after any other. */
  now(): Promise<void> {
    clearTimeout(this.timer);
    if (!this.isStopped) this.turn = this.turn.then(() => this.take());
    return this.turn;
  }

  /** Waits for the turn that is under way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.turn;
  }

  private async take(): Promise<void> {
    if (this.isStopped) return;
    try {
      await this.work();
      this.complaint = '';
    } catch (error) {
      this.complain(error instanceof Error ? error.message : String(error));
    }
    clearTimeout(this.timer);
    if (!this.isStopped) this.start();
  }

  /** The same fault at every turn is said once. */
  private complain(complaint: string): void {
    if (complaint !== this.complaint) this.logger.error(complaint);
    this.complaint = complaint;
  }
}
