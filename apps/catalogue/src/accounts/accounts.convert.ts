import type { Account } from '@ciyuan/core/catalogue';
import type { ListAccounts } from '@ciyuan/modules/parties';
import { oneMoreThan, pageOf } from '@ciyuan/platform/http';
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
export const accountOf = ({ code, name, segment, zone, anchorDay, currency }: Account): AccountView => ({
  code,
  name,
  segment,
  zone,
  anchorDay,
  currency,
});
