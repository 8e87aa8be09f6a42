import './words';
import type { View } from '@ciyuan/client';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import type { ListColumn } from '../../parts/list-table';
import { AdjustmentState } from './adjustment-state';

export type Adjustment = View<'AdjustmentView'>;

/** Where it is looked at, signed and refused. */
export const adjustmentPath = ({ account, number }: Pick<Adjustment, 'account' | 'number'>): string =>
  `/accounts/${encodeURIComponent(account)}?tab=adjustments&adjustment=${number}`;

/** What lists of adjustments show; numbers are counted by account. */
export function adjustmentColumns(t: TFunction<'accounts'>): ListColumn<Adjustment>[] {
  return [
    {
      title: t('number'),
      render: (one) => (
        <Link to={adjustmentPath(one)} aria-label={t('adjustment', { number: one.number })}>
          {one.number}
        </Link>
      ),
    },
    { title: t('kind'), render: ({ kind }) => t(`adjustmentKinds.${kind}`, { defaultValue: kind }) },
    { title: t('status'), render: ({ state }) => <AdjustmentState state={state} /> },
    { title: t('amount'), render: ({ amount }) => <Money amount={amount} />, sort: 'amount', isFigure: true },
    { title: t('currency'), render: ({ currency }) => currency },
    { title: t('reason'), render: ({ reason }) => reason },
    { title: t('reference'), render: ({ reference }) => reference ?? '–' },
    { title: t('requestedBy'), render: ({ requestedBy }) => requestedBy },
    {
      title: t('requestedAt'),
      render: ({ requestedAt }) => <Instant at={requestedAt} />,
      sort: 'requestedAt',
    },
  ];
}
