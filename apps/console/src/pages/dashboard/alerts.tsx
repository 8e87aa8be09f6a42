import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { instantText } from '../../parts/instant';
import { useTermText } from '../../parts/term';

type AlertView = View<'AlertView'>;

const EVERY_MS = 60_000;
const GRAVE: readonly AlertView['code'][] = ['ledger_unbalanced', 'jobs_failed'];

/** Where the console shows what the API shows there. */
const PLACES: Readonly<Record<AlertView['code'], (alert: AlertView) => string>> = {
  ledger_unbalanced: () => '/ledger',
  month_late: ({ path }) => path.replace('/v1', ''),
  jobs_failed: () => '/jobs?state=failed',
  suspense_open: () => '/suspense',
  disputes_overdue: () => '/disputes?overdue=true',
  commitments_behind: ({ path }) => path.replace(/^\/v1(\/accounts\/[^/]+).*$/, '$1?tab=commitments'),
};

export const useAlerts = () =>
  useQuery({
    queryKey: ['alerts'],
    queryFn: () => answerOf(client.GET('/v1/overview/alerts')),
    refetchInterval: EVERY_MS,
  });

/** What is wrong or late now, with the way to where it is put right. */
export function Alerts({ alerts }: { readonly alerts: readonly AlertView[] }): ReactNode {
  const { t } = useTranslation('dashboard');
  const termText = useTermText();
  /** Of which month and step, how old, or of whom. */
  const subjectOf = ({ code, subject }: AlertView): string => {
    const [month = '', step = ''] = subject.split(' ');
    if (code === 'month_late') return `${month} ${termText('monthStep', step)}`;
    return t(`ages.${subject}`, { defaultValue: subject });
  };
  const isGrave = alerts.some(({ code }) => GRAVE.includes(code));
  return (
    <section aria-label={t('alerts')} style={{ marginBottom: 16 }}>
      <Alert
        showIcon
        type={alerts.length === 0 ? 'success' : isGrave ? 'error' : 'warning'}
        title={alerts.length === 0 ? t('noAlerts') : t('alerts')}
        description={
          alerts.length === 0 ? null : (
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {alerts.map((alert) => (
                <li key={`${alert.code} ${alert.subject}`}>
                  <Link to={PLACES[alert.code](alert)} style={{ textDecoration: 'underline' }}>
                    {`${t(`codes.${alert.code}`)}: ${alert.count}${alert.more ? '+' : ''}`}
                  </Link>
                  {` ${subjectOf(alert)}`}
                  {alert.since === null ? '' : `, ${t('since', { since: instantText(alert.since) })}`}
                </li>
              ))}
            </ul>
          )
        }
      />
    </section>
  );
}
