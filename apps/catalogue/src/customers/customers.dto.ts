import { CUSTOMER_KINDS, type CustomerKind } from '@ciyuan/core/catalogue';
import { CUSTOMER_ORDER } from '@ciyuan/modules/parties';
import { pageQuery } from '@ciyuan/platform/lists';
import { displayName, instantText, regionCode } from '@ciyuan/platform/validation';
import { z } from 'zod';

const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}$/, 'at most 128 of A-Z, a-z, 0-9 and _ . : @ -');

const instant = instantText.meta({ format: 'date-time' });

export const customersQuerySchema = z.strictObject({
  ...pageQuery(CUSTOMER_ORDER),
  kind: z.enum(CUSTOMER_KINDS).optional(),
  region: regionCode.optional().meta({ description: 'Where they are at home: it, or below it' }),
  verified: z.enum(['true', 'false']).optional(),
  parent: code.optional(),
  createdFrom: instant.optional(),
  /** Exclusive. */
  createdUntil: instant.optional(),
});
export type CustomersQuery = z.infer<typeof customersQuerySchema>;

export const newCustomerBodySchema = z.strictObject({
  code,
  kind: z.enum(CUSTOMER_KINDS),
  name: displayName,
  region: regionCode.meta({ description: 'ISO 3166-2, such as CN-SH' }),
  registrationNumber: z
    .string()
    .regex(/^[0-9A-Z]{6,32}$/, '6 to 32 of 0-9, A-Z')
    .optional()
    .meta({ description: 'What an organisation or a one-person company is registered under' }),
  documentNumber: z.string().min(4).max(64).optional().meta({
    description: 'A person’s real-name document. It is digested with a key, and neither stored nor logged',
  }),
  documentSha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, '64 hexadecimal digits')
    .optional()
    .meta({
      description:
        'Instead: SHA-256 of the number in capitals, half-width, without spaces and hyphens, as UTF-8',
    }),
});
export type NewCustomerBody = z.infer<typeof newCustomerBodySchema>;
export type DocumentOfPerson = Pick<NewCustomerBody, 'documentNumber' | 'documentSha256'>;

export const verificationSchema = z.strictObject({
  verifiedAt: instantText.meta({ description: 'When it was found to be true', format: 'date-time' }),
});
export type VerificationBody = z.infer<typeof verificationSchema>;

export const moveSchema = z.strictObject({
  parent: code.nullable().meta({ description: 'The organisation that it is part of; null for none' }),
});
export type MoveBody = z.infer<typeof moveSchema>;

export interface CustomerView {
  readonly code: string;
  readonly kind: CustomerKind;
  readonly name: string;
  readonly region: string;
  readonly parent: string | null;
  /** Of organisations and one-person companies; of a person nothing is shown. */
  readonly registrationNumber: string | null;
  readonly verifiedAt: string | null;
}

export interface CustomersView {
  readonly customers: readonly CustomerView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

export interface CustomerReadView extends CustomerView {
  /** Everybody above it, the topmost first. */
  readonly above: readonly CustomerView[];
  /** Those directly below it, by code; the first two hundred. */
  readonly parts: readonly CustomerView[];
  readonly moreParts: boolean;
}
