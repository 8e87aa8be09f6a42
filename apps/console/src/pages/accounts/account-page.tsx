import './words';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { AddressTabs } from '../../parts/address-tabs';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { ASKERS, MONEY_READERS, OPERATORS, useMay } from '../../session/may';
import { AccountAdjustments } from './account-adjustments';
import { AccountCollection } from './account-collection';
import { AccountCommitments } from './account-commitments';
import { AccountGrants } from './account-grants';
import { AccountOverview } from './account-overview';
import { AccountPayments } from './account-payments';
import { AccountReceivable } from './account-receivable';
import { AccountState } from './account-state';
import { AccountSubscriptions } from './account-subscriptions';
import type { Account } from './accounts-table';
import { ChangeStatus } from './change-status';

export const accountQuery = (code: string) =>
  queryOptions({
    queryKey: ['account', code],
    queryFn: () => answerOf(client.GET('/v1/accounts/{code}', { params: { path: { code } } })),
  });

/** All of one account. */
export function AccountPage(): ReactNode {
  const { t } = useTranslation('accounts');
  const { code = '' } = useParams();
  const query = useQuery(accountQuery(code));
  const { data: account } = query;
  const mayChange = useMay(OPERATORS);
  return (
    <Page
      title={account?.name ?? code}
      aside={account === undefined ? null : <AccountState status={account.status} />}
      crumbs={[{ title: t('accounts'), to: '/accounts' }]}
      actions={account === undefined || !mayChange ? null : <ChangeStatus account={account} />}
    >
      <Loaded query={query}>{(found) => <AccountTabs account={found} />}</Loaded>
    </Page>
  );
}

function AccountTabs({ account }: { readonly account: Account }): ReactNode {
  const { t } = useTranslation('accounts');
  const seesMoney = useMay(MONEY_READERS);
  const seesAdjustments = useMay([...ASKERS, 'checker']);
  const tab = (key: string, children: ReactNode, isSeen = true) =>
    isSeen ? [{ key, label: t(`tabs.${key}`), children }] : [];
  const { code } = account;
  return (
    <AddressTabs
      tabs={[
        ...tab('overview', <AccountOverview account={account} />),
        ...tab('subscriptions', <AccountSubscriptions account={account} />),
        ...tab('grants', <AccountGrants code={code} />),
        ...tab('commitments', <AccountCommitments code={code} />),
        ...tab('receivable', <AccountReceivable code={code} />, seesMoney),
        ...tab('payments', <AccountPayments account={account} />, seesMoney),
        ...tab('adjustments', <AccountAdjustments account={account} />, seesAdjustments),
        ...tab('collection', <AccountCollection code={code} />),
      ]}
    />
  );
}
