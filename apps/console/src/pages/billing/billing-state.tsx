import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, type StateTone } from '../../parts/state-tag';

const TONES: Readonly<Record<string, StateTone>> = {
  calculating: 'waiting',
  draft: 'attention',
  finalising: 'waiting',
  final: 'good',
  void_requested: 'attention',
  voided: 'quiet',
  open: 'attention',
  partly: 'waiting',
  settled: 'good',
};

/** The state of a bill run or an invoice, or of its collection. */
export function BillingState({ state }: { readonly state: string }): ReactNode {
  const { t } = useTranslation('billing');
  return <StateTag tone={TONES[state] ?? 'quiet'}>{t(`states.${state}`, { defaultValue: state })}</StateTag>;
}
