import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, type StateTone } from '../../parts/state-tag';

export type AccountStatus = View<'AccountView'>['status'];

const TONES: Readonly<Record<AccountStatus, StateTone>> = {
  active: 'good',
  suspended: 'bad',
  closed: 'quiet',
};

export function AccountState({ status }: { readonly status: AccountStatus }): ReactNode {
  const { t } = useTranslation('accounts');
  return <StateTag tone={TONES[status]}>{t(`statuses.${status}`)}</StateTag>;
}
