import { MOVEMENT_ORDER } from '@ciyuan/modules/reporting';
import { pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';

const MOST_DIGITS = 15;

export const grantParamsSchema = z.strictObject({
  code: z.string().min(1).max(200),
  /** As the balance calls it. */
  grant: z.string().regex(new RegExp(`^\\d{1,${MOST_DIGITS}}$`), 'a grant, as the balance calls it'),
});
export type GrantParams = z.infer<typeof grantParamsSchema>;

export const movementsQuerySchema = z.strictObject(pageQuery(MOVEMENT_ORDER));
export type MovementsQuery = z.infer<typeof movementsQuerySchema>;

export interface GrantMovementView {
  /** The number of the account that wrote it. */
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  /** What the grant has more by it; negative where it has less. A decimal. */
  readonly tokens: string;
  /** The record that drew, or that gave back; null of everything else. */
  readonly record: { readonly partner: string; readonly source: string; readonly id: string } | null;
}

/** All tokens of all pages add up to what the balance says is left. */
export interface GrantMovementsView {
  readonly account: string;
  readonly grant: string;
  readonly movements: readonly GrantMovementView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
