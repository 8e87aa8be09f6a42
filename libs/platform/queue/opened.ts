/** Something with a connection of its own. */
interface Connected {
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** Connects when it is first used. BullMQ does not get over a first connection that failed: after a fault it begins anew. */
export class Opened<T extends Connected> {
  private opened: T | undefined;

  constructor(
    private readonly open: () => T,
    private readonly complain: (error: Error) => void,
  ) {}

  async use<Answer>(work: (opened: T) => Promise<Answer>): Promise<Answer> {
    const opened = (this.opened ??= this.connected());
    try {
      return await work(opened);
    } catch (error) {
      if (this.opened === opened) this.opened = undefined;
      void opened.close().catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.opened?.close();
  }

  private connected(): T {
    const opened = this.open();
    opened.on('error', this.complain);
    return opened;
  }
}
