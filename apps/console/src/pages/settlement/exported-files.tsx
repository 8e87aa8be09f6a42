import './words';
import type { View } from '@ciyuan/client';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Download } from '../../parts/download';
import { Count, Money } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';
import { ControlTotals } from './control-totals';
import { exportedFile, type Manifest } from './run-exports';

type File = View<'ManifestFile'>;
type OperatorFile = View<'OperatorFile'>;

interface ExportedFilesProps {
  readonly jobId: number;
  readonly manifest: Manifest;
}

/** What an export wrote: first the operator's own, with what all of it comes to, then each party's. */
export function ExportedFiles({ jobId, manifest }: ExportedFilesProps): ReactNode {
  const { t } = useTranslation('settlement');
  const { operator, files, totals } = manifest;
  return (
    <section aria-label={t('filesOf', { id: jobId })}>
      <h2>{t('filesOf', { id: jobId })}</h2>
      <h3>{t('operatorSummary')}</h3>
      {operator.length === 0 ? (
        <Alert type="info" showIcon title={t('noOperatorSummary')} />
      ) : (
        <OperatorFiles jobId={jobId} files={operator} />
      )}
      <h3>{t('controlTotals')}</h3>
      <ControlTotals totals={totals} operator={operator[0]?.totals ?? []} />
      <h3>{t('statementFiles')}</h3>
      <StatementFiles jobId={jobId} files={files} />
    </section>
  );
}

function OperatorFiles({
  jobId,
  files,
}: {
  readonly jobId: number;
  readonly files: readonly OperatorFile[];
}) {
  const { t } = useTranslation('settlement');
  return (
    <PlainTable<OperatorFile>
      label={t('operatorSummary')}
      rows={files}
      rowKey={({ file }) => file}
      columns={[
        { title: t('format'), render: ({ format }) => format.toUpperCase() },
        { title: t('file'), render: ({ file }) => file },
        { title: t('bytes'), render: ({ bytes }) => <Count of={bytes} />, isFigure: true },
        { title: t('sha256'), render: ({ sha256 }) => <code>{sha256}</code> },
        { title: t('downloadFile'), render: ({ file }) => <Download href={exportedFile(jobId, file)} /> },
      ]}
    />
  );
}

function StatementFiles({ jobId, files }: { readonly jobId: number; readonly files: readonly File[] }) {
  const { t } = useTranslation('settlement');
  return (
    <PlainTable<File>
      label={t('statementFiles')}
      rows={files}
      rowKey={({ file }) => file}
      columns={[
        { title: t('party'), render: ({ party }) => party },
        { title: t('currency'), render: ({ currency }) => currency },
        { title: t('format'), render: ({ format }) => format.toUpperCase() },
        { title: t('payable'), render: ({ payable }) => <Money amount={payable} />, isFigure: true },
        { title: t('bytes'), render: ({ bytes }) => <Count of={bytes} />, isFigure: true },
        { title: t('sha256'), render: ({ sha256 }) => <code>{sha256}</code> },
        { title: t('downloadFile'), render: ({ file }) => <Download href={exportedFile(jobId, file)} /> },
      ]}
    />
  );
}
