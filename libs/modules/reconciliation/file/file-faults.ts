import type { RowFault } from '../reconciliation-run';

/** Of one file: whoever mends these finds the others then. */
export const MOST_FAULTS = 100;

/** A file from which nothing is taken, since some of it cannot be read. */
export class FaultyFile extends Error {
  override readonly name = 'FaultyFile';

  constructor(readonly faults: readonly RowFault[]) {
    super(`${faults.length} faults`);
  }
}
