import './words';
import '../../shell/words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { AsJson } from '../../parts/as-json';
import { Download } from '../../parts/download';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { Instant, beginningOf } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { StateTag, type StateTone } from '../../parts/state-tag';
import { VerifyLog } from './verify-log';

type Entry = View<'AuditEntryView'>;
type Result = 'done' | 'refused' | 'failed' | 'unanswered';

const RESULTS: readonly Result[] = ['done', 'refused', 'failed', 'unanswered'];
const TONES: Readonly<Record<Result, StateTone>> = {
  done: 'good',
  refused: 'attention',
  failed: 'bad',
  unanswered: 'bad',
};
const FIRST_REFUSAL = 400;
const FIRST_FAILURE = 500;

function resultOf({ answer }: Entry): Result {
  if (answer === null) return 'unanswered';
  if (answer.status < FIRST_REFUSAL) return 'done';
  return answer.status < FIRST_FAILURE ? 'refused' : 'failed';
}

/** Every change that somebody asked for: searched, exported, and held to its digests. */
export function AuditLogPage(): ReactNode {
  const { t } = useTranslation('audit');
  const { filters } = useListState();
  const { from, to, ...others } = filters;
  const asked = {
    ...others,
    ...(from === undefined ? {} : { from: beginningOf(from) }),
    ...(to === undefined ? {} : { to: beginningOf(to) }),
  };
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <VerifyLog />
          <Download
            href={`/v1/audit-log/export.csv?${String(new URLSearchParams(asked))}`}
            label={t('export')}
          />
        </>
      }
    >
      <Filters>
        <TextFilter name="who" label={t('who')} />
        <TextFilter name="action" label={t('action')} width={240} />
        <TextFilter name="object" label={t('object')} />
        <ChoiceFilter
          name="result"
          label={t('result')}
          options={RESULTS.map((value) => ({ value, label: t(`results.${value}`) }))}
        />
        <TextFilter name="from" label={t('from')} type="date" />
        <TextFilter name="to" label={t('to')} type="date" />
      </Filters>
      <ListTable<Entry>
        label={t('title')}
        queryKey={['audit-log', asked]}
        rowKey={({ number }) => number}
        initialSort="-number"
        columns={useEntryColumns()}
        expanded={(entry) => <AsJson value={entry} label={t('details')} />}
        load={async (page) => {
          const query = { ...asked, ...page } as object;
          const { entries, next } = await answerOf(client.GET('/v1/audit-log', { params: { query } }));
          return { items: entries, next };
        }}
      />
    </Page>
  );
}

function useEntryColumns(): ListColumn<Entry>[] {
  const { t } = useTranslation('audit');
  const { t: shell } = useTranslation('shell');
  return [
    { title: t('number'), render: ({ number }) => number, isFigure: true, sort: 'number' },
    { title: t('at'), render: ({ at }) => <Instant at={at} /> },
    { title: t('who'), render: ({ subject, person }) => person ?? subject ?? '–' },
    { title: t('role'), render: ({ role }) => (role === null ? '–' : shell(`roles.${role}`)) },
    { title: t('action'), render: ({ method, route }) => <code>{`${method} ${route}`}</code> },
    { title: t('object'), render: ({ object }) => object || '–' },
    {
      title: t('result'),
      render: (entry) => (
        <StateTag tone={TONES[resultOf(entry)]}>
          {[t(`results.${resultOf(entry)}`), entry.answer?.problem].filter(Boolean).join(' · ')}
        </StateTag>
      ),
    },
  ];
}
