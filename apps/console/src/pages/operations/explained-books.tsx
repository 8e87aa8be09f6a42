import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { LedgerAccountName } from '../../parts/ledger-account';
import { PlainTable } from '../../parts/plain-table';
import { Term, useTermText } from '../../parts/term';
import { Step } from './step';

type Explanation = View<'ExplanationView'>;
type JournalLine = Explanation['journal'][number];
type Correction = Explanation['corrections'][number];
type Share = Explanation['shares'][number];

/** Who has what of it, what the books say, and what became of it since. */
export function ExplainedBooks({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t } = useTranslation('operations');
  const { shares, journal, corrections } = explanation;
  return (
    <>
      <Step number={6} title={t('steps.shares')} isEmpty={shares.length === 0}>
        {shares.map((share) => (
          <ShareTable key={share.kind} share={share} />
        ))}
      </Step>
      <Step number={7} title={t('steps.journal')} isEmpty={journal.length === 0}>
        <PlainTable<JournalLine>
          label={t('steps.journal')}
          rows={journal}
          rowKey={(line) => `${line.accountingMonth} ${line.asset} ${line.ledgerAccount} ${line.amount}`}
          columns={[
            { title: t('month'), render: ({ accountingMonth }) => accountingMonth },
            {
              title: t('ledgerAccount'),
              render: ({ ledgerAccount }) => <LedgerAccountName code={ledgerAccount} />,
            },
            { title: t('asset'), render: ({ asset }) => asset },
            { title: t('amount'), render: ({ amount }) => <Money amount={amount} />, isFigure: true },
          ]}
        />
      </Step>
      <Step number={8} title={t('steps.corrections')} isEmpty={corrections.length === 0}>
        <PlainTable<Correction>
          label={t('steps.corrections')}
          rows={corrections}
          rowKey={({ sequence }) => sequence}
          columns={[
            { title: t('at'), render: ({ bookedAt }) => <Instant at={bookedAt} /> },
            { title: t('kind'), render: ({ kind }) => <Term of="correction" code={kind} /> },
            {
              title: t('packageTokens'),
              render: ({ packageTokens }) => <Count of={packageTokens} />,
              isFigure: true,
            },
            { title: t('charge'), render: ({ usageYuan }) => <Money amount={usageYuan} />, isFigure: true },
            { title: t('reason'), render: ({ reason }) => reason },
            { title: t('by'), render: ({ requestedBy }) => requestedBy },
          ]}
        />
      </Step>
    </>
  );
}

function ShareTable({ share }: { readonly share: Share }): ReactNode {
  const { t } = useTranslation('operations');
  const termText = useTermText();
  const rows = [
    ...share.deductions.map(({ name, party, yuan }) => ({ what: `${t('deduction')}: ${name}`, party, yuan })),
    ...share.steps.map(({ type, party, yuan }) => ({ what: termText('step', type), party, yuan })),
    { what: t('residual'), party: share.residual, yuan: share.leftYuan },
  ];
  return (
    <section>
      <h3>
        <Term of="charge" code={share.kind} />
        {` (${share.splitRuleVersionId}) `}
        <Money amount={share.netYuan} />
      </h3>
      <PlainTable<(typeof rows)[number]>
        label={`${t('steps.shares')} ${termText('charge', share.kind)}`}
        rows={rows}
        rowKey={({ what, party }) => `${what} ${party}`}
        columns={[
          { title: t('step'), render: ({ what }) => what },
          { title: t('party'), render: ({ party }) => party },
          { title: t('amount'), render: ({ yuan }) => <Money amount={yuan} />, isFigure: true },
        ]}
      />
    </section>
  );
}
