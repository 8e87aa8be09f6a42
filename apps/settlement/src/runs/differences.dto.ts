import { RUN_KINDS } from '@ciyuan/modules/settlement';
import { z } from 'zod';

const MOST_VERSIONS = 2_147_483_647;
const USUAL_LINES = 200;
const MOST_LINES = 5_000;

const other = {
  with: z.coerce.number().int().min(1).max(MOST_VERSIONS).optional().meta({
    description: 'The version that it is compared with; the one before where nothing is said',
  }),
  kind: z.enum(RUN_KINDS).optional().meta({
    description:
      'Of that version: a settlement can be compared with a proforma; its own where nothing is said',
  }),
};

export const comparisonQuerySchema = z.strictObject(other);
export type ComparisonQuery = z.infer<typeof comparisonQuerySchema>;

export const differencesQuerySchema = z.strictObject({
  ...other,
  lines: z.coerce.number().int().min(0).max(MOST_LINES).default(USUAL_LINES).meta({
    description: 'How many lines are shown, those whose share moved most; the export has all of them',
  }),
});
export type DifferencesQuery = z.infer<typeof differencesQuerySchema>;

/** Amounts are decimals in the currency beside them. */
export interface FiguresView {
  readonly records: string;
  readonly tokens: string;
  readonly gross: string;
  readonly share: string;
}

export interface ChangeView {
  readonly before: FiguresView;
  readonly after: FiguresView;
  readonly difference: FiguresView;
}

export interface ComparedRunView {
  readonly id: number;
  readonly kind: string;
  readonly version: number;
}

export interface DifferencesView {
  readonly month: string;
  readonly before: ComparedRunView;
  readonly after: ComparedRunView;
  /** By currency: what the parties add up to. */
  readonly totals: readonly (ChangeView & { readonly currency: string })[];
  readonly parties: readonly (ChangeView & { readonly party: string; readonly currency: string })[];
  readonly counts: { readonly changed: number; readonly appeared: number; readonly gone: number };
  readonly lines: readonly DifferentLineView[];
  /** How many more there are than are shown. */
  readonly linesLeftOut: number;
}

export interface DifferentLineView extends ChangeView {
  readonly change: string;
  readonly party: string;
  readonly currency: string;
  readonly lineKind: string;
  readonly originMonth: string;
  readonly plan: string | null;
  readonly model: string | null;
  readonly vendor: string | null;
  readonly computeOwner: string | null;
  readonly channel: string | null;
  readonly chipKind: string | null;
  readonly kind: string | null;
  readonly paid: boolean | null;
}
