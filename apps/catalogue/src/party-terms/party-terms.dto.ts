import { decimalText, displayName, instantText } from '@ciyuan/platform/validation';
import { z } from 'zod';

const FEN_PLACES = 2;
const MOST_DAYS = 365;
const days = z.int().min(0).max(MOST_DAYS);

export const partyTermsSchema = z.strictObject({
  effectiveFrom: instantText.optional().meta({
    description: 'From now on, where none is named; statements issued before keep their terms',
  }),
  disputeDays: days.default(10).meta({
    description:
      'Whole days after the day of issue; a statement that nobody answered then counts as confirmed',
  }),
  minimumPayout: decimalText(FEN_PLACES).default('0').meta({
    description: 'In the currency of each statement; less is carried to the next one',
  }),
  paymentDays: days.default(30).meta({ description: 'Whole days after an invoice came in' }),
  legalEntity: displayName,
  bankAccount: displayName,
});
export type PartyTermsRequest = z.infer<typeof partyTermsSchema>;

export interface PartyTermsView {
  readonly number: number;
  readonly effectiveFrom: string;
  readonly disputeDays: number;
  readonly minimumPayout: string;
  readonly paymentDays: number;
  readonly legalEntity: string | null;
  readonly bankAccount: string | null;
  readonly agreedAt: string;
  readonly agreedBy: string;
}
