import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, type StateTone } from '../../parts/state-tag';

export const SUBSCRIPTION_STATES = ['upcoming', 'running', 'suspended', 'ending', 'ended'] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATES)[number];

const TONES: Readonly<Record<SubscriptionStatus, StateTone>> = {
  upcoming: 'waiting',
  running: 'good',
  suspended: 'bad',
  ending: 'attention',
  ended: 'quiet',
};

export function SubscriptionState({ status }: { readonly status: SubscriptionStatus }): ReactNode {
  const { t } = useTranslation('subscriptions');
  return <StateTag tone={TONES[status]}>{t(`statuses.${status}`)}</StateTag>;
}
