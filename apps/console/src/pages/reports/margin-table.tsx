import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Money, Rounded } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';
import { figureOf, valueOf, type MarginMonth, type MarginRow } from './margin-rows';

const COUNTS = ['records', 'tokens'] as const;
const AMOUNTS = ['revenue', 'cost', 'margin'] as const;
const PER_MILLION = ['revenuePerMillion', 'costPerMillion', 'marginPerMillion'] as const;

interface MarginTableProps {
  readonly month: MarginMonth;
  readonly by: readonly string[];
}

export function MarginTable({ month, by }: MarginTableProps): ReactNode {
  const { t } = useTranslation('reports');
  const kindOf = ({ lineKind }: MarginRow): string =>
    `${t('wholeMonth')}: ${t(`lineKinds.${lineKind}`, { defaultValue: lineKind })}`;
  const first = (row: MarginRow): string =>
    row.lineKind === 'share' ? (valueOf(row, by[0] ?? '') ?? t('ofNone')) : kindOf(row);
  return (
    <PlainTable<MarginRow>
      label={`${t('margin')} ${month.month} ${month.currency}`}
      rows={month.rows}
      rowKey={(row) => JSON.stringify([row.lineKind, row.values])}
      totals={[
        t('total'),
        ...by.slice(1).map(() => ''),
        ...COUNTS.map((name) => <Count key={name} of={figureOf(month.total, name)} />),
        ...AMOUNTS.map((name) => <Money key={name} amount={figureOf(month.total, name)} />),
        <Rounded key="percent" of={figureOf(month.total, 'marginPercent')} />,
        ...PER_MILLION.map((name) => <Count key={name} of={figureOf(month.total, name)} />),
      ]}
      columns={[
        ...by.map((dimension, index) => ({
          title: t(`dimensions.${dimension}`, { defaultValue: dimension }),
          render: (row: MarginRow) => (index === 0 ? first(row) : (valueOf(row, dimension) ?? '–')),
        })),
        ...COUNTS.map((name) => ({
          title: t(name),
          render: ({ figures }: MarginRow) => <Count of={figureOf(figures, name)} />,
          isFigure: true,
        })),
        ...AMOUNTS.map((name) => ({
          title: t(name === 'margin' ? 'result' : name),
          render: ({ figures }: MarginRow) => <Money amount={figureOf(figures, name)} />,
          isFigure: true,
        })),
        {
          title: t('marginPercent'),
          render: ({ figures }: MarginRow) => <Rounded of={figureOf(figures, 'marginPercent')} />,
          isFigure: true,
        },
        ...PER_MILLION.map((name) => ({
          title: t(name),
          render: ({ figures }: MarginRow) => <Count of={figureOf(figures, name)} />,
          isFigure: true,
        })),
      ]}
    />
  );
}
