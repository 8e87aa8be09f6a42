import { OUTCOMES } from '@ciyuan/core/reconciliation';
import {
  FILE_FORMATS,
  LEVELS,
  PARTNER_ROLES,
  RECONCILIATION_ORDER,
  RUN_STATES,
  type Columns,
} from '@ciyuan/modules/reconciliation';
import { pageQuery } from '@ciyuan/platform/lists';
import { codeText, currencyCode } from '@ciyuan/platform/validation';
import { z } from 'zod';
import type { ToleranceView } from './agreements.dto';
import type { JobView } from '../jobs/jobs.dto';

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'such as 2026-10');

export const newReconciliationQuerySchema = z.strictObject({
  /** A partner hands in its own files alone, and need not name itself. */
  party: codeText.optional(),
  /** As whom the party speaks: of what it reported, of what it served as vendor or compute owner, of its statement. */
  role: z.enum(PARTNER_ROLES),
  month,
  level: z.enum(LEVELS),
  currency: currencyCode.default('CNY'),
  /** `csv_gzip` for files that are longer than a request may be. */
  format: z.enum(FILE_FORMATS),
  fileName: z.string().trim().min(1).max(200),
  /** What the file's columns are called, where not as agreed: our names to theirs, as JSON. */
  columns: z.string().max(5_000).optional(),
});
export type NewReconciliationQuery = z.infer<typeof newReconciliationQuerySchema>;

export const reconciliationParamsSchema = z.object({ id });
export type ReconciliationParams = z.infer<typeof reconciliationParamsSchema>;

export const reconciliationsQuerySchema = z.strictObject({
  ...pageQuery(RECONCILIATION_ORDER),
  party: z.string().min(1).max(63).optional(),
  month: month.optional(),
  level: z.enum(LEVELS).optional(),
  state: z.enum(RUN_STATES).optional(),
});
export type ReconciliationsQuery = z.infer<typeof reconciliationsQuerySchema>;

export interface ReconciliationView {
  readonly id: number;
  readonly party: string;
  readonly role: (typeof PARTNER_ROLES)[number];
  readonly month: string;
  readonly level: (typeof LEVELS)[number];
  readonly currency: string;
  readonly fileName: string;
  readonly format: (typeof FILE_FORMATS)[number];
  /** SHA-256 of the file: the same file again is the same run, unless it was found faulty. */
  readonly fileDigest: string;
  readonly columns: Columns;
  /** Null where nothing was agreed, and nothing may differ. */
  readonly agreement: number | null;
  readonly tokens: ToleranceView;
  readonly money: ToleranceView;
  readonly state: (typeof RUN_STATES)[number];
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly endedAt: string | null;
  readonly rows: number | null;
  /** Of a failed one: the first cells that cannot be read. */
  readonly faults:
    | readonly {
        readonly row: number;
        readonly column: string | null;
        readonly code: string;
        readonly detail: string;
      }[]
    | null;
}

export interface SideTotalView {
  readonly keys: number;
  readonly tokens: string;
  readonly amount: string;
}

export interface TotalView {
  readonly outcome: (typeof OUTCOMES)[number] | 'all';
  readonly keys: number;
  readonly ours: SideTotalView;
  readonly theirs: SideTotalView;
}

export interface CountedReconciliationView extends ReconciliationView {
  /** One of each outcome, then of all; null until it is matched. */
  readonly totals: readonly TotalView[] | null;
}

export interface AcceptedReconciliationView extends ReconciliationView {
  readonly job: JobView;
}

export interface ReconciliationsView {
  readonly reconciliations: readonly ReconciliationView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
