import './words';
import '../../shell/words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ChoiceFilter, Filters } from '../../parts/filters';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { AddStaffAccount } from './add-staff-account';
import { ROLES } from './staff-terms-fields';
import { StaffState } from './staff-state';

type StaffAccount = View<'StaffAccountView'>;

export function StaffAccountsPage(): ReactNode {
  const { t } = useTranslation('staffAccounts');
  const { t: shell } = useTranslation('shell');
  const { filters } = useListState();
  return (
    <Page title={t('title')} actions={<AddStaffAccount />}>
      <Filters>
        <ChoiceFilter
          name="role"
          label={t('role')}
          options={ROLES.map((value) => ({ value, label: shell(`roles.${value}`) }))}
        />
      </Filters>
      <ListTable<StaffAccount>
        label={t('title')}
        queryKey={['staff-accounts', filters]}
        rowKey={({ login }) => login}
        columns={[
          {
            title: t('login'),
            render: ({ login }) => <Link to={`/staff-accounts/${encodeURIComponent(login)}`}>{login}</Link>,
            sort: 'login',
          },
          { title: t('name'), render: ({ displayName }) => displayName },
          { title: t('role'), render: ({ role }) => shell(`roles.${role}`) },
          { title: t('party'), render: ({ party }) => party ?? '–' },
          { title: t('state'), render: (account) => <StaffState account={account} /> },
          { title: t('changedAt'), render: ({ changedAt }) => <Instant at={changedAt} /> },
          { title: t('changedBy'), render: ({ changedBy }) => changedBy },
        ]}
        load={async (page) => {
          const query = { ...filters, ...page } as object;
          const { accounts, next } = await answerOf(client.GET('/v1/staff-accounts', { params: { query } }));
          return { items: accounts, next };
        }}
      />
    </Page>
  );
}
