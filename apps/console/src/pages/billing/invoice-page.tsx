import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { AddressTabs } from '../../parts/address-tabs';
import { Download } from '../../parts/download';
import { Facts } from '../../parts/facts';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { BillingState } from './billing-state';
import { BuyerFacts } from './buyer-facts';
import { CreditNotes } from './credit-notes';
import { InvoiceActions } from './invoice-actions';
import { InvoiceLines } from './invoice-lines';
import { InvoicePayments } from './invoice-payments';

type Invoice = View<'InvoiceDetailsView'>;

const FORMATS = ['pdf', 'xlsx', 'json'] as const;

export function InvoicePage(): ReactNode {
  const { t } = useTranslation('billing');
  const { number = '' } = useParams();
  const query = useQuery({
    queryKey: ['invoice', number],
    queryFn: () => answerOf(client.GET('/v1/invoices/{number}', { params: { path: { number } } })),
  });
  const { data: invoice } = query;
  const isNote = invoice?.kind === 'credit_note';
  return (
    <Page
      title={t(isNote ? 'creditNote' : 'invoice', { number })}
      aside={invoice === undefined ? null : <BillingState state={invoice.state} />}
      crumbs={[{ title: t('invoices'), to: '/invoices' }]}
      actions={
        <>
          {FORMATS.map((format) => (
            <Download
              key={format}
              href={`/v1/invoices/${number}/export.${format}`}
              label={format.toUpperCase()}
            />
          ))}
          <Download href={`/v1/invoices/${number}/lines.csv`} label={t('csv')} />
          {invoice === undefined ? null : <InvoiceActions invoice={invoice} />}
        </>
      }
    >
      <Loaded query={query}>{(found) => <Details invoice={found} />}</Loaded>
    </Page>
  );
}

function Details({ invoice }: { readonly invoice: Invoice }): ReactNode {
  const { t } = useTranslation('billing');
  const { number, currency } = invoice;
  const tabs = [
    { key: 'lines', label: t('lines'), children: <InvoiceLines invoice={invoice} /> },
    { key: 'payments', label: t('payments'), children: <InvoicePayments invoice={invoice} /> },
    { key: 'credit-notes', label: t('creditNotes'), children: <CreditNotes invoice={invoice} /> },
    { key: 'buyer', label: t('buyer'), children: <BuyerFacts buyer={invoice.buyer} /> },
  ];
  return (
    <>
      <VoidNotice invoice={invoice} />
      <Facts
        facts={[
          {
            label: t('payer'),
            value: <Payer payer={invoice.payer} />,
          },
          { label: t('gross'), value: <Money amount={invoice.gross} currency={currency} /> },
          { label: t('net'), value: <Money amount={invoice.net} /> },
          { label: t('tax'), value: <Money amount={invoice.tax} /> },
          { label: t('credited'), value: <Money amount={invoice.credited} /> },
          { label: t('paid'), value: <Money amount={invoice.paid} /> },
          { label: t('openAmount'), value: <Money amount={invoice.open} currency={currency} /> },
          // A credit note is collected from nobody.
          ...(invoice.kind === 'invoice'
            ? [{ label: t('collection'), value: <BillingState state={invoice.collection} /> }]
            : []),
          { label: t('period'), value: invoice.period },
          { label: t('issuedAt'), value: <Instant at={invoice.issuedAt} /> },
          { label: t('issuedBy'), value: invoice.issuedBy },
          { label: t('id'), value: <Link to={`/bill-runs/${invoice.runId}`}>{String(invoice.runId)}</Link> },
          { label: t('corrects'), value: <Other number={invoice.corrects} /> },
          { label: t('replaces'), value: <Other number={invoice.replaces} /> },
          { label: t('replacedBy'), value: <Others numbers={invoice.replacedBy} /> },
        ]}
      />
      <AddressTabs key={number} tabs={tabs} />
    </>
  );
}

function Payer({ payer: { code, kind } }: Pick<Invoice, 'payer'>): ReactNode {
  const { t } = useTranslation('billing');
  const place = kind === 'customer' ? 'customers' : 'accounts';
  return (
    <Link
      to={`/${place}/${encodeURIComponent(code)}`}
    >{`${code} · ${t(`payerKinds.${kind}`, { defaultValue: kind })}`}</Link>
  );
}

function Other({ number }: { readonly number: string | null }): ReactNode {
  return number === null ? '–' : <Link to={`/invoices/${number}`}>{number}</Link>;
}

function Others({ numbers }: { readonly numbers: readonly string[] }): ReactNode {
  if (numbers.length === 0) return '–';
  return (
    <Flex gap={8} wrap>
      {numbers.map((number) => (
        <Other key={number} number={number} />
      ))}
    </Flex>
  );
}

function VoidNotice({ invoice }: { readonly invoice: Invoice }): ReactNode {
  const { t } = useTranslation('billing');
  // The description of the API does not say that there may be none.
  const asked = invoice.void ?? null;
  if (asked === null) return null;
  const { approvedBy, requestedBy, reason } = asked;
  const title =
    approvedBy === null
      ? t('voidAsked', { by: requestedBy, reason })
      : t('voidedBy', { by: approvedBy, reason });
  return <Alert type="warning" showIcon title={title} style={{ marginBottom: 16 }} />;
}
