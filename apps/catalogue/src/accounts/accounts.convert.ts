import type { Account } from '@ciyuan/core/catalogue';
import type { ListAccounts } from '@ciyuan/modules/parties';
import type { AccountView, AccountsQuery, AccountsView } from './accounts.dto';

type Page = Parameters<ListAccounts['run']>[0];

export const pageOf = ({ limit, after }: AccountsQuery): Page => ({
  limit,
  ...(after !== undefined && { after: Number(after) }),
});

export function accountsOf(accounts: readonly Account[], limit: number): AccountsView {
  const last = accounts[accounts.length - 1];
  const full = accounts.length === limit && last !== undefined;
  return { accounts: accounts.map(accountOf), next: full ? String(last.id) : null };
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
