import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { Term } from '../../parts/term';
import { AccountState } from './account-state';

export type Account = View<'AccountView'>;

export const accountPath = (code: string, tab?: string): string =>
  `/accounts/${encodeURIComponent(code)}${tab === undefined ? '' : `?tab=${tab}`}`;

interface AccountsTableProps {
  /** What is asked of the list whatever the address says. */
  readonly fixed?: { readonly customer: string };
}

export function AccountsTable({ fixed }: AccountsTableProps): ReactNode {
  const { t } = useTranslation('accounts');
  const { filters } = useListState();
  const columns: ListColumn<Account>[] = [
    { title: t('name'), render: ({ code, name }) => <Link to={accountPath(code)}>{name}</Link> },
    { title: t('code'), render: ({ code }) => <code>{code}</code>, sort: 'code' },
    { title: t('status'), render: ({ status }) => <AccountState status={status} /> },
    { title: t('segment'), render: ({ segment }) => <Term of="segment" code={segment} /> },
    { title: t('currency'), render: ({ currency }) => currency },
    {
      title: t('customer'),
      render: ({ customer }) =>
        customer === null ? '–' : <Link to={`/customers/${customer}`}>{customer}</Link>,
    },
    { title: t('region'), render: ({ region }) => region ?? '–' },
  ];
  return (
    <ListTable<Account>
      label={t('accounts')}
      queryKey={['accounts', filters, fixed]}
      columns={columns}
      rowKey={({ code }) => code}
      initialSort="code"
      load={async (page) => {
        const query = { ...filters, ...fixed, ...page } as object;
        const { accounts, next } = await answerOf(client.GET('/v1/accounts', { params: { query } }));
        return { items: accounts, next };
      }}
    />
  );
}
