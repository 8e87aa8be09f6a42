import { z } from 'zod';

const MOST_MINUTES = 180;
const USUAL_MINUTES = 15;

export const intakeQuerySchema = z.strictObject({
  minutes: z.coerce.number().int().min(1).max(MOST_MINUTES).default(USUAL_MINUTES),
  partner: z.string().min(1).max(63).optional(),
});
export type IntakeQuery = z.infer<typeof intakeQuerySchema>;

/** What was written, and how much of what was posted came to nothing. */
export interface IntakeView {
  readonly at: string;
  /** The beginning of the first minute. */
  readonly from: string;
  readonly partners: readonly PartnerIntakeView[];
}

export interface PartnerIntakeView {
  /** Null of writes that were of several partners, such as suspense that was tried again. */
  readonly partner: string | null;
  readonly charged: number;
  readonly suspended: number;
  /** Malformed, of nobody's contract, or too late: nothing was claimed. */
  readonly refused: number;
  /** The same came before. */
  readonly duplicates: number;
  /** Another record came before under the same id. */
  readonly conflicts: number;
  /** Of what was written, over all of the minutes, with at most three places. */
  readonly recordsPerSecond: string;
  /** Those in which something came in, the earliest first. */
  readonly minutes: readonly {
    readonly startsAt: string;
    readonly charged: number;
    readonly suspended: number;
    readonly refused: number;
    readonly duplicates: number;
    readonly conflicts: number;
  }[];
  readonly lastWriteAt: string | null;
  readonly openSuspense: number;
  /** Whole hours without a write, behind one that had some, within the last day. */
  readonly silences: readonly { readonly from: string; readonly until: string }[];
}
