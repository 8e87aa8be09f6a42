import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';
import { Term } from '../../parts/term';
import { StepState } from './step-state';

type Step = View<'MonthsStepView'>;

export function MonthSteps({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const { t } = useTranslation('months');
  return (
    <PlainTable<Step>
      label={t('steps')}
      rows={steps}
      rowKey={({ step }) => step}
      columns={[
        { title: t('step'), render: ({ step }) => <Term of="monthStep" code={step} /> },
        { title: t('state'), render: (step) => <StepState step={step} /> },
        { title: t('due'), render: ({ due }) => <Instant at={due} /> },
        { title: t('doneAt'), render: ({ doneAt }) => <Instant at={doneAt} /> },
      ]}
    />
  );
}
