import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, type StateTone } from '../../parts/state-tag';

const TONES: Readonly<Record<string, StateTone>> = { open: 'waiting', frozen: 'attention', closed: 'good' };

export function MonthState({ state }: { readonly state: string }): ReactNode {
  const { t } = useTranslation('months');
  return <StateTag tone={TONES[state] ?? 'quiet'}>{t(`states.${state}`, { defaultValue: state })}</StateTag>;
}
