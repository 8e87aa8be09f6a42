import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { Instant } from '../../parts/instant';
import { instantOfField } from '../../parts/instant-field';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { Term } from '../../parts/term';
import { SUBSCRIPTION_STATES, SubscriptionState } from './subscription-state';

type Sold = View<'SoldSubscriptionView'>;

/** What all accounts have taken up. */
export function SubscriptionsPage(): ReactNode {
  const { t } = useTranslation('subscriptions');
  const { filters } = useListState();
  return (
    <Page title={t('subscriptions')}>
      <Filters>
        <TextFilter name="plan" label={t('plan')} />
        <ChoiceFilter
          name="status"
          label={t('status')}
          options={SUBSCRIPTION_STATES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        />
        <TextFilter name="segment" label={t('segment')} />
        <TextFilter name="channel" label={t('channel')} />
        <TextFilter name="endsBefore" label={t('endsBefore')} type="date" />
      </Filters>
      <ListTable<Sold>
        label={t('subscriptions')}
        queryKey={['subscriptions', filters]}
        columns={useColumns()}
        rowKey={({ account, subscriptionId }) => `${account} ${subscriptionId}`}
        initialSort="-createdAt"
        load={async (page) => {
          const { endsBefore, ...others } = filters;
          const until = endsBefore === undefined ? {} : { endsBefore: instantOfField(`${endsBefore}T00:00`) };
          const query = { ...others, ...until, ...page } as object;
          const { subscriptions, next } = await answerOf(
            client.GET('/v1/subscriptions', { params: { query } }),
          );
          return { items: subscriptions, next };
        }}
      />
    </Page>
  );
}

function useColumns(): ListColumn<Sold>[] {
  const { t } = useTranslation('subscriptions');
  return [
    {
      title: t('number'),
      render: ({ account, subscriptionId }) => (
        <Link to={`/accounts/${encodeURIComponent(account)}?tab=subscriptions`}>{subscriptionId}</Link>
      ),
    },
    {
      title: t('account'),
      render: ({ account }) => <Link to={`/accounts/${encodeURIComponent(account)}`}>{account}</Link>,
      sort: 'account',
    },
    { title: t('plan'), render: ({ plan }) => <Link to={`/catalogue/plan/${plan}`}>{plan}</Link> },
    { title: t('status'), render: ({ status }) => <SubscriptionState status={status} /> },
    { title: t('segment'), render: ({ segment }) => <Term of="segment" code={segment} /> },
    { title: t('channel'), render: ({ channel }) => channel ?? '–' },
    { title: t('startsAt'), render: ({ startsAt }) => <Instant at={startsAt} dateOnly />, sort: 'startsAt' },
    { title: t('endsAt'), render: ({ endsAt }) => <Instant at={endsAt} dateOnly />, sort: 'endsAt' },
    { title: t('nextCycleAt'), render: ({ nextCycleAt }) => <Instant at={nextCycleAt} dateOnly /> },
    { title: t('createdAt'), render: ({ createdAt }) => <Instant at={createdAt} />, sort: 'createdAt' },
  ];
}
