import './words';
import type { View } from '@ciyuan/client';
import { Alert, Empty, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../../parts/state-tag';
import { MarginChart } from './margin-chart';
import { MarginTable } from './margin-table';

type Report = View<'MarginView'>;

/** Month by month, with a picture and the figures beside it. */
export function MarginReport({ report }: { readonly report: Report }): ReactNode {
  const { t } = useTranslation('reports');
  if (report.months.length === 0) return <Empty description={t('nothing')} />;
  return report.months.map((one) => (
    <section key={`${one.month} ${one.currency}`} aria-label={`${one.month} ${one.currency}`}>
      <Flex align="center" gap={12}>
        <h2>{`${one.month} · ${one.currency}`}</h2>
        <StateTag tone={one.state === 'issued' ? 'good' : 'waiting'}>
          {t(`states.${one.state}`, { defaultValue: one.state })}
        </StateTag>
        {one.ledger === null ? null : (
          <StateTag tone={one.ledger.reconciled ? 'good' : 'bad'}>
            {t(one.ledger.reconciled ? 'reconciled' : 'notReconciled')}
          </StateTag>
        )}
      </Flex>
      {one.state === 'issued' ? null : (
        <Alert type="info" showIcon title={t('provisionalNote')} style={{ marginBottom: 12 }} />
      )}
      <MarginChart month={one} by={report.by} />
      <MarginTable month={one} by={report.by} />
    </section>
  ));
}
