import { z } from 'zod';

const partner = z.string().min(1).max(63).optional();

export const causesQuerySchema = z.strictObject({ partner });
export type CausesQuery = z.infer<typeof causesQuerySchema>;

export const recycleCauseSchema = z.strictObject({
  reason: z.string().min(1).max(64),
  detail: z.string().max(1_000).meta({ description: 'As the list of causes has it, to the letter' }),
  partner,
});
export type RecycleCauseRequest = z.infer<typeof recycleCauseSchema>;

export interface SuspenseCauseView {
  readonly reason: string;
  /** What is unknown, or what was wrong: a model, an account, a missing price. */
  readonly detail: string;
  readonly records: number;
  readonly partners: readonly string[];
  readonly sources: readonly string[];
  readonly firstOpenedAt: string;
  readonly lastOpenedAt: string;
  readonly firstUsageAt: string;
  readonly lastUsageAt: string;
}

/** The most frequent first; the largest thousand where there are more. */
export interface SuspenseCausesView {
  readonly causes: readonly SuspenseCauseView[];
}
