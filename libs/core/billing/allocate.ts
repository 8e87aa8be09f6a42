import type { Fen } from '../kernel';

/** An invoice, or an account's part of one, and what of it is not paid yet. */
export interface OpenDocument {
  readonly document: string;
  readonly openFen: Fen;
}

export interface Allocation {
  readonly document: string;
  /** Above 0. */
  readonly amountFen: Fen;
}

/**
 * What of an amount goes to which document: to the named one alone, or to all in their order, the oldest first. Never
 * more than is open of each; what is left over goes to none.
 */
export function allocate(amountFen: Fen, open: readonly OpenDocument[], named: string | null): Allocation[] {
  const allocations: Allocation[] = [];
  let leftFen = amountFen;
  for (const { document, openFen } of open) {
    if (leftFen <= 0n) break;
    if (openFen <= 0n || (named !== null && named !== document)) continue;
    const partFen = openFen < leftFen ? openFen : leftFen;
    allocations.push({ document, amountFen: partFen });
    leftFen -= partFen;
  }
  return allocations;
}
