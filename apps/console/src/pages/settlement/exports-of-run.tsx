import './words';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Count } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { JobProgress } from '../../parts/job-progress';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { StateTag, type StateTone } from '../../parts/state-tag';
import { CASHIERS, useMay } from '../../session/may';
import { ExportedFiles } from './exported-files';
import { useRunExports, type RunExport } from './run-exports';
import { StartExport } from './start-export';

const TONES: Readonly<Record<string, StateTone>> = {
  queued: 'waiting',
  running: 'waiting',
  done: 'good',
  failed: 'bad',
};

interface ExportsOfRunProps {
  readonly runId: number;
  /** A version that another one took the place of is not handed to anybody any more. */
  readonly isSuperseded: boolean;
}

/** Writes a run's statements and the operator's summary to files, and gives those that were written. */
export function ExportsOfRun({ runId, isSuperseded }: ExportsOfRunProps): ReactNode {
  const { t } = useTranslation('settlement');
  const [search, setSearch] = useSearchParams();
  const [begun, setBegun] = useState<number>();
  const mayStart = useMay(CASHIERS) && !isSuperseded;
  const query = useRunExports(runId);
  const show = (id: number): void => {
    const changed = new URLSearchParams(search);
    changed.set('job', String(id));
    setSearch(changed, { replace: true });
  };
  return (
    <>
      {mayStart ? <StartExport runId={runId} onStarted={setBegun} /> : null}
      {begun === undefined ? null : (
        <JobProgress
          key={begun}
          jobId={begun}
          label={t('exporting', { id: begun })}
          onDone={({ id }) => show(id)}
        />
      )}
      <Loaded query={query}>
        {(found) => (
          <>
            <h2>{t('exportsOfRun')}</h2>
            <ExportsTable found={found} />
            <Chosen found={found} asked={search.get('job')} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** The one that the address says, or the latest that is done. */
function Chosen({
  found,
  asked,
}: {
  readonly found: readonly RunExport[];
  readonly asked: string | null;
}): ReactNode {
  const chosen = found.find(({ id, manifest }) =>
    asked === null ? manifest !== null : String(id) === asked,
  );
  if (chosen === undefined || chosen.manifest === null) return null;
  return <ExportedFiles jobId={chosen.id} manifest={chosen.manifest} />;
}

function ExportsTable({ found }: { readonly found: readonly RunExport[] }): ReactNode {
  const { t } = useTranslation('settlement');
  return (
    <PlainTable<RunExport>
      label={t('exportsOfRun')}
      rows={found}
      rowKey={({ id }) => id}
      empty={t('noExports')}
      columns={[
        { title: t('exportJob'), render: (one) => <ExportLink of={one} />, isFigure: true },
        { title: t('exportFormats'), render: (one) => <WhatIsWritten of={one} /> },
        { title: t('state'), render: (one) => <ExportState of={one} /> },
        { title: t('fileCount'), render: ({ manifest }) => <Count of={filesIn(manifest)} />, isFigure: true },
        { title: t('requestedBy'), render: ({ requestedBy }) => requestedBy },
        { title: t('requestedAt'), render: ({ requestedAt }) => <Instant at={requestedAt} /> },
      ]}
    />
  );
}

const filesIn = (manifest: RunExport['manifest']): number | null =>
  manifest === null ? null : manifest.files.length + manifest.operator.length;

const ExportLink = ({ of: { id, manifest } }: { readonly of: RunExport }): ReactNode =>
  manifest === null ? id : <Link to={{ search: `?tab=exports&job=${id}` }}>{id}</Link>;

function WhatIsWritten({ of: { formats, rowsPerSheet } }: { readonly of: RunExport }): ReactNode {
  const { t } = useTranslation('settlement');
  const length = rowsPerSheet === undefined ? [] : [t('rowsPerSheet', { count: rowsPerSheet })];
  return [...formats.map((format) => format.toUpperCase()), ...length].join(', ');
}

function ExportState({ of: { state, error } }: { readonly of: RunExport }): ReactNode {
  const { t } = useTranslation('settlement');
  return (
    <>
      <StateTag tone={TONES[state] ?? 'quiet'}>
        {t(`exportStates.${state}`, { defaultValue: state })}
      </StateTag>{' '}
      {error}
    </>
  );
}
