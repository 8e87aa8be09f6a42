import './words';
import type { View } from '@ciyuan/client';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Money } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';

type Overview = View<'OverviewView'>;
type ModelTotal = View<'ModelTotalView'>;

/** Which models people use, and which earn. */
export function TopModels({ overview }: { readonly overview: Overview }): ReactNode {
  const { t } = useTranslation('dashboard');
  const { topByTokens, topByRevenue } = overview;
  return (
    <div className="columns">
      <ModelsCard title={`${t('topModels')} · ${t('tokens')}`} models={topByTokens} />
      <ModelsCard title={`${t('topModels')} · ${t('revenue')}`} models={topByRevenue} />
    </div>
  );
}

interface ModelsCardProps {
  readonly title: string;
  readonly models: readonly ModelTotal[];
}

function ModelsCard({ title, models }: ModelsCardProps): ReactNode {
  const { t } = useTranslation('dashboard');
  return (
    <Card size="small" title={<h2 style={{ fontSize: 15, margin: 0 }}>{title}</h2>}>
      <PlainTable<ModelTotal>
        label={title}
        rows={models}
        rowKey={({ model, currency }) => `${model} ${currency}`}
        columns={[
          { title: t('model'), render: ({ model }) => model },
          { title: t('tokens'), render: ({ tokens }) => <Count of={tokens} />, isFigure: true },
          {
            title: t('amount'),
            render: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
            isFigure: true,
          },
        ]}
      />
    </Card>
  );
}
