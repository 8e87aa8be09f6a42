import { z } from 'zod';
import { APPROVAL_KINDS, type ApprovalKind } from './approval';

export const approvalsQuerySchema = z.strictObject({ kind: z.enum(APPROVAL_KINDS).optional() });
export type ApprovalsQuery = z.infer<typeof approvalsQuerySchema>;

export interface ApprovalView {
  readonly kind: ApprovalKind;
  /** Codes and numbers, to be put into words. */
  readonly title: string;
  /** Where the API shows it, and where it is decided by a post. */
  readonly path: string;
  readonly decisionPath: string;
  readonly askedBy: string;
  readonly askedAt: string;
  /** Who else has signed it already. */
  readonly signedBy: readonly string[];
  readonly reason: string | null;
  readonly amount: { readonly currency: string; readonly value: string } | null;
  /** The caller asked for it, or has signed it: somebody else decides. */
  readonly mine: boolean;
}

export interface ApprovalsView {
  /** Of the kinds that the caller's role decides; what has waited longest first. */
  readonly approvals: readonly ApprovalView[];
  /** Kinds of which more wait than are listed here. */
  readonly more: readonly ApprovalKind[];
}
