import type { Account } from '@ciyuan/core/catalogue';
import {
  ACCOUNT_ORDER,
  type AccountPage,
  type AssignmentRefusal,
  type StatusRefusal,
} from '@ciyuan/modules/parties';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type { AccountView, AccountsQuery, AccountsView } from './accounts.dto';

export const pageOf = ({ createdFrom, createdUntil, after, ...filters }: AccountsQuery): AccountPage => ({
  ...filters,
  ...placeIn(ACCOUNT_ORDER, { ...filters, after }),
  createdFrom: askedInstant(createdFrom),
  createdUntil: askedInstant(createdUntil),
});

export const accountsOf = ({ items, next }: Listed<Account>): AccountsView => ({
  accounts: items.map(accountOf),
  next,
});

/** The id is the database's own; customers and partners know the code. */
export const accountOf = ({ id: _own, ...account }: Account): AccountView => account;

type ChangeRefusal = StatusRefusal | AssignmentRefusal;
const KINDS: Readonly<Record<ChangeRefusal['code'], readonly [ProblemKind, string]>> = {
  unknown_account: ['not_found', 'account'],
  unknown_customer: ['unprocessable', 'customer'],
  account_closed: ['conflict', 'status'],
  another_customer: ['conflict', 'customer'],
};

export function refusedChange({ code, detail }: ChangeRefusal): Refused {
  const [kind, path] = KINDS[code];
  return new Refused(kind, code, detail, [{ path, code, detail }]);
}
