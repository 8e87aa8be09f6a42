import { z } from 'zod';
import type { HolidayCalendar } from '@ciyuan/core/catalogue';
import { codeText, displayName, zoneName } from '@ciyuan/platform/validation';

/** Which dates there are is for the document's own check to say. */
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-10-01');

export const holidayCalendarSchema: z.ZodType<HolidayCalendar> = z.strictObject({
  code: codeText,
  zone: zoneName,
  days: z.array(z.strictObject({ date, kind: z.enum(['holiday', 'workday']), name: displayName })).min(1),
});
