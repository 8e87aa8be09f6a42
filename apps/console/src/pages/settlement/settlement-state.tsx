import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, type StateTone } from '../../parts/state-tag';

const TONES: Readonly<Record<string, StateTone>> = {
  calculated: 'waiting',
  in_review: 'attention',
  approved: 'waiting',
  posted: 'good',
  issued: 'waiting',
  confirmed: 'good',
  deemed_confirmed: 'good',
  invoice_received: 'waiting',
  payment_approved: 'waiting',
  paid: 'good',
  disputed: 'bad',
};

/** The state of a run or of a statement. */
export function SettlementState({ state }: { readonly state: string }): ReactNode {
  const { t } = useTranslation('settlement');
  return <StateTag tone={TONES[state] ?? 'quiet'}>{t(`states.${state}`, { defaultValue: state })}</StateTag>;
}
