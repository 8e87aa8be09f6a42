import { Injectable } from '@nestjs/common';

/** Some hundred bytes each. */
const MOST_KEPT = 1_000_000;

/**
 * The account ids that this process has read. A code never changes its id, so nothing here goes stale. A transaction
 * that opens an account must not ask for its id: should it fail, the code is free again for another one.
 */
@Injectable()
export class AccountIds {
  private readonly ids = new Map<string, number>();

  remember(code: string, id: number): void {
    if (this.ids.size >= MOST_KEPT) this.ids.clear();
    this.ids.set(code, id);
  }

  known(codes: Iterable<string>): Map<string, number> {
    const known = new Map<string, number>();
    for (const code of codes) {
      const id = this.ids.get(code);
      if (id !== undefined) known.set(code, id);
    }
    return known;
  }
}
