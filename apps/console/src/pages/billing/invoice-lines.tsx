import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Money, Percent } from '../../parts/figures';
import { instantText } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';

type Invoice = View<'InvoiceDetailsView'>;
type Line = Invoice['lines'][number];

const MS_BEFORE = 1;

/** Half-open, said by its last day. */
function serviceText({ startsAt, endsAt }: Line): string {
  const from = instantText(startsAt, true);
  if (endsAt === null) return from;
  const last = new Date(new Date(endsAt).getTime() - MS_BEFORE).toISOString();
  return `${from} – ${instantText(last, true)}`;
}

/** What an invoice is made of, and what that comes to at each rate of VAT. */
export function InvoiceLines({ invoice }: { readonly invoice: Invoice }): ReactNode {
  const { t } = useTranslation('billing');
  return (
    <>
      <PlainTable<Line>
        label={t('lines')}
        rows={invoice.lines}
        rowKey={({ line }) => line}
        columns={[
          { title: t('line'), render: ({ line }) => line, isFigure: true },
          { title: t('account'), render: ({ account }) => account },
          { title: t('lineKind'), render: ({ kind }) => t(`lineKinds.${kind}`, { defaultValue: kind }) },
          { title: t('plan'), render: ({ planName, plan }) => `${planName} · ${plan}` },
          { title: t('model'), render: ({ model }) => model ?? '–' },
          { title: t('service'), render: (line) => <span className="figures">{serviceText(line)}</span> },
          { title: t('tokens'), render: ({ tokens }) => <Count of={tokens} />, isFigure: true },
          { title: t('net'), render: ({ net }) => <Money amount={net} />, isFigure: true },
          { title: t('vatRate'), render: ({ vatRate }) => <Percent of={vatRate} />, isFigure: true },
          { title: t('tax'), render: ({ tax }) => <Money amount={tax} />, isFigure: true },
          { title: t('gross'), render: ({ gross }) => <Money amount={gross} />, isFigure: true },
          { title: t('credited'), render: ({ credited }) => <Money amount={credited} />, isFigure: true },
        ]}
        totals={[
          t('totals'),
          ...['', '', '', '', '', ''],
          <Money key="net" amount={invoice.net} />,
          '',
          <Money key="tax" amount={invoice.tax} />,
          <Money key="gross" amount={invoice.gross} />,
          <Money key="credited" amount={invoice.credited} />,
        ]}
      />
      <h2>{t('rates')}</h2>
      <PlainTable
        label={t('rates')}
        rows={invoice.rates}
        rowKey={({ vatRate }) => vatRate}
        columns={[
          { title: t('vatRate'), render: ({ vatRate }) => vatRate },
          { title: t('net'), render: ({ net }) => <Money amount={net} />, isFigure: true },
          { title: t('tax'), render: ({ tax }) => <Money amount={tax} />, isFigure: true },
          { title: t('gross'), render: ({ gross }) => <Money amount={gross} />, isFigure: true },
        ]}
      />
    </>
  );
}
