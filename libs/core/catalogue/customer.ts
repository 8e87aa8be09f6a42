/** What a customer is. A one-person company is a legal person with a single natural one behind it. */
export const CUSTOMER_KINDS = ['person', 'organisation', 'one_person_company'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** A suspended account takes up nothing new; a closed one never will again. What either uses is charged all the same. */
export const ACCOUNT_STATUSES = ['active', 'suspended', 'closed'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** Who accounts belong to. Everybody is one customer, however many accounts they have. */
export interface Customer {
  readonly code: string;
  readonly kind: CustomerKind;
  readonly name: string;
  /** A person: a keyed digest of the real-name document. Others: the number that they are registered under. */
  readonly identity: string;
  /** Where it is at home: a code of ISO 3166-2 such as `CN-SH`, or a finer one below it. */
  readonly region: string;
  /** The organisation that it is part of; organisations alone have one. */
  readonly parent: string | null;
  /** When its identity was found to be true; null until then. */
  readonly verifiedAt: number | null;
}
