import './words';
import type { View } from '@ciyuan/client';
import { Empty, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Money, Rounded } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';
import { StateTag } from '../../parts/state-tag';
import { BreakageChart } from './breakage-chart';
import { figureOf } from './margin-rows';

type Report = View<'BreakageView'>;
type Month = Report['months'][number];

const COUNTS = ['soldTokens', 'consumedTokens', 'expiredTokens'] as const;
const AMOUNTS = ['recognisedNet', 'breakageNet'] as const;
const TITLES: Readonly<Record<string, string>> = {
  soldTokens: 'sold',
  consumedTokens: 'consumed',
  expiredTokens: 'expired',
  recognisedNet: 'recognised',
};

export function BreakageReport({ report }: { readonly report: Report }): ReactNode {
  const { t } = useTranslation('reports');
  if (report.months.length === 0) return <Empty description={t('nothing')} />;
  return (
    <>
      <BreakageChart months={report.months} />
      {report.months.map((one) => (
        <section key={`${one.month} ${one.currency}`} aria-label={`${one.month} ${one.currency}`}>
          <Flex align="center" gap={12}>
            <h2>{`${one.month} · ${one.currency}`}</h2>
            <StateTag tone={one.ledger.reconciled ? 'good' : 'bad'}>
              {t(one.ledger.reconciled ? 'reconciled' : 'notReconciled')}
            </StateTag>
          </Flex>
          <MonthTable month={one} />
        </section>
      ))}
    </>
  );
}

function MonthTable({ month }: { readonly month: Month }): ReactNode {
  const { t } = useTranslation('reports');
  return (
    <PlainTable<Month['rows'][number]>
      label={`${t('breakage')} ${month.month} ${month.currency}`}
      rows={month.rows}
      rowKey={({ plan }) => plan}
      totals={[
        t('total'),
        ...COUNTS.map((name) => <Count key={name} of={figureOf(month.total, name)} />),
        ...AMOUNTS.map((name) => <Money key={name} amount={figureOf(month.total, name)} />),
        <Rounded key="rate" of={figureOf(month.total, 'breakageRate')} />,
      ]}
      columns={[
        { title: t('plan'), render: ({ plan }) => plan },
        ...COUNTS.map((name) => ({
          title: t(TITLES[name] ?? name),
          render: ({ figures }: Month['rows'][number]) => <Count of={figureOf(figures, name)} />,
          isFigure: true,
        })),
        ...AMOUNTS.map((name) => ({
          title: t(TITLES[name] ?? name),
          render: ({ figures }: Month['rows'][number]) => <Money amount={figureOf(figures, name)} />,
          isFigure: true,
        })),
        {
          title: t('breakageRate'),
          render: ({ figures }) => <Rounded of={figureOf(figures, 'breakageRate')} />,
          isFigure: true,
        },
      ]}
    />
  );
}
