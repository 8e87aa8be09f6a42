import { z } from 'zod';
import type { VariancePolicy } from '@ciyuan/core/catalogue';
import { codeText, decimalText } from '@ciyuan/platform/validation';

const FEN_PLACES = 2;
const PERCENT_PLACES = 4;
const MOST_MOVERS = 100;

const yuan = decimalText(FEN_PLACES);
const percent = decimalText(PERCENT_PLACES);
const moreThan = z.exactOptional(z.strictObject({ yuan }));

/** Without thresholds it asks for nothing, and shows what moved most. */
export const variancePolicySchema: z.ZodType<VariancePolicy> = z.strictObject({
  code: codeText,
  partyShare: z.exactOptional(z.strictObject({ percent, yuan })),
  modelTokens: z.exactOptional(
    z.strictObject({ percent, tokens: z.int().min(0).max(Number.MAX_SAFE_INTEGER) }),
  ),
  newParty: moreThan,
  partyGone: moreThan,
  zeroBill: moreThan,
  negativeStatement: moreThan,
  topMovers: z.int().min(0).max(MOST_MOVERS),
});
