import './words';
import type { View } from '@ciyuan/client';
import { Flex } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Count, Money } from '../../parts/figures';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { useSession, type Role } from '../../session/session';
import { DisputeDifferences } from './dispute-differences';
import { ResolveDifferences } from './resolve-differences';

type Difference = View<'ReconciliationDifferenceView'>;

const OUTCOMES = ['ours_only', 'theirs_only', 'late', 'quantity', 'price', 'within_tolerance'] as const;
const RESOLUTIONS = ['open', 'accepted_ours', 'accepted_theirs', 'to_dispute'] as const;
const RESOLVERS: readonly Role[] = ['finance', 'operations', 'admin'];

/** What differs, the largest amount first, and what is done about it. */
export function Differences({ reconciliationId: id }: { readonly reconciliationId: number }): ReactNode {
  const { t } = useTranslation('reconciliation');
  const { role } = useSession();
  const { filters } = useListState();
  const [chosen, setChosen] = useState<readonly Difference[]>([]);
  const optionsOf = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  const ids = chosen.map((one) => one.id);
  const done = (): void => setChosen([]);
  return (
    <>
      <h2>{t('differences')}</h2>
      <Filters>
        <ChoiceFilter name="outcome" label={t('outcome')} options={optionsOf('outcomes', OUTCOMES)} />
        <ChoiceFilter
          name="resolution"
          label={t('resolution')}
          options={optionsOf('resolutions', RESOLUTIONS)}
        />
        <TextFilter name="model" label={t('model')} />
        <TextFilter name="tenant" label={t('tenant')} />
      </Filters>
      <Flex gap={8} style={{ marginBottom: 12 }}>
        {RESOLVERS.includes(role) ? (
          <ResolveDifferences reconciliationId={id} ids={ids} onDone={done} />
        ) : null}
        {RESOLVERS.includes(role) || role === 'partner' ? (
          <DisputeDifferences reconciliationId={id} ids={ids} />
        ) : null}
      </Flex>
      <ListTable<Difference>
        label={t('differences')}
        queryKey={['reconciliation-differences', id, filters]}
        columns={useColumns()}
        rowKey={(one) => one.id}
        empty={t('nothingApart')}
        selection={{ selected: chosen, onSelect: setChosen }}
        load={async (page) => {
          const params = { path: { id }, query: { ...filters, ...page } as object };
          const { differences, next } = await answerOf(
            client.GET('/v1/reconciliations/{id}/differences', { params }),
          );
          return { items: differences, next };
        }}
      />
    </>
  );
}

function useColumns(): readonly ListColumn<Difference>[] {
  const { t } = useTranslation('reconciliation');
  return [
    { title: t('key'), render: ({ key }) => key, sort: 'key' },
    { title: t('outcome'), render: ({ outcome }) => t(`outcomes.${outcome}`) },
    { title: t('at'), render: ({ at }) => <Instant at={at} /> },
    { title: t('model'), render: ({ model }) => model ?? '–' },
    { title: t('tenant'), render: ({ tenant }) => tenant ?? '–' },
    { title: t('ourTokens'), render: ({ ours }) => <Count of={ours?.tokens} />, isFigure: true },
    { title: t('theirTokens'), render: ({ theirs }) => <Count of={theirs?.tokens} />, isFigure: true },
    {
      title: t('tokensApart'),
      render: ({ tokensApart }) => <Count of={tokensApart} />,
      isFigure: true,
      sort: 'tokens',
    },
    {
      title: t('amountApart'),
      render: ({ amountApart }) => <Money amount={amountApart} />,
      isFigure: true,
      sort: 'amount',
    },
    {
      title: t('resolution'),
      render: ({ resolution, reason }) =>
        [t(`resolutions.${resolution}`), reason].filter((text) => text !== null).join(': '),
    },
  ];
}
