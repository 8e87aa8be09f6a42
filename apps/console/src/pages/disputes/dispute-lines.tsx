import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';
import { claimedBeyond } from './claim';
import { DisputeLineActions } from './dispute-line-actions';
import { DisputeState } from './dispute-state';

type Dispute = View<'DisputeReadView'>;
type Line = Dispute['lines'][number];

export function DisputeLines({ dispute }: { readonly dispute: Dispute }): ReactNode {
  const { t } = useTranslation('disputes');
  return (
    <PlainTable<Line>
      label={t('lines')}
      rows={dispute.lines}
      rowKey={({ line }) => line}
      columns={[
        { title: t('line'), render: ({ line }) => line, isFigure: true },
        { title: t('statementLine'), render: ({ statementLine }) => statementLine ?? t('wholeStatement') },
        { title: t('state'), render: ({ state }) => <DisputeState state={state} /> },
        { title: t('issued'), render: ({ issued }) => <Money amount={issued} />, isFigure: true },
        { title: t('claimed'), render: ({ claimed }) => <Money amount={claimed} />, isFigure: true },
        { title: t('difference'), render: (line) => <Money amount={claimedBeyond(line)} />, isFigure: true },
        { title: t('reason'), render: ({ reason }) => t(`reasons.${reason}`, { defaultValue: reason }) },
        { title: t('detail'), render: (line) => <Detail line={line} /> },
        { title: t('action'), render: (line) => <DisputeLineActions disputeId={dispute.id} line={line} /> },
      ]}
    />
  );
}

function Detail({ line: { detail, reconciliationDifferences } }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation('disputes');
  const count = reconciliationDifferences.length;
  return (
    <div style={{ maxWidth: 320, whiteSpace: 'normal' }}>
      {detail}
      {count === 0 ? null : <div>{t('reconciliationDifferences', { count })}</div>}
    </div>
  );
}
