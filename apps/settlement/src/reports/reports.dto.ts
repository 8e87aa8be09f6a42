import {
  MARGIN_DIMENSIONS,
  TABLE_FORMATS,
  type MarginDimension,
  type MarginGrouping,
  type TableManifest,
} from '@ciyuan/modules/reporting';
import { z } from 'zod';

const MOST_MONTHS = 24;
const MONTHS_A_YEAR = 12;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM');
const numberOf = (text: string): number => Number(text.slice(0, 4)) * MONTHS_A_YEAR + Number(text.slice(5));

interface Span {
  readonly from: string;
  readonly until: string;
}
const isSpan = ({ from, until }: Span): boolean =>
  numberOf(until) >= numberOf(from) && numberOf(until) - numberOf(from) < MOST_MONTHS;
const NO_SPAN = `until is the last month, at most ${MOST_MONTHS} of them`;

/** Accounting months, both inclusive. */
const span = { from: month, until: month };

const isDimension = (name: string): name is MarginDimension =>
  MARGIN_DIMENSIONS.some((dimension) => dimension === name);

/** One or two names with a comma between, each once. */
const grouping = z
  .string()
  .max(100)
  .default('model')
  .transform((text, context): MarginGrouping => {
    const names = text.split(',');
    const [first, second, ...more] = names;
    const isSound = more.length === 0 && names.every(isDimension) && first !== second;
    if (!isSound || first === undefined || !isDimension(first)) {
      const message = `one or two of ${MARGIN_DIMENSIONS.join(', ')}`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    return second === undefined || !isDimension(second) ? [first] : [first, second];
  });

export const marginQuerySchema = z.strictObject({ ...span, by: grouping }).refine(isSpan, NO_SPAN);
export type MarginQuery = z.infer<typeof marginQuerySchema>;

export const breakageQuerySchema = z.strictObject(span).refine(isSpan, NO_SPAN);
export type BreakageQuery = z.infer<typeof breakageQuerySchema>;

export const reportFileParamsSchema = z.object({ format: z.enum(TABLE_FORMATS) });
export type ReportFileParams = z.infer<typeof reportFileParamsSchema>;

/**
 * Counts and amounts as texts: money is net of VAT with two places, what is for a million tokens or per cent has at
 * most six, half away from zero, and is null where there were no tokens, or no revenue.
 */
type Figures = Readonly<Record<string, string | null>>;

export interface MarginView {
  readonly from: string;
  readonly until: string;
  readonly by: readonly string[];
  readonly months: readonly {
    readonly month: string;
    readonly currency: string;
    /** `issued`, or `provisional`: planned from what is booked now. */
    readonly state: string;
    readonly rows: readonly {
      /** `share` of lines that have dimensions; all others are of the month as a whole. */
      readonly lineKind: string;
      readonly values: Readonly<Record<string, string | null>>;
      readonly figures: Figures;
    }[];
    readonly total: Figures;
    /** What the journal of the issue has; null until then. */
    readonly ledger: {
      readonly operatorRevenue: string;
      readonly partnerPayable: string;
      readonly reconciled: boolean;
    } | null;
  }[];
  readonly totals: readonly { readonly currency: string; readonly figures: Figures }[];
}

export interface BreakageView {
  readonly from: string;
  readonly until: string;
  readonly months: readonly {
    readonly month: string;
    readonly currency: string;
    readonly rows: readonly { readonly plan: string; readonly figures: Figures }[];
    readonly total: Figures;
    /** Breakage as journals have it, without VAT. */
    readonly ledger: { readonly breakageNet: string; readonly reconciled: boolean };
  }[];
  readonly totals: readonly { readonly currency: string; readonly figures: Figures }[];
}

export type ReportManifestView = TableManifest;
