import type { AccountStatus } from './customer';

/** What a party can be in a settlement; `partner` posts usage and has no share by itself. */
export const PARTY_KINDS = ['operator', 'vendor', 'compute', 'channel', 'data_owner', 'partner'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Somebody that usage, money or a statement can name. */
export interface Party {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly PartyKind[];
  /** Fractions with at most six decimals: the VAT that its statements add, the tax withheld from them. */
  readonly vatRate: string;
  readonly withholdingRate: string;
}

/** The owner of a balance. Members of a company are identities on its records, not accounts. */
export interface Account {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly segment: string;
  /** IANA zone that its periods are cut in. */
  readonly zone: string;
  /** Day of the month, 1 to 31, that its billing periods begin on. */
  readonly anchorDay: number;
  readonly currency: string;
  /** The code of the customer that it belongs to; null for an account that nobody was named for. */
  readonly customer: string | null;
  /** Where it is used, if that is not where its customer is at home. */
  readonly region: string | null;
  readonly status: AccountStatus;
}
