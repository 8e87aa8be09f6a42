import type { Fen, Instant } from '@ciyuan/core/kernel';
import type { Role } from '@ciyuan/platform/auth';

const CHECKERS = ['checker', 'admin'] as const;
const FINANCE_TOO = ['finance', 'checker', 'admin'] as const;

/** Whom the route asks for that decides it; whom the limits of an adjustment ask for is said when it is signed. */
export const DECIDED_BY = {
  draft: CHECKERS,
  settlement_run: CHECKERS,
  payment: FINANCE_TOO,
  dispute_line: FINANCE_TOO,
  clawback: FINANCE_TOO,
  month_reopening: CHECKERS,
  bill_run: FINANCE_TOO,
  invoice_void: FINANCE_TOO,
  credit_note: FINANCE_TOO,
  adjustment: FINANCE_TOO,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type ApprovalKind = keyof typeof DECIDED_BY;
export const APPROVAL_KINDS = Object.keys(DECIDED_BY) as ApprovalKind[];

/** What waits for another person than whoever asked for it, or signed it already. */
export interface Approval {
  readonly kind: ApprovalKind;
  /** Codes and numbers, to be put into words. */
  readonly title: string;
  /** Where the API shows it. */
  readonly path: string;
  /** Where it is decided. */
  readonly decisionPath: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly signedBy: readonly string[];
  readonly reason: string | null;
  readonly amount: { readonly currency: string; readonly fen: Fen } | null;
}

/** Of one kind, as many as are shown at once. */
export interface Waiting {
  readonly items: readonly Approval[];
  /** Whether more of them wait than are shown. */
  readonly isMore: boolean;
}

/** What reads the approvals of some kinds by the verbs of their module. */
export type WaitingReaders = Readonly<Partial<Record<ApprovalKind, () => Promise<Waiting>>>>;

export const MOST_OF_A_KIND = 200;
export const NOTHING_SAID = { signedBy: [], reason: null, amount: null } as const;

export const waitingOf = <T>(
  items: readonly T[],
  isMore: boolean,
  approvalOf: (one: T) => Approval,
): Waiting => ({ items: items.map(approvalOf), isMore });
