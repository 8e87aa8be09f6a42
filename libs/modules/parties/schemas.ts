import { z } from 'zod';
import { PARTY_KINDS, type Account, type Party } from '@ciyuan/core/catalogue';
import { codeText, currencyCode, displayName, fractionText, zoneName } from '@ciyuan/platform/validation';

const RATE_PLACES = 6;
const rate = fractionText(RATE_PLACES).default('0');

export const partySchema: z.ZodType<Party> = z.strictObject({
  code: codeText,
  name: displayName,
  kinds: z.array(z.enum(PARTY_KINDS)).min(1),
  vatRate: rate,
  withholdingRate: rate,
});

/** An account before it has an id. Its code is the customer's number elsewhere, so capitals and dots may be in it. */
export type NewAccount = Omit<Account, 'id'>;

export const newAccountSchema: z.ZodType<NewAccount> = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}$/, 'at most 128 of A-Z, a-z, 0-9 and _ . : @ -'),
  name: displayName,
  segment: codeText,
  zone: zoneName.default('Asia/Shanghai'),
  anchorDay: z.int().min(1).max(31).default(1),
  currency: currencyCode.default('CNY'),
});
