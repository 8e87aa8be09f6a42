import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, type StateTone } from '../../parts/state-tag';

type Step = View<'MonthsStepView'>;

const TONES: Readonly<Record<string, StateTone>> = {
  done: 'good',
  doneLate: 'attention',
  late: 'bad',
  waiting: 'quiet',
};

const stateOf = ({ doneAt, late }: Step): string => {
  if (doneAt !== null) return late ? 'doneLate' : 'done';
  return late ? 'late' : 'waiting';
};

/** Whether a step of the calendar is done, and in time. */
export function StepState({ step }: { readonly step: Step }): ReactNode {
  const { t } = useTranslation('months');
  const state = stateOf(step);
  const { done, of } = step;
  const isCounted = done !== undefined && of !== undefined && step.doneAt === null && of > 0;
  return (
    <StateTag tone={TONES[state] ?? 'quiet'}>
      {t(`stepStates.${state}`)}
      {isCounted ? ` · ${t('ofStatements', { done, total: of })}` : ''}
    </StateTag>
  );
}
