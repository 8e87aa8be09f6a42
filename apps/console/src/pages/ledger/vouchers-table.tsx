import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';

type Voucher = View<'VoucherView'>;
type Line = Voucher['lines'][number];

/** Each voucher with its lines, whose sides have to be the same. */
export function VouchersTable({ vouchers }: { readonly vouchers: readonly Voucher[] }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <>
      {vouchers.map((voucher) => (
        <section key={voucher.number} aria-label={`${t('voucher')} ${voucher.number}`}>
          <h2>{`${voucher.number} · ${voucher.date} · ${voucher.currency}`}</h2>
          <PlainTable<Line>
            label={`${t('voucher')} ${voucher.number}`}
            rows={voucher.lines}
            rowKey={({ line }) => line}
            totals={[
              t('totals'),
              ...['', '', '', '', ''],
              <Money key="debit" amount={voucher.debit} />,
              <Money key="credit" amount={voucher.credit} />,
              '',
            ]}
            columns={[
              { title: '#', render: ({ line }) => line },
              { title: t('erpAccount'), render: ({ erpAccount }) => erpAccount },
              { title: t('name'), render: ({ erpName }) => erpName },
              { title: t('ledgerAccount'), render: ({ ledgerAccount }) => ledgerAccount },
              { title: t('party'), render: ({ party }) => party ?? '–' },
              { title: t('text'), render: ({ text }) => text },
              { title: t('debit'), render: ({ debit }) => <Money amount={debit} />, isFigure: true },
              { title: t('credit'), render: ({ credit }) => <Money amount={credit} />, isFigure: true },
              { title: t('exact'), render: ({ exact }) => <Money amount={exact} />, isFigure: true },
            ]}
          />
        </section>
      ))}
    </>
  );
}
