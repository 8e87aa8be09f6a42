import './words';
import type { View } from '@ciyuan/client';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../../parts/state-tag';

export function StaffState({ account }: { readonly account: View<'StaffAccountView'> }): ReactNode {
  const { t } = useTranslation('staffAccounts');
  const { disabled, lockedUntil, mustChangePassword } = account;
  return (
    <Flex gap={4}>
      <StateTag tone={disabled ? 'quiet' : 'good'}>{t(disabled ? 'disabled' : 'active')}</StateTag>
      {lockedUntil === null ? null : <StateTag tone="bad">{t('locked')}</StateTag>}
      {mustChangePassword ? <StateTag tone="waiting">{t('mustChange')}</StateTag> : null}
    </Flex>
  );
}
