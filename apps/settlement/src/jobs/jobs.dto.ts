import { JOB_ORDER, JOB_STATES } from '@ciyuan/platform/jobs';
import { instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const JOB_KINDS = [
  'settlement',
  'expiry',
  'renewal',
  'export',
  'confirmation',
  'focus_export',
] as const;
const kind = z.enum(JOB_KINDS);
/** What is asked for elsewhere, and listed here with the others. */
const LISTED_KINDS = [...JOB_KINDS, 'order_import', 'reconciliation', 'billing', 're_rating'] as const;

export const newJobSchema = z.strictObject({
  kind,
  /**
   * Of a settlement its `month`, and its `kind` where it is a proforma; of an export its `runId`, with `formats` (csv, xlsx,
   * pdf, json) and `rowsPerSheet` where they are not the usual ones; of a `focus_export` its `month` and `customer` or
   * `account`; the others take none.
   */
  parameters: z.record(z.string(), z.unknown()).default({}),
  /** Posting again under the same key gives the job that there is. */
  requestKey: z.string().min(1).max(200).optional(),
});
export type NewJobRequest = z.infer<typeof newJobSchema>;

export const jobParamsSchema = z.object({ id });
export type JobParams = z.infer<typeof jobParamsSchema>;

/** A slash of a name stands in the path as `%2F`. */
export const jobFileParamsSchema = z.object({ id, name: z.string().min(1) });
export type JobFileParams = z.infer<typeof jobFileParamsSchema>;

export const jobsQuerySchema = z.strictObject({
  ...pageQuery(JOB_ORDER),
  kind: z.enum(LISTED_KINDS).optional(),
  state: z.enum(JOB_STATES).optional(),
  /** Only what this job waits for. */
  parent: id.optional(),
  requestedBy: z.string().min(1).max(200).optional(),
  requestedFrom: instantFilter,
  /** Exclusive. */
  requestedUntil: instantFilter,
});
export type JobsQuery = z.infer<typeof jobsQuerySchema>;

export interface JobView {
  readonly id: number;
  readonly kind: string;
  /** The job that begins once this one and the others that it waits for have ended. */
  readonly parent: number | null;
  /** How many jobs it waits for, or has waited for; `parent` lists them. */
  readonly children: number;
  readonly parameters: unknown;
  readonly state: string;
  /** Steps: statements of an export, accounts of a renewal, an expiry or a re-rating, statements to confirm; of a job with children all of theirs and its own. Total is null while it is not known. */
  readonly progress: { readonly done: number; readonly total: number | null };
  /** Null until it is done. */
  readonly result: unknown;
  /** Why the last attempt failed. */
  readonly error: string | null;
  readonly attempts: number;
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** Of the latest attempt. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

export interface JobsView {
  readonly jobs: readonly JobView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
