import './words';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Download } from '../../parts/download';
import { Filters } from '../../parts/filters';
import { useListState } from '../../parts/list-state';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { DimensionFilter } from './dimension-filter';
import { MarginReport } from './margin-report';
import { ReportFiles } from './report-files';
import { SpanFilter } from './span-filter';
import { useSpan } from './use-span';

/** What is earned and what it costs, by one or two of what usage is known by. */
export function MarginPage(): ReactNode {
  const { t } = useTranslation('reports');
  const { filters } = useListState();
  const span = useSpan();
  const [first = 'model', second] = [filters['by'], filters['and']];
  const by = second === undefined || second === first ? first : `${first},${second}`;
  const asked = { ...span, by };
  const query = useQuery({
    queryKey: ['margin', asked],
    queryFn: () => answerOf(client.GET('/v1/reports/margin', { params: { query: asked } })),
  });
  const manifest = useQuery({
    queryKey: ['margin-manifest', asked],
    queryFn: () => answerOf(client.GET('/v1/reports/margin/manifest', { params: { query: asked } })),
  });
  const text = new URLSearchParams(asked).toString();
  return (
    <Page
      title={t('margin')}
      actions={(['csv', 'xlsx'] as const).map((format) => (
        <Download key={format} href={`/v1/reports/margin/export.${format}?${text}`} label={t(format)} />
      ))}
    >
      <Filters>
        <SpanFilter />
        <DimensionFilter name="by" label={t('by')} usual="model" />
        <DimensionFilter name="and" label={t('second')} />
      </Filters>
      <Loaded query={query} rows={12}>
        {(report) => (
          <>
            <MarginReport report={report} />
            <ReportFiles query={manifest} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
