import './words';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Download } from '../../parts/download';
import { Filters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { BreakageReport } from './breakage-report';
import { DeferredMonth } from './deferred-month';
import { ReportFiles } from './report-files';
import { SpanFilter } from './span-filter';
import { useSpan } from './use-span';

/** What was paid for and lapsed unused, and what is paid for and still to be used. */
export function BreakagePage(): ReactNode {
  const { t } = useTranslation('reports');
  const { from, until } = useSpan();
  const params = { query: { from, until } };
  const query = useQuery({
    queryKey: ['breakage', from, until],
    queryFn: () => answerOf(client.GET('/v1/reports/breakage', { params })),
  });
  const manifest = useQuery({
    queryKey: ['breakage-manifest', from, until],
    queryFn: () => answerOf(client.GET('/v1/reports/breakage/manifest', { params })),
  });
  const asked = new URLSearchParams({ from, until }).toString();
  return (
    <Page
      title={t('breakage')}
      actions={(['csv', 'xlsx'] as const).map((format) => (
        <Download key={format} href={`/v1/reports/breakage/export.${format}?${asked}`} label={t(format)} />
      ))}
    >
      <Filters>
        <SpanFilter />
      </Filters>
      <Loaded query={query} rows={12}>
        {(report) => (
          <>
            <BreakageReport report={report} />
            <DeferredMonth month={until} />
            <ReportFiles query={manifest} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
