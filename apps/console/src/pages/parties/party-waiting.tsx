import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';

type Waiting = View<'WaitingView'>;

/** Shares of issued months that wait until their revenue is invoiced or collected. */
export function PartyWaiting({ waiting }: { readonly waiting: readonly Waiting[] }): ReactNode {
  const { t } = useTranslation('parties');
  if (waiting.length === 0) return null;
  return (
    <>
      <h2>{t('waiting')}</h2>
      <PlainTable<Waiting>
        label={t('waiting')}
        rows={waiting}
        rowKey={({ currency, month, basis }) => `${currency} ${month} ${basis}`}
        columns={[
          { title: t('month'), render: ({ month }) => month },
          { title: t('basis'), render: ({ basis }) => t(`bases.${basis}`) },
          { title: t('currency'), render: ({ currency }) => currency },
          { title: t('share'), render: ({ share }) => <Money amount={share} />, isFigure: true },
          { title: t('takenBack'), render: ({ takenBack }) => <Money amount={takenBack} />, isFigure: true },
          { title: t('stillHeld'), render: ({ held }) => <Money amount={held} />, isFigure: true },
        ]}
      />
    </>
  );
}
