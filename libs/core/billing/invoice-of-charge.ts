/** A final document's line of one key, and how far its run read the account. */
export interface InvoicedLine {
  readonly runId: number;
  readonly throughSequence: number;
  readonly number: string;
  /** Runs behind this one bill again what was on it; null while it stands. */
  readonly voidedAfterRunId: number | null;
}

/**
 * The document that a charge stands on: a line bills all that its key was charged up to the sequence number of its run,
 * less what documents before it had, and so each charge is on the first line that reached it. What was on a voided one
 * is on the first line of a run behind the void. Null where no document that stands has it: it is not billed yet, or
 * came to no fen. `lines` are those of the charge's key, by run.
 */
export function invoiceOfCharge(lines: readonly InvoicedLine[], sequence: number): string | null {
  let behind = 0;
  for (const { runId, throughSequence, number, voidedAfterRunId } of lines) {
    if (throughSequence < sequence || runId <= behind) continue;
    if (voidedAfterRunId === null) return number;
    behind = voidedAfterRunId;
  }
  return null;
}
