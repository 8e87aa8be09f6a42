import { USAGE_ORDER, USAGE_STATES, type UsageState } from '@ciyuan/modules/reporting';
import { instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';

const name = z.string().min(1).max(128).optional();

export const usageListQuerySchema = z.strictObject({
  ...pageQuery(USAGE_ORDER),
  account: name,
  partner: name.meta({ description: 'Who reported it; a partner sees its own whatever it asks' }),
  source: name,
  model: name.meta({ description: 'The code of the model that it was charged as' }),
  plan: name.meta({ description: 'Of the grant that it drew on first, else of the base subscription' }),
  state: z.enum(USAGE_STATES).optional(),
  from: instantFilter.meta({ description: 'Of usage then or later; 31 days before the end where not said' }),
  until: instantFilter.meta({ description: 'Of usage before then; at most 93 days after `from`' }),
});
export type UsageListQuery = z.infer<typeof usageListQuerySchema>;

/** Tokens and amounts are decimal texts; amounts in the currency, with VAT where prices have it. */
export interface ListedUsageView {
  readonly partner: string;
  readonly source: string;
  readonly id: string;
  readonly account: string;
  readonly at: string;
  /** Charged; in suspense; or void: taken back, with another record in its place or none. */
  readonly state: UsageState;
  readonly model: string | null;
  readonly serviceTier: string | null;
  /** Quantities by class; null of what was never charged. */
  readonly classes: Readonly<Record<string, number>> | null;
  readonly plan: string | null;
  /** As it stands, corrections included; null of what was never charged. */
  readonly charge: {
    readonly currency: string;
    readonly packageTokens: string;
    readonly recognised: string;
    readonly usage: string;
    /** How often it was taken back or rated anew. */
    readonly corrections: number;
  } | null;
  /** Why it waits in suspense. */
  readonly reason: string | null;
  readonly detail: string | null;
}

export interface UsageListView {
  readonly from: string;
  readonly until: string;
  readonly records: readonly ListedUsageView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
