import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { AddressTabs } from '../../parts/address-tabs';
import { Facts } from '../../parts/facts';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { MonthActions } from './month-actions';
import { MonthChecklist } from './month-checklist';
import { MonthEvents } from './month-events';
import { MonthState } from './month-state';
import { MonthSteps } from './month-steps';
import { MonthWaivers } from './month-waivers';

type MonthDetails = View<'MonthDetailsView'>;

export function MonthPage(): ReactNode {
  const { t } = useTranslation('months');
  const { month = '' } = useParams();
  const query = useQuery({
    queryKey: ['month', month],
    queryFn: () => answerOf(client.GET('/v1/months/{month}', { params: { path: { month } } })),
  });
  const { data } = query;
  return (
    <Page
      title={t('title', { month })}
      aside={data === undefined ? null : <MonthState state={data.state} />}
      crumbs={[{ title: t('months'), to: '/months' }]}
      actions={data === undefined ? null : <MonthActions details={data} />}
    >
      <Loaded query={query}>{(details) => <Details details={details} />}</Loaded>
    </Page>
  );
}

function Details({ details }: { readonly details: MonthDetails }): ReactNode {
  const { t } = useTranslation('months');
  const { month, runId, stepsDone: done, steps } = details;
  const facts = [
    { label: t('progress'), value: t('stepsDone', { done, total: steps.length }) },
    {
      label: t('run'),
      value: runId === null ? null : <Link to={`/settlement-runs/${runId}`}>{String(runId)}</Link>,
    },
    {
      label: t('runsOfMonth'),
      value: <Link to={`/settlement-runs?month=${month}`}>{month}</Link>,
    },
  ];
  const tabs = [
    // Nothing is looked at any more once a month is closed.
    ...(details.checklist.length === 0
      ? []
      : [{ key: 'checklist', label: t('checklist'), children: <MonthChecklist details={details} /> }]),
    { key: 'calendar', label: t('steps'), children: <MonthSteps steps={steps} /> },
    { key: 'waivers', label: t('waivers'), children: <MonthWaivers details={details} /> },
    { key: 'events', label: t('events'), children: <MonthEvents events={details.events} /> },
  ];
  return (
    <>
      <Standing details={details} />
      <Facts facts={facts} />
      <AddressTabs tabs={tabs} />
    </>
  );
}

/** In a line, what is to be done next. */
function Standing({ details }: { readonly details: MonthDetails }): ReactNode {
  const { t } = useTranslation('months');
  const open = details.checklist.filter(({ state }) => state === 'open').length;
  const style = { marginBottom: 16 };
  if (details.state === 'closed')
    return <Alert type="info" showIcon title={t('closedForGood')} style={style} />;
  const last = details.events.at(-1);
  if (last?.kind === 'reopening_requested') {
    const title = t('reopeningAsked', { by: last.by, reason: last.reason ?? '' });
    return <Alert type="warning" showIcon title={title} style={style} />;
  }
  if (open > 0)
    return <Alert type="warning" showIcon title={t('stillOpen', { count: open })} style={style} />;
  return details.state === 'open' ? (
    <Alert type="success" showIcon title={t('allGood')} style={style} />
  ) : null;
}
