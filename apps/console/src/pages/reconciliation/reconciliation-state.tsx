import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, type StateTone } from '../../parts/state-tag';

const TONES: Readonly<Record<string, StateTone>> = { received: 'waiting', matched: 'good', failed: 'bad' };

export function ReconciliationState({ state }: { readonly state: string }): ReactNode {
  const { t } = useTranslation('reconciliation');
  return <StateTag tone={TONES[state] ?? 'quiet'}>{t(`states.${state}`, { defaultValue: state })}</StateTag>;
}
