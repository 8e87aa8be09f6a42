import { codeText } from '@ciyuan/platform/validation';
import { z } from 'zod';

const MODES = ['prepaid', 'take_or_pay', 'spend'] as const;
/** `to_come` until a period begins, of a prepaid one until its grant; then `granted`, or `open` and in the end `closed`. */
const STATES = ['to_come', 'granted', 'open', 'closed'] as const;

/** An account has few of them: they are all shown at once. */
export const commitmentsQuerySchema = z.strictObject({
  plan: codeText.optional(),
  mode: z.enum(MODES).optional(),
  state: z.enum(STATES).optional().meta({ description: 'Only periods in it, and commitments that have one' }),
});
export type CommitmentsQuery = z.infer<typeof commitmentsQuerySchema>;

/** Quantities are decimals in the contract's unit; yuan with VAT. Make-up: granted − used − lapsed = left on every row. */
export interface CommitmentsView {
  readonly account: string;
  readonly commitments: readonly CommitmentView[];
}

export interface CommitmentView {
  readonly subscription: number;
  readonly plan: string;
  readonly mode: (typeof MODES)[number];
  readonly unit: 'tokens' | 'yuan';
  readonly periods: readonly PeriodView[];
}

export interface PeriodView {
  readonly period: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: (typeof STATES)[number];
  readonly committed: string;
  readonly consumed: string;
  readonly shortfall: string;
  readonly makeUpGranted: string;
  readonly makeUpUsed: string;
  readonly makeUpLapsed: string;
  readonly makeUpLeft: string;
  readonly chargedYuan: string;
  readonly shortfallYuan: string;
}
