import './words';
import type { View } from '@ciyuan/client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count } from '../../parts/figures';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';

type Manifest = View<'TableManifest'>;

/** What the exports of a report are, to compare with what was downloaded. */
export function ReportFiles({ query }: { readonly query: UseQueryResult<Manifest> }): ReactNode {
  const { t } = useTranslation('reports');
  return (
    <>
      <h2>{t('manifest')}</h2>
      <Loaded query={query} rows={2}>
        {({ files }) => (
          <PlainTable<Manifest['files'][number]>
            label={t('manifest')}
            rows={files}
            rowKey={({ file }) => file}
            columns={[
              { title: t('file'), render: ({ file }) => file },
              { title: t('bytes'), render: ({ bytes }) => <Count of={bytes} />, isFigure: true },
              { title: t('sha256'), render: ({ sha256 }) => <code>{sha256}</code> },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
