import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Money } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';
import type { Manifest } from './run-exports';

type Totals = Manifest['totals'][number];

interface ControlTotalsProps {
  readonly totals: readonly Totals[];
  /** Those of the operator's summary; none where it was not written. */
  readonly operator: View<'OperatorFile'>['totals'];
}

/** By currency, what all statements come to: whoever books them compares it with what the files add up to. */
export function ControlTotals({ totals, operator }: ControlTotalsProps): ReactNode {
  const { t } = useTranslation('settlement');
  const modelsOf = ({ currency }: Totals) => operator.find((one) => one.currency === currency)?.models;
  const money = (title: string, amountOf: (one: Totals) => string | undefined) => ({
    title,
    render: (one: Totals) => <Money amount={amountOf(one)} />,
    isFigure: true,
  });
  return (
    <PlainTable<Totals>
      label={t('controlTotals')}
      rows={totals}
      rowKey={({ currency }) => currency}
      columns={[
        { title: t('currency'), render: ({ currency }) => currency },
        { title: t('fileCount'), render: ({ files }) => <Count of={files} />, isFigure: true },
        { title: t('lines'), render: ({ rows }) => <Count of={rows} />, isFigure: true },
        { title: t('records'), render: ({ records }) => <Count of={records} />, isFigure: true },
        { title: t('tokens'), render: ({ tokens }) => <Count of={tokens} />, isFigure: true },
        money(t('gross'), ({ gross }) => gross),
        money(t('share'), ({ share }) => share),
        money(t('vat'), ({ vat }) => vat),
        money(t('withholding'), ({ withholding }) => withholding),
        money(t('held'), ({ held }) => held),
        money(t('released'), ({ released }) => released),
        money(t('payable'), ({ payable }) => payable),
        money(t('costs'), (one) => modelsOf(one)?.costs),
        money(t('kept'), (one) => modelsOf(one)?.share),
      ]}
    />
  );
}
