import { COLLECTION_METHODS, PHONE_BILL_ORDER } from '@ciyuan/modules/billing';
import { pageQuery } from '@ciyuan/platform/lists';
import { currencyCode, instantText } from '@ciyuan/platform/validation';
import { z } from 'zod';

const MOST_INTEGER = 2_147_483_647;

const instant = instantText.meta({ format: 'date-time' });

export const collectionSchema = z.strictObject({
  method: z.enum(COLLECTION_METHODS),
  billingId: z
    .string()
    .regex(/^[A-Za-z0-9+._-]{1,40}$/, 'at most 40 letters, digits and + . _ -')
    .nullable()
    .default(null),
  phoneNumber: z
    .string()
    .regex(/^\+?[0-9-]{3,24}$/, 'digits')
    .nullable()
    .default(null),
  effectiveFrom: instant.optional().meta({ description: 'Now where nothing is said; never before' }),
});
export type CollectionRequest = z.infer<typeof collectionSchema>;

export const newPhoneBillSchema = z.strictObject({
  cutOff: instant,
  currency: currencyCode.default('CNY'),
});
export type NewPhoneBillRequest = z.infer<typeof newPhoneBillSchema>;

export const phoneBillsQuerySchema = z.strictObject({
  ...pageQuery(PHONE_BILL_ORDER),
  currency: currencyCode.optional(),
  /** A month, YYYY-MM. */
  period: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM')
    .optional(),
});
export type PhoneBillsQuery = z.infer<typeof phoneBillsQuerySchema>;

export const sequenceParamsSchema = z.object({ sequence: z.coerce.number().int().min(1).max(MOST_INTEGER) });
export type SequenceParams = z.infer<typeof sequenceParamsSchema>;

export interface CollectionView {
  readonly account: string;
  readonly number: number;
  readonly method: string;
  readonly billingId: string | null;
  readonly phoneNumber: string | null;
  readonly effectiveFrom: string;
  readonly setAt: string;
  readonly setBy: string;
}
export interface CollectionsView {
  /** The first first. */
  readonly collections: readonly CollectionView[];
}

/** Amounts are decimals in the currency. */
export interface PhoneBillFileView {
  readonly sequence: number;
  readonly file: string;
  readonly sender: string;
  readonly currency: string;
  readonly period: string;
  readonly cutOff: string;
  readonly lineCount: number;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly detailsSha256: string;
  readonly createdAt: string;
  readonly createdBy: string;
}
export interface PhoneBillFilesView {
  readonly files: readonly PhoneBillFileView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
export interface PhoneBillLineView {
  readonly line: number;
  readonly kind: string;
  readonly billingId: string;
  readonly account: string;
  readonly invoice: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly description: string;
  readonly chargeCode: string;
}
export interface PhoneBillFileDetailsView extends PhoneBillFileView {
  readonly lines: readonly PhoneBillLineView[];
}

export interface FeedbackLineView {
  readonly line: number;
  readonly account: string;
  readonly invoice: string;
  readonly state: string;
  readonly amount: string;
  readonly date: string;
  readonly reason: string | null;
  /** The account's payment that booked what was collected. */
  readonly payment: number | null;
}
export interface FeedbackView {
  readonly sequence: number;
  readonly sender: string;
  readonly currency: string;
  readonly lineCount: number;
  readonly collected: string;
  readonly failed: string;
  readonly badDebt: string;
  readonly contentSha256: string;
  readonly receivedAt: string;
  readonly receivedBy: string;
  readonly lines: readonly FeedbackLineView[];
}
export interface FeedbackReceivedView extends FeedbackView {
  /** False where the same file was received before, and nothing was booked. */
  readonly isNew: boolean;
}
