import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert, Collapse } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { AsJson } from '../../parts/as-json';
import { Facts } from '../../parts/facts';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { PartyWaiting } from './party-waiting';

type Terms = View<'TermsView'>;

/** How a party is settled with now, and what is advanced to it and held back. */
export function PartyTerms({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation('parties');
  const query = useQuery({
    queryKey: ['party', code, 'terms'],
    queryFn: () => answerOf(client.GET('/v1/parties/{code}/terms', { params: { path: { code } } })),
  });
  return (
    <Loaded query={query}>
      {(terms) => (
        <>
          {terms.contract === null ? (
            <Alert type="info" showIcon title={t('noContract')} style={{ marginBottom: 16 }} />
          ) : null}
          <TermsFacts terms={terms} />
          <Outstanding terms={terms} />
          <PartyWaiting waiting={terms.waiting} />
          {terms.contract === null ? null : (
            <Collapse
              style={{ marginTop: 16 }}
              items={[
                {
                  key: 'body',
                  label: t('body'),
                  children: <AsJson value={terms.contract.body} label={t('body')} />,
                },
              ]}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

function TermsFacts({ terms }: { readonly terms: Terms }): ReactNode {
  const { t } = useTranslation('parties');
  const { contract, disputeDays, paymentDays, minimumPayout, legalEntity, bankAccount } = terms;
  const { validity, settlement, lateWindowDays, serves } = contract?.body ?? {};
  const facts = [
    { label: t('legalEntity'), value: legalEntity },
    { label: t('bankAccount'), value: bankAccount },
    { label: t('minimumPayout'), value: <Money amount={minimumPayout} /> },
    { label: t('disputeDays'), value: disputeDays },
    { label: t('paymentDays'), value: paymentDays },
    ...(contract === null
      ? []
      : [
          { label: t('version'), value: contract.version },
          { label: t('effectiveFrom'), value: <Instant at={contract.effectiveFrom} /> },
        ]),
    ...(validity === undefined
      ? []
      : [{ label: t('validity'), value: `${validity.from} – ${validity.until ?? t('openEnd')}` }]),
    ...(settlement === undefined ? [] : [{ label: t('basis'), value: t(`bases.${settlement.basis}`) }]),
    ...(lateWindowDays === undefined ? [] : [{ label: t('lateWindow'), value: lateWindowDays }]),
    ...(serves === undefined
      ? []
      : [{ label: t('serves'), value: <Served serves={serves} />, isWide: true }]),
  ];
  return <Facts facts={facts} />;
}

function Served({ serves }: { readonly serves: NonNullable<View<'PartnerContract'>['serves']> }): ReactNode {
  return serves.map(({ vendor, computeOwner }, index) => (
    <span key={`${vendor} ${computeOwner}`}>
      {index === 0 ? '' : '; '}
      <Link to={`/parties/${vendor}`}>{vendor}</Link> /{' '}
      <Link to={`/parties/${computeOwner}`}>{computeOwner}</Link>
    </span>
  ));
}

function Outstanding({ terms: { advances, holdbacks } }: { readonly terms: Terms }): ReactNode {
  const { t } = useTranslation('parties');
  return (
    <>
      {advances.length === 0 ? null : (
        <>
          <h2>{t('advances')}</h2>
          <PlainTable
            label={t('advances')}
            rows={advances}
            rowKey={({ currency }) => currency}
            columns={[
              { title: t('currency'), render: ({ currency }) => currency },
              {
                title: t('outstanding'),
                render: ({ outstanding }) => <Money amount={outstanding} />,
                isFigure: true,
              },
            ]}
          />
        </>
      )}
      {holdbacks.length === 0 ? null : (
        <>
          <h2>{t('holdbacks')}</h2>
          <PlainTable
            label={t('holdbacks')}
            rows={holdbacks}
            rowKey={({ currency, heldMonth }) => `${currency} ${heldMonth}`}
            columns={[
              { title: t('heldMonth'), render: ({ heldMonth }) => heldMonth },
              { title: t('releaseMonth'), render: ({ releaseMonth }) => releaseMonth },
              { title: t('releasedIn'), render: ({ releasedIn }) => releasedIn ?? '–' },
              { title: t('currency'), render: ({ currency }) => currency },
              { title: t('amount'), render: ({ amount }) => <Money amount={amount} />, isFigure: true },
            ]}
          />
        </>
      )}
    </>
  );
}
