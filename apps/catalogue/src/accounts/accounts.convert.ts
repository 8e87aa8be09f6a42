import type { Account } from '@ciyuan/core/catalogue';
import type { AssignmentRefusal, ListAccounts, StatusRefusal } from '@ciyuan/modules/parties';
import { Refused, oneMoreThan, pageOf, type ProblemKind } from '@ciyuan/platform/http';
import type { AccountView, AccountsQuery, AccountsView } from './accounts.dto';

type Place = Parameters<ListAccounts['run']>[0];

export const placeOf = ({ limit, after }: AccountsQuery): Place => ({
  limit: oneMoreThan(limit),
  ...(after !== undefined && { after: Number(after) }),
});

export function accountsOf(accounts: readonly Account[], limit: number): AccountsView {
  const { items, continuesAfter } = pageOf(accounts, limit);
  return {
    accounts: items.map(accountOf),
    next: continuesAfter === undefined ? null : String(continuesAfter.id),
  };
}

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
