import { z } from 'zod';

const clock = z.string().regex(/^\d{2}:\d{2}$/, 'a local time such as 08:30');

/** Local hours, of some days or all. */
export const hours = {
  from: clock,
  to: clock,
  days: z.exactOptional(z.array(z.int().min(1).max(7)).min(1)),
};
