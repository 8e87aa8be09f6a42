import { displayName } from '@ciyuan/platform/validation';
import { z } from 'zod';

const MOST_AT_ONCE = 1_000;
const LONGEST_FINDING = 500;

export const acknowledgementSchema = z.strictObject({
  findings: z
    .array(z.string().min(1).max(LONGEST_FINDING))
    .min(1)
    .max(MOST_AT_ONCE)
    .refine((findings) => new Set(findings).size === findings.length, 'each once')
    .meta({ description: 'As `finding` of what is read here; for all of them the same reason' }),
  reason: displayName,
});
export type AcknowledgementRequest = z.infer<typeof acknowledgementSchema>;

/** Amounts are decimals in the currency beside them; of `model_tokens` they are whole tokens. */
export interface MovementView {
  readonly party: string;
  readonly currency: string;
  /** Null of the party's whole share. */
  readonly model: string | null;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  /** Of what was before; null where that was nothing. */
  readonly changePercent: string | null;
}

export interface AcknowledgementView {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface FindingView extends MovementView {
  readonly finding: string;
  readonly kind: string;
  readonly unit: 'currency' | 'tokens';
  readonly acknowledgement: AcknowledgementView | null;
}

export interface VariancesView {
  /** The policy in force, and its version; null without one: then nothing is asked. */
  readonly policy: { readonly code: string; readonly version: number } | null;
  /** What the run is compared with; null where the month before was not issued. */
  readonly comparedWith: { readonly id: number; readonly month: string; readonly version: number } | null;
  readonly findings: readonly FindingView[];
  /** How many findings still wait for a reason; with any, the run is not signed. */
  readonly open: number;
  /** Shown, not asked about. */
  readonly topMovers: readonly MovementView[];
}
