import './words';
import type { View } from '@ciyuan/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { AddressTabs } from '../../parts/address-tabs';
import { Download } from '../../parts/download';
import { Facts } from '../../parts/facts';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { SettlementState } from './settlement-state';
import { StatementActions } from './statement-actions';
import { StatementBases } from './statement-bases';
import { StatementLife } from './statement-life';
import { StatementLines } from './statement-lines';

/** As many as its facts take, so that the lines below stay where they are. */
const ROWS = 3;
const FORMATS = ['csv', 'xlsx', 'pdf', 'json'] as const;

interface StatementPageProps {
  /** Where the list is that it was opened from. */
  readonly base?: string;
}

export function StatementPage({ base = '/statements' }: StatementPageProps): ReactNode {
  const { t } = useTranslation('settlement');
  const { t: bases } = useTranslation('bases');
  const { runId = '', party = '' } = useParams();
  const [search] = useSearchParams();
  const currency = search.get('currency') ?? 'CNY';
  const path = { runId: Number(runId), party };
  const query = useQuery({
    queryKey: ['statement', runId, party, currency],
    queryFn: () =>
      answerOf(client.GET('/v1/statements/{runId}/{party}', { params: { path, query: { currency } } })),
  });
  const { data: statement } = query;
  const file = (format: string): string =>
    `/v1/statements/${runId}/${party}/export.${format}?currency=${encodeURIComponent(currency)}`;
  return (
    <Page
      title={t('statement', { party: statement?.partyName ?? party, month: statement?.month ?? '' })}
      aside={statement === undefined ? null : <SettlementState state={statement.state} />}
      crumbs={[{ title: t('statements'), to: base }]}
      actions={
        <>
          {FORMATS.map((format) => (
            <Download key={format} href={file(format)} label={format.toUpperCase()} />
          ))}
          {statement === undefined ? null : <StatementActions statement={statement} />}
        </>
      }
    >
      <LoadedFacts query={query} />
      <AddressTabs
        keep={['currency']}
        tabs={[
          {
            key: 'lines',
            label: t('lines'),
            children: <StatementLines {...path} currency={currency} statement={statement} />,
          },
          {
            key: 'bases',
            label: bases('tab'),
            children: <StatementBases {...path} currency={currency} />,
          },
          { key: 'life', label: t('life'), children: <StatementLife {...path} currency={currency} /> },
        ]}
      />
    </Page>
  );
}

function LoadedFacts({ query }: { readonly query: UseQueryResult<View<'StatementView'>> }): ReactNode {
  return (
    <Loaded query={query} rows={ROWS}>
      {(found) => <StatementFacts statement={found} />}
    </Loaded>
  );
}

function StatementFacts({ statement: found }: { readonly statement: View<'StatementView'> }): ReactNode {
  const { t } = useTranslation('settlement');
  return (
    <Facts
      facts={[
        { label: t('share'), value: <Money amount={found.share} currency={found.currency} /> },
        { label: t('vat'), value: <Money amount={found.vat} /> },
        { label: t('withholding'), value: <Money amount={found.withholding} /> },
        { label: t('held'), value: <Money amount={found.held} /> },
        { label: t('released'), value: <Money amount={found.released} /> },
        { label: t('payable'), value: <Money amount={found.payable} currency={found.currency} /> },
        { label: t('version'), value: found.version },
        { label: t('issuedAt'), value: <Instant at={found.issuedAt} /> },
      ]}
    />
  );
}
