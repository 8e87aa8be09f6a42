import './words';
import type { View } from '@ciyuan/client';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { useSession, type Role } from '../../session/session';

type Item = View<'ItemView'>;
type Waivable = 'cost_suspense_open' | 'suspense_open' | 'bill_run_open' | 'adjustments_requested';

const WAIVERS: readonly Role[] = ['finance', 'checker', 'admin'];
const WORKERS: readonly Role[] = ['finance', 'operations', 'admin'];

/** The page on which its parts are listed. */
const PLACES: Readonly<Record<string, (month: string) => string>> = {
  earlier_month_open: () => '/months',
  cost_suspense_open: () => '/suspense',
  suspense_open: () => '/suspense',
  bill_run_open: () => '/bill-runs?state=draft',
  adjustments_requested: () => '/adjustments?state=requested',
  renewals_due: () => '/jobs?kind=renewal',
  expiries_due: () => '/jobs?kind=expiry',
  ledger_unbalanced: (month) => `/ledger?month=${month}`,
  books_differ: (month) => `/ledger?month=${month}`,
};

interface ItemRemedyProps {
  readonly item: Item;
  readonly month: string;
}

/** Where an open item is put in order, or how, or the decision not to wait for it. */
export function ItemRemedy({ item, month }: ItemRemedyProps): ReactNode {
  const { t } = useTranslation('months');
  const { role } = useSession();
  const place = PLACES[item.code]?.(month);
  const isDueWork = item.code === 'renewals_due' || item.code === 'expiries_due';
  const code = item.code as Waivable;
  return (
    <Flex gap={8} align="center" wrap>
      {place === undefined ? null : <Link to={place}>{t('mend')}</Link>}
      {isDueWork && WORKERS.includes(role) ? (
        <ActionButton
          size="small"
          label={t('runDueWork')}
          question={t('dueWorkQuestion')}
          run={() => answerOf(client.POST('/v1/due-work'))}
        />
      ) : null}
      {item.code === 'voids_not_re_rated' && WORKERS.includes(role) ? (
        <ActionButton
          size="small"
          label={t('reRate')}
          run={() => answerOf(client.POST('/v1/re-ratings/voided', { body: { month } }))}
        />
      ) : null}
      {item.waivable && item.state === 'open' && WAIVERS.includes(role) ? (
        <ActionButton
          size="small"
          label={t('waive')}
          question={t('waiveQuestion')}
          needsReason
          run={(reason) =>
            answerOf(
              client.POST('/v1/months/{month}/waivers', {
                params: { path: { month } },
                body: { item: code, reason },
              }),
            )
          }
        />
      ) : null}
    </Flex>
  );
}
