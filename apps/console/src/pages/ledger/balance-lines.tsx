import './words';
import type { View } from '@ciyuan/client';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useListState } from '../../parts/list-state';
import { PlainTable } from '../../parts/plain-table';
import { AssetAmount } from './asset-amount';

type Line = View<'TrialBalanceView'>['lines'][number];

const FIGURES = [
  'openingDebit',
  'openingCredit',
  'debits',
  'credits',
  'closingDebit',
  'closingCredit',
] as const;

/** Every ledger account that something was booked to; choosing one shows it alone. */
export function BalanceLines({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const { t, i18n } = useTranslation('ledger');
  const { setFilter } = useListState();
  return (
    <PlainTable<Line>
      label={t('trialBalance')}
      rows={lines}
      rowKey={({ ledgerAccount, asset }) => `${ledgerAccount} ${asset}`}
      columns={[
        {
          title: t('ledgerAccount'),
          render: ({ ledgerAccount }) => (
            <Button type="link" size="small" onClick={() => setFilter('drill', ledgerAccount)}>
              {ledgerAccount}
            </Button>
          ),
        },
        { title: t('name'), render: ({ name, chinese }) => (i18n.language === 'zh' ? chinese : name) },
        { title: t('type'), render: ({ type }) => t(`types.${type}`) },
        { title: t('asset'), render: ({ asset }) => t(`assets.${asset}`, { defaultValue: asset }) },
        ...FIGURES.map((figure) => ({
          title: t(figure),
          render: (line: Line) => <AssetAmount asset={line.asset} amount={line[figure]} />,
          isFigure: true,
        })),
      ]}
    />
  );
}
