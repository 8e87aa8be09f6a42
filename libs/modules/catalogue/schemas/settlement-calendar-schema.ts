import { z } from 'zod';
import { DAY_COUNTS, SETTLEMENT_STEPS, type SettlementCalendar } from '@ciyuan/core/catalogue';
import { codeText, zoneName } from '@ciyuan/platform/validation';

const DAYS_OF_A_YEAR = 366;

/** Which times and orders there are is for the document's own check to say. */
export const settlementCalendarSchema: z.ZodType<SettlementCalendar> = z.strictObject({
  code: codeText,
  zone: zoneName,
  holidays: z.exactOptional(codeText),
  steps: z
    .array(
      z.strictObject({
        step: z.enum(SETTLEMENT_STEPS),
        day: z.int().min(0).max(DAYS_OF_A_YEAR),
        counted: z.enum(DAY_COUNTS),
        at: z.string().regex(/^\d{2}:\d{2}$/, 'a local time such as 18:00'),
      }),
    )
    .min(1),
});
