import './words';
import type { View } from '@ciyuan/client';
import { monthAfter } from '@ciyuan/core/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Count, Money } from '../../parts/figures';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { Term } from '../../parts/term';
import { MONEY_READERS, useMay } from '../../session/may';
import { useSession, type Role } from '../../session/session';
import { OpenDispute } from './open-dispute';

type Line = View<'LineView'>;

export interface StatementKey {
  readonly runId: number;
  readonly party: string;
  readonly currency: string;
}

interface StatementLinesProps extends StatementKey {
  /** Once it is known: lines of an issued one can be disputed. */
  readonly statement: View<'StatementView'> | undefined;
}

const KINDS = [
  'share',
  'guarantee',
  'adjustment',
  'dispute',
  'clawback',
  'minimum',
  'advance',
  'recoupment',
  'commitment',
  'conversion',
] as const;
const SPEAKERS: readonly Role[] = ['finance', 'operations', 'admin', 'partner'];
/** Before it counts as confirmed; further lines can follow. */
const DISPUTABLE = ['issued', 'disputed'];

/** What a statement is made of, page by page. */
export function StatementLines({ runId, party, currency, statement }: StatementLinesProps): ReactNode {
  const { t } = useTranslation('settlement');
  const { role } = useSession();
  const { lineKind, model, plan, originMonth } = useListState().filters;
  const filters = { lineKind, model, plan, originMonth };
  const [chosen, setChosen] = useState<readonly Line[]>([]);
  const isDisputable = DISPUTABLE.includes(statement?.state ?? '') && SPEAKERS.includes(role);
  return (
    <>
      <Filters>
        <ChoiceFilter
          name="lineKind"
          label={t('lineKind')}
          options={KINDS.map((value) => ({ value, label: t(`lineKinds.${value}`) }))}
        />
        <TextFilter name="originMonth" label={t('origin')} type="month" />
        <TextFilter name="plan" label={t('plan')} />
        <TextFilter name="model" label={t('model')} />
        {statement !== undefined && isDisputable ? (
          <OpenDispute statement={statement} lines={chosen} />
        ) : null}
      </Filters>
      <ListTable<Line>
        label={t('lines')}
        queryKey={['statement-lines', runId, party, currency, filters]}
        {...(isDisputable ? { selection: { selected: chosen, onSelect: setChosen } } : {})}
        columns={useColumns()}
        rowKey={({ line }) => line}
        load={async (page) => {
          const params = { path: { runId, party }, query: { currency, ...filters, ...page } as object };
          const { lines, next } = await answerOf(
            client.GET('/v1/statements/{runId}/{party}/lines', { params }),
          );
          return { items: lines, next };
        }}
      />
    </>
  );
}

function useColumns(): readonly ListColumn<Line>[] {
  const { t } = useTranslation('settlement');
  return [
    { title: '#', render: ({ line }) => line, isFigure: true },
    {
      title: t('lineKind'),
      render: ({ lineKind }) => t(`lineKinds.${lineKind}`, { defaultValue: lineKind }),
    },
    { title: t('origin'), render: ({ originMonth }) => originMonth },
    { title: t('usageKind'), render: ({ kind }) => <Term of="charge" code={kind} /> },
    { title: t('plan'), render: ({ plan }) => plan ?? '–' },
    { title: t('model'), render: ({ model }) => model ?? '–' },
    { title: t('computeOwner'), render: ({ computeOwner }) => computeOwner ?? '–' },
    { title: t('records'), render: (line) => <Records line={line} />, isFigure: true },
    { title: t('tokens'), render: ({ tokens }) => <Count of={tokens} />, isFigure: true },
    { title: t('gross'), render: ({ gross }) => <Money amount={gross} />, isFigure: true },
    { title: t('share'), render: ({ share }) => <Money amount={share} />, isFigure: true },
    {
      title: t('counterparty'),
      render: (line) => <Counterparty line={line} />,
    },
  ];
}

/** With whom something moved, and what for: what was clawed back leads its readers to who asked for it and why. */
function Counterparty({ line }: { readonly line: Line }): ReactNode {
  const { counterparty, reference, lineKind, originMonth } = line;
  const isLinked = useMay(MONEY_READERS) && lineKind === 'clawback';
  const text = [counterparty, reference].filter(Boolean).join(' · ') || '–';
  return isLinked ? <Link to={`/clawbacks?month=${originMonth}`}>{text}</Link> : text;
}

/** How many records a line is of; they are listed for staff, for whom the month and model tell them apart. */
function Records({ line: { records, model, plan, originMonth } }: { readonly line: Line }): ReactNode {
  const isStaff = useSession().role !== 'partner';
  const count = <Count of={records} />;
  if (!isStaff || model === null || records === '0') return count;
  const range = { from: `${originMonth}-01`, until: `${monthAfter(originMonth, 1)}-01` };
  const filters = { ...range, model, ...(plan === null ? {} : { plan }) };
  return <Link to={`/records?${String(new URLSearchParams(filters))}`}>{count}</Link>;
}
