import { z } from 'zod';
import { SETTLEMENT_BASES, type PartnerContract, type SettlementTerms } from '@ciyuan/core/catalogue';
import { codeText, currencyCode, decimalText, displayName, fractionText } from '@ciyuan/platform/validation';

const TEN_YEARS_DAYS = 3660;
const MOST_DAYS = 365;
const MOST_MONTHS = 120;
const RATE_PLACES = 6;
const FEN_PLACES = 2;

const days = z.int().min(0).max(MOST_DAYS);
const months = z.int().min(1).max(MOST_MONTHS);
const rate = fractionText(RATE_PLACES);
const amount = decimalText(FEN_PLACES);

const settlement: z.ZodType<SettlementTerms> = z.strictObject({
  legalEntity: displayName,
  bankAccount: displayName,
  vatRate: rate.exactOptional(),
  withholdingRate: rate.exactOptional(),
  minimumPayout: amount,
  disputeDays: days,
  paymentDays: days,
  basis: z.enum(SETTLEMENT_BASES),
  currency: currencyCode.exactOptional(),
  settlesIn: currencyCode.exactOptional(),
  holdback: z.strictObject({ share: rate, releaseAfterMonths: months }).exactOptional(),
  guarantee: z.strictObject({ amount, recoupable: z.boolean() }).exactOptional(),
  purchase: z
    .strictObject({
      from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM'),
      months,
      tokens: z.int().min(1).exactOptional(),
      amount: amount.exactOptional(),
      models: z.string().min(1).max(200).exactOptional(),
      pricePerMillion: decimalText(RATE_PLACES).exactOptional(),
      shortfallPercent: decimalText(RATE_PLACES),
    })
    .exactOptional(),
});

export const contractSchema: z.ZodType<PartnerContract> = z.strictObject({
  partner: codeText,
  validity: z.strictObject({ from: z.iso.date(), until: z.iso.date().exactOptional() }).exactOptional(),
  serves: z
    .array(z.strictObject({ vendor: codeText, computeOwner: codeText }))
    .min(1)
    .exactOptional(),
  lateWindowDays: z.int().min(0).max(TEN_YEARS_DAYS).exactOptional(),
  settlement: settlement.exactOptional(),
});
