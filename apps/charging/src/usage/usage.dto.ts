import { usageSchema } from '@ciyuan/modules/charging';
import { jsonSchemaOf } from '@ciyuan/platform/http';
import { z } from 'zod';

export const MAXIMUM_RECORDS = 5_000;

/**
 * Only the frame: each record is read by itself, so that one at fault refuses none of the others. Described as what
 * a record must be.
 */
const record = z.unknown().meta({ ...jsonSchemaOf(usageSchema) });

export const usagePostSchema = z.strictObject({
  records: z.array(record).min(1).meta({ maxItems: MAXIMUM_RECORDS }),
});
export type UsagePost = z.infer<typeof usagePostSchema>;

export interface UsageResult {
  readonly index: number;
  readonly id: string | null;
  readonly status: 'accepted' | 'duplicate' | 'conflict' | 'suspense' | 'refused';
  readonly charge?: ChargeView;
  readonly suspense?: { readonly reason: string; readonly detail: string };
  readonly fields?: readonly string[];
  readonly field?: string;
  readonly message?: string;
}

export interface ChargeView {
  readonly sequence: number;
  /** Package tokens drawn from grants; three decimals at most. */
  readonly packageTokens: string;
  /** Yuan with VAT for what no grant covered. */
  readonly usageYuan: string;
}

export interface UsageResults {
  readonly counts: Readonly<Record<UsageResult['status'], number>>;
  readonly results: readonly UsageResult[];
}
