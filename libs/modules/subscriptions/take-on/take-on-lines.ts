import { CUSTOMER_KINDS, type CustomerKind } from '@ciyuan/core/catalogue';
import { parseInstant, parseYuan, type Instant } from '@ciyuan/core/kernel';
import {
  codeText,
  decimalText,
  displayName,
  instantText,
  regionCode,
  zoneName,
} from '@ciyuan/platform/validation';
import { z } from 'zod';

/** A number of another system's, so capitals and dots may be in it. */
const foreignCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}$/, 'at most 128 of A-Z, a-z, 0-9 and _ . : @ -');
const instant = instantText.transform((text) => parseInstant(text) as Instant);
const tokens = z
  .string()
  .regex(/^\d{1,15}$/, 'whole tokens')
  .transform(BigInt);
const day = z
  .string()
  .regex(/^([1-9]|[12]\d|3[01])$/, 'a day of the month: 1 to 31')
  .transform(Number);
const price = decimalText(2).transform(parseYuan);
const rest = decimalText(12).transform(parseYuan);

export interface CustomerLine {
  readonly customer: string;
  readonly kind: CustomerKind;
  readonly name: string;
  readonly region: string;
  /** The keyed digest of a person's document, or what others are registered under. */
  readonly identity: string;
  readonly verifiedAt?: Instant | undefined;
}

const customer = z.strictObject({
  customer: foreignCode,
  kind: z.enum(CUSTOMER_KINDS),
  name: displayName,
  region: regionCode,
  registrationNumber: z
    .string()
    .regex(/^[0-9A-Z]{6,32}$/, '6 to 32 of 0-9, A-Z')
    .optional(),
  documentNumber: z.string().min(4).max(64).optional(),
  documentSha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, '64 hexadecimal digits')
    .optional(),
  verifiedAt: instant.optional(),
});
type WrittenCustomer = z.infer<typeof customer>;

/** Digests a person's document; undefined where there is no key to do it with. */
export type IdentityOf = (
  document: Pick<WrittenCustomer, 'documentNumber' | 'documentSha256'>,
) => string | undefined;

/** A document's number goes no further than this: what is read holds the digest alone. */
export const customerLine = (identityOf: IdentityOf): z.ZodType<CustomerLine> =>
  customer.transform(({ registrationNumber, documentNumber, documentSha256, ...known }, context) => {
    const documents = [documentNumber, documentSha256].filter((one) => one !== undefined).length;
    const isPerson = known.kind === 'person';
    const blame = (column: string, code: string, message: string): typeof z.NEVER => {
      context.issues.push({ code: 'custom', input: undefined, path: [column], message, params: { code } });
      return z.NEVER;
    };
    if (documents !== (isPerson ? 1 : 0))
      return blame('documentNumber', 'not_its_document', 'a person has one document, others have none');
    if (isPerson === (registrationNumber !== undefined))
      return blame('registrationNumber', 'not_its_number', 'all but people have a registration number');
    const identity = registrationNumber ?? identityOf({ documentNumber, documentSha256 });
    if (identity === undefined)
      return blame(
        'documentNumber',
        'no_identity_key',
        'IDENTITY_KEY is not set: people cannot be told apart',
      );
    return { ...known, identity };
  });

export const accountLine = z.strictObject({
  account: foreignCode,
  customer: foreignCode.optional(),
  name: displayName,
  segment: codeText,
  zone: zoneName.default('Asia/Shanghai'),
  anchorDay: day.default(1),
  region: regionCode.optional(),
});
export type AccountLine = z.infer<typeof accountLine>;

export const subscriptionLine = z.strictObject({
  account: foreignCode,
  /** Its number in the old system. */
  subscription: foreignCode,
  plan: codeText,
  /** An instant at which the version that was sold was in force. */
  planVersionAt: instant,
  /** When it began there. */
  startsAt: instant,
  /** Of a package: the day that its cycles begin on. */
  anchorDay: day.optional(),
  /** Of a package: where its next cycle begins, absent where it is not renewed. Of a base tariff: where it begins here. */
  nextCycleAt: instant.optional(),
  channel: codeText.optional(),
});
export type SubscriptionLine = z.infer<typeof subscriptionLine>;

export const grantLine = z.strictObject({
  account: foreignCode,
  /** Its number in the old system. */
  grant: foreignCode,
  /** Of whose plan, version and channel it is: a number of the old system. */
  subscription: foreignCode,
  originalTokens: tokens,
  usedTokens: tokens,
  /** Yuan, as it was paid. */
  priceGross: price,
  priceNet: price,
  /** Yuan of it that are not recognised yet. */
  restGross: rest,
  restNet: rest,
  effectiveAt: instant,
  expiresAt: instant.optional(),
});
export type GrantLine = z.infer<typeof grantLine>;

export const tokensLeft = ({ originalTokens, usedTokens }: GrantLine): bigint => originalTokens - usedTokens;
