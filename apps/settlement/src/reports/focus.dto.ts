import type { FocusManifest, FocusScope } from '@ciyuan/modules/reporting';
import { z } from 'zod';

const code = z.string().min(1).max(128);

/** Read again from what a job keeps of it: it comes out as it went in. */
export const focusRequestSchema = z
  .strictObject({
    /** Accounting month. */
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM'),
    /** All accounts of a customer. */
    customer: code.optional(),
    /** One account. */
    account: code.optional(),
  })
  .refine(
    ({ customer, account }) => (customer === undefined) !== (account === undefined),
    'either customer or account',
  );
export type FocusRequest = z.infer<typeof focusRequestSchema>;

export const scopeOf = ({ customer, account }: FocusRequest): FocusScope =>
  customer === undefined ? { account: account ?? '' } : { customer };

export type FocusManifestView = FocusManifest;
