import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, type StateTone } from '../../parts/state-tag';

const TONES: Readonly<Record<string, StateTone>> = {
  requested: 'attention',
  approved: 'waiting',
  posted: 'good',
  rejected: 'bad',
};

/** Of an adjustment, or of one of its steps. */
export function AdjustmentState({ state }: { readonly state: string }): ReactNode {
  const { t } = useTranslation('accounts');
  return (
    <StateTag tone={TONES[state] ?? 'quiet'}>
      {t(`adjustmentStates.${state}`, { defaultValue: state })}
    </StateTag>
  );
}
