import './words';
import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { SELLERS, useMay } from '../../session/may';
import { SubscriptionState } from '../subscriptions/subscription-state';
import type { Account } from './accounts-table';
import { OrderPlan } from './order-plan';
import { SubscriptionActions } from './subscription-actions';
import { statusOf, type Taken } from './taken';

/** What an account has taken up, and what can be done with it. */
export function AccountSubscriptions({ account }: { readonly account: Account }): ReactNode {
  const { code } = account;
  const maySell = useMay(SELLERS);
  const query = useQuery({
    queryKey: ['account', code, 'subscriptions'],
    queryFn: () => answerOf(client.GET('/v1/accounts/{code}/subscriptions', { params: { path: { code } } })),
  });
  return (
    <>
      {maySell && account.status === 'active' ? (
        <Flex justify="end" style={{ marginBottom: 12 }}>
          <OrderPlan account={account} />
        </Flex>
      ) : null}
      <Loaded query={query}>
        {({ subscriptions }) => (
          <TakenTable account={account} subscriptions={[...subscriptions].reverse()} maySell={maySell} />
        )}
      </Loaded>
    </>
  );
}

interface TakenTableProps {
  readonly account: Account;
  readonly subscriptions: readonly Taken[];
  readonly maySell: boolean;
}

function TakenTable({ account, subscriptions, maySell }: TakenTableProps): ReactNode {
  const { t } = useTranslation('accounts');
  return (
    <PlainTable<Taken>
      label={t('tabs.subscriptions')}
      rows={subscriptions}
      rowKey={({ subscriptionId }) => subscriptionId}
      columns={[
        { title: t('number'), render: ({ subscriptionId }) => subscriptionId, isFigure: true },
        { title: t('plan'), render: ({ plan }) => <Link to={`/catalogue/plan/${plan}`}>{plan}</Link> },
        { title: t('role'), render: ({ role }) => t(`roles.${role}`, { defaultValue: role }) },
        { title: t('status'), render: (one) => <SubscriptionState status={statusOf(one)} /> },
        { title: t('startsAt'), render: ({ startsAt }) => <Instant at={startsAt} dateOnly /> },
        { title: t('endsAt'), render: ({ endsAt }) => <Instant at={endsAt} dateOnly /> },
        { title: t('nextCycleAt'), render: ({ nextCycleAt }) => <Instant at={nextCycleAt} dateOnly /> },
        { title: t('pricesHeld'), render: ({ pricesHeld }) => <PricesHeld held={pricesHeld} /> },
        { title: t('follows'), render: ({ follows }) => follows ?? '–' },
        ...(maySell
          ? [
              {
                title: t('actions'),
                render: (one: Taken) => (
                  <SubscriptionActions account={account} subscription={one} subscriptions={subscriptions} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function PricesHeld({ held }: { readonly held: Taken['pricesHeld'] }): ReactNode {
  const { t } = useTranslation('accounts');
  if (held === null) return '–';
  return (
    <>
      <Instant at={held.asOf} dateOnly /> –{' '}
      {held.until === null ? t('term') : <Instant at={held.until} dateOnly />}
    </>
  );
}
