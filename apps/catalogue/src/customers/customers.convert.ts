import type { Customer } from '@ciyuan/core/catalogue';
import { formatInstant } from '@ciyuan/core/kernel';
import {
  CUSTOMER_ORDER,
  type CustomerPage,
  type MoveRefusal,
  type VerificationRefusal,
} from '@ciyuan/modules/parties';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type { CustomerView, CustomersQuery, CustomersView, NewCustomerBody } from './customers.dto';
import type { IdentityKey } from './identity-key';

/** The members that say who a person is and those that say who an organisation is exclude one another. */
export function customerOf(body: NewCustomerBody, key: IdentityKey): object {
  const { registrationNumber, documentNumber, documentSha256, ...customer } = body;
  const documents = [documentNumber, documentSha256].filter((one) => one !== undefined);
  const isPerson = body.kind === 'person';
  if (isPerson ? documents.length !== 1 : documents.length > 0) throw mismatch('documentNumber', body.kind);
  if (isPerson === (registrationNumber !== undefined)) throw mismatch('registrationNumber', body.kind);
  return { ...customer, identity: registrationNumber ?? key.identityOf(body) };
}

function mismatch(path: string, kind: string): Refused {
  const detail =
    kind === 'person'
      ? 'a person has a documentNumber or a documentSha256, and nothing else of the kind'
      : `${kind}: it has a registrationNumber, and nothing else of the kind`;
  return new Refused('malformed', 'invalid_request', detail, [{ path, code: 'invalid', detail }]);
}

export const pageOf = ({
  verified,
  createdFrom,
  createdUntil,
  after,
  ...filters
}: CustomersQuery): CustomerPage => ({
  ...filters,
  ...placeIn(CUSTOMER_ORDER, { ...filters, after }),
  verified: verified === undefined ? undefined : verified === 'true',
  createdFrom: askedInstant(createdFrom),
  createdUntil: askedInstant(createdUntil),
});

export const customersOf = ({ items, next }: Listed<Customer>): CustomersView => ({
  customers: items.map(customerView),
  next,
});

export const customerView = ({ identity, verifiedAt, ...customer }: Customer): CustomerView => ({
  ...customer,
  registrationNumber: customer.kind === 'person' ? null : identity,
  verifiedAt: verifiedAt === null ? null : formatInstant(verifiedAt),
});

type ChangeRefusal = VerificationRefusal | MoveRefusal;
const KINDS: Readonly<Record<ChangeRefusal['code'], readonly [ProblemKind, string]>> = {
  unknown_customer: ['not_found', 'code'],
  not_yet: ['unprocessable', 'verifiedAt'],
  not_an_organisation: ['unprocessable', 'parent'],
  part_of_itself: ['conflict', 'parent'],
  too_deep: ['conflict', 'parent'],
};

export function refusedChange({ code, detail }: ChangeRefusal): Refused {
  const [kind, path] = KINDS[code];
  return new Refused(kind, code, detail, [{ path, code, detail }]);
}
