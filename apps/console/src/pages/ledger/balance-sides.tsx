import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../parts/plain-table';
import { StateTag } from '../../parts/state-tag';
import { AssetAmount } from './asset-amount';

type Totals = View<'BalanceColumns'>;

/** The pairs of columns whose sums have to be the same. */
const PAIRS = [
  { name: 'opening', debit: 'openingDebit', credit: 'openingCredit' },
  { name: 'turnover', debit: 'debits', credit: 'credits' },
  { name: 'closing', debit: 'closingDebit', credit: 'closingCredit' },
] as const;

interface Side {
  readonly asset: string;
  readonly name: (typeof PAIRS)[number]['name'];
  readonly debit: string;
  readonly credit: string;
}

const sidesOf = (totals: readonly Totals[]): readonly Side[] =>
  totals.flatMap((one) =>
    PAIRS.map(({ name, debit, credit }) => ({
      asset: one.asset,
      name,
      debit: one[debit],
      credit: one[credit],
    })),
  );

/** Both sides over all accounts, asset by asset, and whether they are the same. */
export function BalanceSides({ totals }: { readonly totals: readonly Totals[] }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <PlainTable<Side>
      label={t('sides')}
      rows={sidesOf(totals)}
      rowKey={({ asset, name }) => `${asset} ${name}`}
      columns={[
        { title: t('asset'), render: ({ asset }) => t(`assets.${asset}`, { defaultValue: asset }) },
        { title: t('sides'), render: ({ name }) => t(name) },
        {
          title: t('debit'),
          render: ({ asset, debit }) => <AssetAmount asset={asset} amount={debit} />,
          isFigure: true,
        },
        {
          title: t('credit'),
          render: ({ asset, credit }) => <AssetAmount asset={asset} amount={credit} />,
          isFigure: true,
        },
        {
          title: t('balanced'),
          render: ({ debit, credit }) => (
            <StateTag tone={debit === credit ? 'good' : 'bad'}>
              {t(debit === credit ? 'agree' : 'differ')}
            </StateTag>
          ),
        },
      ]}
    />
  );
}
