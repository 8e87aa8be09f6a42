import type { Payer } from '@ciyuan/core/billing';
import type { Fen, Instant } from '@ciyuan/core/kernel';

export const BILL_RUN_STATES = ['calculating', 'draft', 'finalising', 'final', 'superseded'] as const;
export type BillRunState = (typeof BILL_RUN_STATES)[number];

/** What is billed up to a cut-off: calculated by one person, made final by another. */
export interface BillRun {
  readonly id: number;
  readonly cutOff: Instant;
  readonly graceHours: number;
  /** Codes; all accounts, where neither accounts nor customers are named. */
  readonly accounts: readonly string[];
  readonly customers: readonly string[];
  readonly state: BillRunState;
  readonly chunks: number;
  readonly inputDigest: string | null;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly finalisedAt: Instant | null;
  readonly finalisedBy: string | null;
}

/** An account as a run takes it: who pays for it, and up to which of its sequence numbers it is billed. */
export interface RunAccount {
  readonly accountId: number;
  readonly code: string;
  readonly zone: string;
  readonly anchorDay: number;
  readonly payer: Payer;
  readonly throughSequence: number;
}

/** What a run comes to in one currency; fen. */
export interface BillRunTotals {
  readonly currency: string;
  readonly invoices: number;
  readonly creditNotes: number;
  readonly grossFen: Fen;
  readonly netFen: Fen;
  readonly taxFen: Fen;
}

/** How far a run is, in chunks of payers. */
export interface BillRunProgress {
  readonly calculated: number;
  readonly issued: number;
  readonly total: number;
}

const MS_PER_HOUR = 3_600_000;

/** Until then what is late can still be calculated in. */
export const graceEnd = ({ cutOff, graceHours }: Pick<BillRun, 'cutOff' | 'graceHours'>): Instant =>
  cutOff + graceHours * MS_PER_HOUR;
