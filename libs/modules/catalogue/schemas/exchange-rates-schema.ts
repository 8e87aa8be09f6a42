import { z } from 'zod';
import type { ExchangeRates } from '@ciyuan/core/catalogue';
import { codeText, currencyCode, decimalText, displayName, zoneName } from '@ciyuan/platform/validation';

const RATE_PLACES = 8;

export const exchangeRatesSchema: z.ZodType<ExchangeRates> = z.strictObject({
  code: codeText,
  base: currencyCode,
  quote: currencyCode,
  zone: zoneName,
  source: displayName,
  /** Which dates and instants there are is for the document's own check to say. */
  rates: z.array(z.strictObject({ from: z.string(), rate: decimalText(RATE_PLACES) })).min(1),
});
