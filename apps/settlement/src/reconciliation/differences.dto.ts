import { OUTCOMES, RESOLUTIONS } from '@ciyuan/core/reconciliation';
import { DIFFERENCE_ORDER } from '@ciyuan/modules/reconciliation';
import { pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';

const differing = z.enum(OUTCOMES).exclude(['equal']);
const filters = {
  outcome: differing.optional(),
  model: z.string().min(1).max(200).optional(),
  tenant: z.string().min(1).max(200).optional(),
  /** Where it stands; `open` where nothing was said of it. */
  resolution: z.enum([...RESOLUTIONS, 'open']).optional(),
};

export const differencesQuerySchema = z.strictObject({ ...pageQuery(DIFFERENCE_ORDER), ...filters });
export type DifferencesQuery = z.infer<typeof differencesQuerySchema>;

const MOST_IDS = 10_000;

export const resolutionSchema = z.strictObject({
  state: z.enum(RESOLUTIONS),
  reason: z.string().trim().min(1).max(500),
  /** These alone, and all of them; without them whatever the filters name. */
  ids: z.array(z.int().min(1)).min(1).max(MOST_IDS).optional(),
  ...filters,
});
export type ResolutionRequest = z.infer<typeof resolutionSchema>;

export interface ResolvedView {
  readonly resolved: number;
  /** Named by the filters, and no longer to be resolved so. */
  readonly passedOver: number;
}

export interface SideView {
  /** By their names; those that are 0 are left out. */
  readonly counts: Readonly<Record<string, string>>;
  readonly tokens: string;
  readonly amount: string;
}

export interface DifferenceView {
  readonly id: number;
  readonly key: string;
  readonly outcome: z.infer<typeof differing>;
  readonly at: string | null;
  readonly model: string | null;
  readonly tenant: string | null;
  readonly plan: string | null;
  readonly kind: string | null;
  /** The accounting month of ours. */
  readonly ourMonth: string | null;
  readonly ours: SideView | null;
  /** The line of theirs in their file. */
  readonly theirLine: number | null;
  readonly theirs: SideView | null;
  /** Theirs less ours; nothing of what their file does not state at all. */
  readonly tokensApart: string;
  readonly amountApart: string;
  readonly resolution: (typeof RESOLUTIONS)[number] | 'open';
  readonly reason: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
}

export interface DifferencesView {
  readonly differences: readonly DifferenceView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
