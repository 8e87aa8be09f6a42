import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Choice } from '../../parts/choice';
import { Download } from '../../parts/download';
import { Count, Money } from '../../parts/figures';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';

type File = View<'ManifestFile'>;

const FORMATS = ['csv', 'xlsx', 'pdf', 'json'] as const;

/** Each file of the run's export, with the SHA-256 that whoever receives it can compare. */
export function RunManifest({ runId }: { readonly runId: number }): ReactNode {
  const { t } = useTranslation('settlement');
  const [formats, setFormats] = useState<string>('csv');
  const params = { path: { id: runId }, query: { formats } };
  const query = useQuery({
    queryKey: ['settlement-run', runId, 'manifest', formats],
    queryFn: () => answerOf(client.GET('/v1/settlement-runs/{id}/manifest', { params })),
  });
  return (
    <>
      <div className="filters">
        <label>
          <span>{t('format')}</span>
          <Choice
            label={t('format')}
            value={formats}
            style={{ width: 120 }}
            options={FORMATS.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={setFormats}
          />
        </label>
      </div>
      <Loaded query={query}>
        {({ files, operator }) => <Files runId={runId} files={files} operator={operator} />}
      </Loaded>
    </>
  );
}

const statementFile = (runId: number, { party, format, currency }: File): string =>
  `/v1/statements/${runId}/${party}/export.${format}?currency=${encodeURIComponent(currency)}`;

interface FilesProps {
  readonly runId: number;
  readonly files: readonly File[];
  readonly operator: readonly View<'OperatorFile'>[];
}

function Files({ runId, files, operator }: FilesProps): ReactNode {
  const { t } = useTranslation('settlement');
  return (
    <>
      <PlainTable<File>
        label={t('manifest')}
        rows={files}
        rowKey={({ file }) => file}
        columns={[
          { title: t('file'), render: ({ file }) => file },
          { title: t('party'), render: ({ party }) => party },
          { title: t('payable'), render: ({ payable }) => <Money amount={payable} />, isFigure: true },
          { title: t('bytes'), render: ({ bytes }) => <Count of={bytes} />, isFigure: true },
          { title: t('sha256'), render: ({ sha256 }) => <code>{sha256}</code> },
          {
            title: t('downloadFile'),
            render: (one) => <Download href={statementFile(runId, one)} />,
          },
        ]}
      />
      <h2>{t('operatorFiles')}</h2>
      <PlainTable
        label={t('operatorFiles')}
        rows={operator}
        rowKey={({ file }) => file}
        columns={[
          { title: t('file'), render: ({ file }) => file },
          { title: t('bytes'), render: ({ bytes }) => <Count of={bytes} />, isFigure: true },
          { title: t('sha256'), render: ({ sha256 }) => <code>{sha256}</code> },
        ]}
      />
    </>
  );
}
