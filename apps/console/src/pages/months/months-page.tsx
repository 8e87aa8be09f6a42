import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { PlainTable } from '../../parts/plain-table';
import { useTermText } from '../../parts/term';
import { StateTag } from '../../parts/state-tag';
import { MonthState } from './month-state';
import { StepState } from './step-state';

type Month = View<'MonthView'>;

/** Every month that something was booked in, how far its close is, and by when each step is due. */
export function MonthsPage(): ReactNode {
  const { t } = useTranslation('months');
  const query = useQuery({
    queryKey: ['months'],
    queryFn: () => answerOf(client.GET('/v1/months')),
  });
  return (
    <Page title={t('months')}>
      <Loaded query={query}>{({ months }) => <MonthsTable months={latestFirst(months)} />}</Loaded>
    </Page>
  );
}

function MonthsTable({ months }: { readonly months: readonly Month[] }): ReactNode {
  const { t } = useTranslation('months');
  const termText = useTermText();
  const steps = [...new Set(months.flatMap((one) => one.steps.map(({ step }) => step)))];
  return (
    <PlainTable<Month>
      label={t('months')}
      rows={months}
      rowKey={({ month }) => month}
      columns={[
        { title: t('month'), render: ({ month }) => <Link to={`/months/${month}`}>{month}</Link> },
        { title: t('state'), render: ({ state }) => <MonthState state={state} /> },
        { title: t('progress'), render: (month) => <Progress month={month} /> },
        {
          title: t('run'),
          render: ({ runId }) =>
            runId === null ? '–' : <Link to={`/settlement-runs/${runId}`}>{String(runId)}</Link>,
        },
        ...steps.map((name) => ({
          title: termText('monthStep', name),
          render: (month: Month) => <DatedStep step={month.steps.find(({ step }) => step === name)} />,
        })),
      ]}
    />
  );
}

function Progress({ month }: { readonly month: Month }): ReactNode {
  const { t } = useTranslation('months');
  const { stepsDone: done, stepsLate, steps } = month;
  return (
    <Flex gap={8}>
      <span>{t('stepsDone', { done, total: steps.length })}</span>
      {stepsLate === 0 ? null : <StateTag tone="bad">{t('lateSteps', { count: stepsLate })}</StateTag>}
    </Flex>
  );
}

function DatedStep({ step }: { readonly step: Month['steps'][number] | undefined }): ReactNode {
  if (step === undefined) return '–';
  return (
    <Flex vertical gap={2} align="start">
      <Instant at={step.due} dateOnly />
      <StepState step={step} />
    </Flex>
  );
}

const latestFirst = (months: readonly Month[]): readonly Month[] =>
  [...months].sort((a, b) => (a.month < b.month ? 1 : -1));
