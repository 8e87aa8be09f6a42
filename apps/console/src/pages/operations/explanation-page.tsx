import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Facts } from '../../parts/facts';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { PlainTable } from '../../parts/plain-table';
import { StateTag } from '../../parts/state-tag';
import { ExplainedBooks } from './explained-books';
import { ExplainedGrants } from './explained-grants';
import { ExplainedOverage } from './explained-overage';
import { ExplainedRecord } from './explained-record';
import { VoidRecord } from './void-record';

type Explanation = View<'ExplanationView'>;

/** Why a record was charged as it was, from what was reported down to the books. */
export function ExplanationPage(): ReactNode {
  const { t } = useTranslation('operations');
  const { partner = '', source = '', id = '' } = useParams();
  const query = useQuery({
    queryKey: ['explanation', partner, source, id],
    queryFn: () =>
      answerOf(client.GET('/v1/usage/explanation', { params: { query: { id, source, partner } } })),
  });
  const { data: explanation } = query;
  const isVoid = explanation !== undefined && lastReversal(explanation) !== undefined;
  return (
    <Page
      title={t('why', { id })}
      aside={isVoid ? <StateTag tone="quiet">{t('states.void')}</StateTag> : null}
      crumbs={[{ title: t('records'), to: '/records' }]}
      actions={explanation === undefined || isVoid ? null : <VoidRecord record={explanation.record} />}
    >
      <Loaded query={query} rows={16}>
        {(found) => (
          <>
            <Voided explanation={found} />
            <Agreement explanation={found} />
            <Heading explanation={found} />
            <ExplainedRecord record={found.record} />
            <ExplainedGrants grants={found.grants} />
            <ExplainedOverage overage={found.overage} costs={found.costs} />
            <ExplainedBooks explanation={found} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What took the record back: nothing is stated anew after it. */
const lastReversal = ({ corrections }: Explanation) =>
  corrections.at(-1)?.kind === 'reversal' ? corrections.at(-1) : undefined;

function Voided({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t } = useTranslation('operations');
  const reversal = lastReversal(explanation);
  if (reversal === undefined) return null;
  const { requestedBy: by, reason } = reversal;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('voidedBy', { by, reason })}
      description={t('voidedText')}
      style={{ marginBottom: 16 }}
    />
  );
}

function Heading({ explanation: { record, ...found } }: { readonly explanation: Explanation }): ReactNode {
  const { t } = useTranslation('operations');
  return (
    <Facts
      facts={[
        { label: t('account'), value: <Link to={`/accounts/${record.account}`}>{record.account}</Link> },
        { label: t('time'), value: <Instant at={record.at} /> },
        { label: t('month'), value: found.accountingMonth },
        { label: t('partner'), value: `${record.partner} · ${record.source}` },
        {
          label: t('model'),
          value: record.reportedModel === null ? record.model : `${record.model} ← ${record.reportedModel}`,
        },
        { label: t('party'), value: `${record.vendor} · ${record.computeOwner}` },
      ]}
    />
  );
}

/** Whether the computation of now is what is stored; each figure that is not, beside the other. */
function Agreement({
  explanation: { agrees, differences },
}: {
  readonly explanation: Explanation;
}): ReactNode {
  const { t } = useTranslation('operations');
  return (
    <>
      <Alert
        showIcon
        type={agrees ? 'success' : 'error'}
        title={t(agrees ? 'agrees' : 'differs')}
        description={t(agrees ? 'agreesText' : 'differsText')}
        style={{ marginBottom: 16 }}
      />
      {agrees ? null : (
        <PlainTable<Explanation['differences'][number]>
          label={t('differs')}
          rows={differences}
          rowKey={({ figure, column }) => `${figure} ${column}`}
          columns={[
            { title: t('figure'), render: ({ figure, column }) => `${figure} · ${column}` },
            { title: t('stored'), render: ({ stored }) => stored, isFigure: true },
            { title: t('computed'), render: ({ computed }) => computed, isFigure: true },
          ]}
        />
      )}
    </>
  );
}
