import { EXPORT_FORMATS, MOST_ROWS_A_SHEET, USUAL_ROWS_A_SHEET } from '@ciyuan/modules/reporting';
import { RUN_KINDS, RUN_ORDER, RUN_STATES } from '@ciyuan/modules/settlement';
import { pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM');
const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const newRunSchema = z.strictObject({
  month,
  kind: z.exactOptional(
    z.enum(RUN_KINDS).meta({
      description:
        'A proforma is an indication at any time: never signed or issued, and no other version is set aside for it',
    }),
  ),
});
export type NewRunRequest = z.infer<typeof newRunSchema>;

export const runParamsSchema = z.object({ id });
export type RunParams = z.infer<typeof runParamsSchema>;

const format = EXPORT_FORMATS.join('|');
/** As the export was asked for, whose manifest it is. */
export const manifestQuerySchema = z.strictObject({
  formats: z
    .string()
    .regex(new RegExp(`^(${format})(,(${format}))*$`), 'formats parted by commas')
    .default('csv'),
  rowsPerSheet: z.coerce.number().int().min(1).max(MOST_ROWS_A_SHEET).default(USUAL_ROWS_A_SHEET),
});
export type ManifestQuery = z.infer<typeof manifestQuerySchema>;

/** The body may be left out. */
export const issueSchema = z
  .strictObject({ waiveOpenSuspense: z.boolean().default(false), waiveOpenCosts: z.boolean().default(false) })
  .prefault({});
export type IssueRequest = z.infer<typeof issueSchema>;

export const runsQuerySchema = z.strictObject({
  ...pageQuery(RUN_ORDER),
  kind: z.enum(RUN_KINDS).optional(),
  month: month.optional(),
  state: z.enum(RUN_STATES).optional(),
  createdBy: z.string().min(1).max(200).optional(),
});
export type RunsQuery = z.infer<typeof runsQuerySchema>;

export interface RunView {
  readonly id: number;
  readonly kind: string;
  readonly month: string;
  readonly version: number;
  readonly state: string;
  readonly inputDigest: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly postedAt: string | null;
}

export interface RunsView {
  readonly runs: readonly RunView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/** Amounts are decimals in yuan, or in the currency that is named beside them. */
export interface RunDetailsView extends RunView {
  readonly totals: readonly {
    readonly currency: string;
    readonly statements: number;
    readonly paid: string;
    readonly net: string;
    readonly tax: string;
    readonly payable: string;
  }[];
  readonly splits: readonly {
    readonly originMonth: string;
    readonly splitRuleVersion: number;
    readonly currency: string;
    readonly lines: number;
    readonly paid: string;
    readonly net: string;
    readonly tax: string;
  }[];
}
