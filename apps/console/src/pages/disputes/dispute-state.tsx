import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, type StateTone } from '../../parts/state-tag';

const TONES: Readonly<Record<string, StateTone>> = {
  open: 'attention',
  proposed: 'waiting',
  upheld: 'good',
  rejected: 'bad',
};

export function DisputeState({ state }: { readonly state: string }): ReactNode {
  const { t } = useTranslation('disputes');
  return <StateTag tone={TONES[state] ?? 'quiet'}>{t(`states.${state}`, { defaultValue: state })}</StateTag>;
}
