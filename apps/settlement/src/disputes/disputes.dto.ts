import { DISPUTE_LINE_STATES, DISPUTE_REASONS } from '@ciyuan/core/settlement';
import { DISPUTE_ORDER } from '@ciyuan/modules/settlement';
import { pageQuery } from '@ciyuan/platform/lists';
import { decimalText, displayName } from '@ciyuan/platform/validation';
import { z } from 'zod';

const FEN_PLACES = 2;
const USUAL_PAGE = 50;
const MOST_LINES = 1_000;

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const text = z.string().trim().min(1).max(2_000);
const amount = decimalText(FEN_PLACES);

export const newDisputeSchema = z.strictObject({
  note: displayName.optional().meta({
    description: 'On whose word: staff that speaks in the party’s name says it; the party need not',
  }),
  lines: z
    .array(
      z.strictObject({
        line: z.int().min(1).nullable().meta({ description: 'Of the statement; null for all of it' }),
        claimed: amount.meta({ description: 'The share as it should be, in the statement’s currency' }),
        reason: z.enum(DISPUTE_REASONS),
        detail: text,
      }),
    )
    .min(1)
    .max(MOST_LINES),
});
export type NewDisputeRequest = z.infer<typeof newDisputeSchema>;

export const disputesQuerySchema = z.strictObject({
  ...pageQuery(DISPUTE_ORDER, { usual: USUAL_PAGE }),
  party: z.string().min(1).max(63).optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM')
    .optional(),
  state: z.enum(DISPUTE_LINE_STATES).optional().meta({ description: 'With a line in this state' }),
  overdue: z
    .stringbool()
    .optional()
    .meta({ description: 'Those alone that should have been decided before today' }),
});
export type DisputesQuery = z.infer<typeof disputesQuerySchema>;

export const disputeParamsSchema = z.object({ id });
export type DisputeParams = z.infer<typeof disputeParamsSchema>;

export const disputeLineParamsSchema = disputeParamsSchema.extend({ line: id });
export type DisputeLineParams = z.infer<typeof disputeLineParamsSchema>;

export const evidenceParamsSchema = disputeParamsSchema.extend({ number: id });
export type EvidenceParams = z.infer<typeof evidenceParamsSchema>;

export const proposalSchema = z.strictObject({
  granted: amount.nullable().meta({
    description: 'What the party is to have more, or less: no more than it claims; null rejects the claim',
  }),
  reason: text,
});
export type ProposalRequest = z.infer<typeof proposalSchema>;

export const decisionSchema = z.strictObject({
  agreed: z.boolean().meta({ description: 'False sends the proposal back' }),
  reason: text,
});
export type DecisionRequest = z.infer<typeof decisionSchema>;

export const withdrawalSchema = z.strictObject({ reason: text });
export type WithdrawalRequest = z.infer<typeof withdrawalSchema>;

export const evidenceQuerySchema = z.strictObject({
  name: z
    .string()
    .regex(/^[^\p{Cc}/\\]{1,200}$/u, 'a file name')
    .meta({ description: 'Of the file' }),
});
export type EvidenceQuery = z.infer<typeof evidenceQuerySchema>;

export interface DisputeEventView {
  readonly step: string;
  readonly granted: string | null;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
  readonly proposedBy: string | null;
}

export interface DisputeLineView {
  readonly line: number;
  /** Null for the statement as a whole. */
  readonly statementLine: number | null;
  readonly issued: string;
  readonly claimed: string;
  readonly reason: string;
  readonly detail: string;
  readonly reconciliationDifferences: readonly number[];
  readonly state: string;
  readonly events: readonly DisputeEventView[];
}

/** Amounts are decimals in the statement's currency. */
export interface DisputeView {
  readonly id: number;
  readonly runId: number;
  readonly party: string;
  readonly currency: string;
  readonly month: string;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly note: string | null;
  readonly dueOn: string;
  readonly lines: readonly DisputeLineView[];
}

export interface EvidenceView {
  readonly number: number;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedAt: string;
  readonly addedBy: string;
}

export interface DisputeReadView extends DisputeView {
  readonly evidence: readonly EvidenceView[];
}

export interface DisputesView {
  readonly disputes: readonly DisputeView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
