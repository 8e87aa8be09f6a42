import { IMPORT_ORDER, ORDER_ORDER, ORDER_OUTCOMES } from '@ciyuan/modules/subscriptions';
import { instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';
import type { JobView } from '../jobs/jobs.dto';

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const importOrdersQuerySchema = z.strictObject({
  format: z.literal('csv'),
  /** `true` executes each order by itself and takes it back: nothing of it stays. */
  preview: z.enum(['true', 'false']).default('false'),
});
export type ImportOrdersQuery = z.infer<typeof importOrdersQuerySchema>;

export const orderImportParamsSchema = z.object({ id });
export type OrderImportParams = z.infer<typeof orderImportParamsSchema>;

export const orderImportQuerySchema = z.strictObject({
  ...pageQuery(ORDER_ORDER),
  /** Only rows that came to this; `open` are those that nobody has looked at yet. */
  outcome: z.enum([...ORDER_OUTCOMES, 'open']).optional(),
  account: z.string().min(1).max(128).optional(),
  plan: z.string().min(1).max(63).optional(),
});
export type OrderImportQuery = z.infer<typeof orderImportQuerySchema>;

export const orderImportsQuerySchema = z.strictObject({
  ...pageQuery(IMPORT_ORDER),
  preview: z.enum(['true', 'false']).optional(),
  requestedBy: z.string().min(1).max(200).optional(),
  requestedFrom: instantFilter,
  /** Exclusive. */
  requestedUntil: instantFilter,
});
export type OrderImportsQuery = z.infer<typeof orderImportsQuerySchema>;

export interface ImportedOrderView {
  readonly line: number;
  readonly orderId: string;
  readonly account: string;
  readonly plan: string;
  readonly startsAt: string;
  readonly channel: string | null;
  readonly outcome: (typeof ORDER_OUTCOMES)[number] | 'open';
  /** Of an order that was taken, now or before. */
  readonly subscriptionId: number | null;
  /** Why it was refused: the code that the order itself would be refused with. */
  readonly code: string | null;
  readonly detail: string | null;
}

export interface OrderImportView {
  readonly id: number;
  /** SHA-256 of the file: the same file again is the same import. */
  readonly digest: string;
  readonly preview: boolean;
  readonly rows: number;
  readonly requestedBy: string;
  readonly requestedAt: string;
}

export interface OrderImportsView {
  readonly imports: readonly OrderImportView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

export interface AcceptedImportView extends OrderImportView {
  readonly job: JobView;
}

export interface OrderImportPageView extends OrderImportView {
  readonly counts: {
    readonly taken: number;
    readonly would_be_taken: number;
    readonly known: number;
    readonly refused: number;
    readonly open: number;
  };
  readonly orders: readonly ImportedOrderView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
