import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';
import { StateTag } from '../../parts/state-tag';
import { CLAWBACK_TONES, stateOf, type Clawback } from './clawback';
import { ClawbackDecision } from './clawback-decision';

/** What was asked to be taken back, and what became of it. */
export function ClawbacksTable({ clawbacks }: { readonly clawbacks: readonly Clawback[] }): ReactNode {
  const { t } = useTranslation('clawbacks');
  return (
    <PlainTable<Clawback>
      label={t('clawbacks')}
      rows={clawbacks}
      rowKey={({ id }) => id}
      empty={t('nothing')}
      columns={[
        { title: t('number'), render: ({ id }) => id, isFigure: true },
        { title: t('month'), render: ({ month }) => month },
        { title: t('state'), render: (one) => <State state={stateOf(one)} /> },
        { title: t('scope'), render: (one) => <Scope clawback={one} /> },
        {
          title: t('lost'),
          render: ({ revenue, currency }) => <Money amount={revenue} currency={currency} />,
          isFigure: true,
        },
        { title: t('parts'), render: ({ parts }) => <Parts parts={parts} />, isFigure: true },
        { title: t('reason'), render: ({ reason }) => reason },
        { title: t('requestedBy'), render: ({ requestedBy }) => requestedBy },
        { title: t('requestedAt'), render: ({ requestedAt }) => <Instant at={requestedAt} /> },
        { title: t('decision'), render: (one) => <ClawbackDecision clawback={one} /> },
        { title: t('takenIn'), render: ({ decision }) => decision?.month ?? '–' },
      ]}
    />
  );
}

function State({ state }: { readonly state: string }): ReactNode {
  const { t } = useTranslation('clawbacks');
  return (
    <StateTag tone={CLAWBACK_TONES[state] ?? 'quiet'}>
      {t(`states.${state}`, { defaultValue: state })}
    </StateTag>
  );
}

/** Of whom, and of which plan or model where it is not all of the month. */
function Scope({ clawback: { party, plan, model } }: { readonly clawback: Clawback }): ReactNode {
  const { t } = useTranslation('clawbacks');
  const narrower = [plan, model].filter((one) => one !== null).map((one) => ` · ${one}`);
  return (
    <>
      {party === null ? t('everyParty') : <Link to={`/parties/${encodeURIComponent(party)}`}>{party}</Link>}
      {narrower.join('')}
    </>
  );
}

function Parts({ parts }: { readonly parts: Clawback['parts'] }): ReactNode {
  return parts.map(({ party, share, reference }) => (
    <div key={reference} title={reference}>
      {`${party} `}
      <Money amount={share} />
    </div>
  ));
}
