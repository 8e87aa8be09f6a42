import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, type StateTone } from '../../parts/state-tag';

const TONES: Readonly<Record<string, StateTone>> = {
  draft: 'quiet',
  submitted: 'waiting',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'quiet',
};

export const DRAFT_STATES = Object.keys(TONES);

export function DraftState({ state }: { readonly state: string }): ReactNode {
  const { t } = useTranslation('drafts');
  return <StateTag tone={TONES[state] ?? 'quiet'}>{t(`states.${state}`)}</StateTag>;
}
