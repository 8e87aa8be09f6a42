import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Facts } from '../../parts/facts';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { SettlementState } from './settlement-state';
import type { StatementKey } from './statement-lines';

type Step = View<'StatementLifeStepView'>;

/** What happened to a statement since it was issued. */
export function StatementLife({ runId, party, currency }: StatementKey): ReactNode {
  const { t } = useTranslation('settlement');
  const params = { path: { runId, party }, query: { currency } };
  const query = useQuery({
    queryKey: ['statement-life', runId, party, currency],
    queryFn: () => answerOf(client.GET('/v1/statements/{runId}/{party}/life', { params })),
  });
  return (
    <Loaded query={query}>
      {({ deemedConfirmedAt, paymentDueOn, payable, events }) => (
        <>
          <Facts
            facts={[
              { label: t('payable'), value: <Money amount={payable} currency={currency} /> },
              ...(isConfirmed(events)
                ? []
                : [{ label: t('deemed'), value: <Instant at={deemedConfirmedAt} /> }]),
              { label: t('dueOn'), value: paymentDueOn },
            ]}
          />
          <PlainTable<Step>
            label={t('life')}
            rows={events}
            rowKey={({ at, state }) => `${at} ${state}`}
            columns={[
              { title: t('event'), render: ({ state }) => <SettlementState state={state} /> },
              { title: t('at'), render: ({ at }) => <Instant at={at} /> },
              { title: t('by'), render: ({ by }) => by },
              { title: t('document'), render: ({ document }) => <Paper document={document} /> },
              { title: t('payee'), render: ({ payee }) => payee ?? '–' },
              { title: t('note'), render: ({ note }) => note ?? '–' },
              { title: t('amount'), render: ({ amount }) => <Money amount={amount} />, isFigure: true },
            ]}
          />
        </>
      )}
    </Loaded>
  );
}

/** By the party’s own word: the clock has nothing more to say then. */
const isConfirmed = (events: readonly Step[]): boolean => events.some(({ state }) => state === 'confirmed');

/** What came on paper, with its own date. */
function Paper({ document }: Pick<Step, 'document'>): ReactNode {
  return document === null ? '–' : `${document.number} · ${document.date}`;
}
