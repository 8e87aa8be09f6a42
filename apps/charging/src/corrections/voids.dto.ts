import { usageSchema } from '@ciyuan/modules/charging';
import { jsonSchemaOf } from '@ciyuan/platform/http';
import { z } from 'zod';
import type { UsageResult } from '../usage/usage.dto';

const MAXIMUM_ITEMS = 1_000;
const MAXIMUM_REPLACEMENTS = 100;
const MAXIMUM_REASON = 500;

const name = (length: number): z.ZodString =>
  z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${length}}$`), `1 to ${length} printable ASCII characters`);

/** Words for people, of a line: they stand in an entry for ever. */
export const reason = z
  .string()
  .min(1)
  .max(MAXIMUM_REASON)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters');

const item = {
  source: name(64).default('api'),
  id: name(128).meta({ description: 'Of the record, as it was reported' }),
  reason,
};
const partner = name(63)
  .optional()
  .meta({ description: 'Whose records; a partner corrects its own and may leave it out' });

export const voidsSchema = z.strictObject({
  partner,
  items: z.array(z.strictObject(item)).min(1).max(MAXIMUM_ITEMS),
});
export type VoidsRequest = z.infer<typeof voidsSchema>;

/** The record is read by itself, as one of a post of usage, so that one at fault refuses none of the others. */
const record = z.unknown().meta({ ...jsonSchemaOf(usageSchema) });
export const replacementsSchema = z.strictObject({
  partner,
  items: z
    .array(z.strictObject({ ...item, record }))
    .min(1)
    .max(MAXIMUM_REPLACEMENTS),
});
export type ReplacementsRequest = z.infer<typeof replacementsSchema>;

export interface VoidView {
  /** The account’s number of the entry; null where nothing was charged yet. */
  readonly sequence: number | null;
  /** Package tokens that went back to grants; three decimals at most. */
  readonly returnedTokens: string;
  /** Yuan with VAT that usage is charged less. */
  readonly creditedYuan: string;
}

export interface VoidResult {
  readonly index: number;
  readonly source: string;
  readonly id: string;
  readonly status: 'voided' | 'already_voided' | 'not_found' | 'refused';
  readonly void?: VoidView;
  readonly field?: string;
  readonly message?: string;
}

export interface VoidResults {
  readonly counts: Readonly<Record<VoidResult['status'], number>>;
  readonly results: readonly VoidResult[];
}

export interface ReplacementResult extends Omit<VoidResult, 'status'> {
  readonly status: 'replaced' | 'known' | Exclude<VoidResult['status'], 'voided'>;
  /** What became of the new record, as a post of it would be answered. */
  readonly record?: Omit<UsageResult, 'index' | 'id'>;
}

export interface ReplacementResults {
  readonly counts: Readonly<Record<ReplacementResult['status'], number>>;
  readonly results: readonly ReplacementResult[];
}
