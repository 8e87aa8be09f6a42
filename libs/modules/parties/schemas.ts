import { z } from 'zod';
import { CUSTOMER_KINDS, PARTY_KINDS, type Account, type Customer, type Party } from '@ciyuan/core/catalogue';
import {
  codeText,
  currencyCode,
  displayName,
  fractionText,
  regionCode,
  zoneName,
} from '@ciyuan/platform/validation';

const RATE_PLACES = 6;
const rate = fractionText(RATE_PLACES).default('0');

export const partySchema: z.ZodType<Party> = z.strictObject({
  code: codeText,
  name: displayName,
  kinds: z.array(z.enum(PARTY_KINDS)).min(1),
  vatRate: rate,
  withholdingRate: rate,
});

/** The number of an account or a customer elsewhere, so capitals and dots may be in it. */
const foreignCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}$/, 'at most 128 of A-Z, a-z, 0-9 and _ . : @ -');

/** An account before it has an id; it is opened active. */
export type NewAccount = Omit<Account, 'id' | 'status'>;

export const newAccountSchema: z.ZodType<NewAccount> = z.strictObject({
  code: foreignCode,
  name: displayName,
  segment: codeText,
  zone: zoneName.default('Asia/Shanghai'),
  anchorDay: z.int().min(1).max(31).default(1),
  currency: currencyCode.default('CNY'),
  customer: foreignCode.nullable().default(null),
  region: regionCode.nullable().default(null),
});

/** A customer before anything was found out about it. */
export type NewCustomer = Omit<Customer, 'parent' | 'verifiedAt'>;

const known = { code: foreignCode, name: displayName, region: regionCode };

/** The form of each identity keeps a person's document number itself out. */
export const newCustomerSchema: z.ZodType<NewCustomer> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...known,
    kind: z.literal('person'),
    identity: z.string().regex(/^[0-9a-f]{64}$/, 'a digest of 64 hexadecimal digits'),
  }),
  z.strictObject({
    ...known,
    kind: z.enum(CUSTOMER_KINDS).exclude(['person']),
    identity: z.string().regex(/^[0-9A-Z]{6,32}$/, 'a registration number: 6 to 32 of 0-9, A-Z'),
  }),
]);
