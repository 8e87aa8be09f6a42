import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../../parts/facts';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { receivableQuery } from './receivable';

type Owed = View<'ReceivableView'>;
type OpenDocument = View<'AccountDocumentView'>;

/** What is owed by cause, and the invoices that are not settled. */
export function AccountReceivable({ code }: { readonly code: string }): ReactNode {
  const query = useQuery(receivableQuery(code));
  return (
    <Loaded query={query}>
      {(owed) => (
        <>
          <Causes balances={owed.balances} unallocated={owed.unallocated} />
          <OpenDocuments invoices={owed.invoices} />
        </>
      )}
    </Loaded>
  );
}

function Causes({ balances, unallocated }: Pick<Owed, 'balances' | 'unallocated'>): ReactNode {
  const { t } = useTranslation('accounts');
  const rows = balances.flatMap(({ currency, causes }) =>
    causes.map(({ cause, amount }) => ({ currency, cause, amount })),
  );
  return (
    <>
      <Facts
        facts={[
          ...balances.map(({ currency, owed }) => ({
            label: `${t('owed')} ${currency}`,
            value: <Money amount={owed} currency={currency} />,
          })),
          { label: t('unallocated'), value: <Money amount={unallocated} /> },
        ]}
      />
      <h2>{t('owedSum')}</h2>
      <PlainTable
        label={t('owedSum')}
        rows={rows}
        rowKey={({ currency, cause }) => `${currency} ${cause}`}
        columns={[
          { title: t('cause'), render: ({ cause }) => t(`causes.${cause}`, { defaultValue: cause }) },
          { title: t('currency'), render: ({ currency }) => currency },
          { title: t('amount'), render: ({ amount }) => <Money amount={amount} />, isFigure: true },
        ]}
      />
    </>
  );
}

function OpenDocuments({ invoices }: Pick<Owed, 'invoices'>): ReactNode {
  const { t } = useTranslation('accounts');
  const money = (title: string, of: (one: OpenDocument) => string) => ({
    title,
    render: (one: OpenDocument) => <Money amount={of(one)} />,
    isFigure: true,
  });
  return (
    <>
      <h2>{t('notSettled')}</h2>
      <PlainTable<OpenDocument>
        label={t('notSettled')}
        rows={invoices}
        rowKey={({ invoice }) => invoice}
        columns={[
          {
            title: t('invoice'),
            render: ({ invoice }) => <Link to={`/invoices/${invoice}`}>{invoice}</Link>,
          },
          { title: t('kind'), render: ({ kind }) => t(`documentKinds.${kind}`, { defaultValue: kind }) },
          { title: t('issuedAt'), render: ({ issuedAt }) => <Instant at={issuedAt} /> },
          { title: t('currency'), render: ({ currency }) => currency },
          money(t('gross'), ({ gross }) => gross),
          money(t('credited'), ({ credited }) => credited),
          money(t('paid'), ({ paid }) => paid),
          money(t('openAmount'), ({ open }) => open),
          { title: t('reported'), render: ({ reported }) => reported ?? '–' },
        ]}
      />
    </>
  );
}
