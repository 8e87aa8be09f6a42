import './words';
import { UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { signOut, useSession } from '../session/session';

export function PersonMenu(): ReactNode {
  const { t } = useTranslation('shell');
  const { displayName, role } = useSession();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await navigate('/sign-in');
    await signOut();
  };
  const items = [
    { key: 'role', label: t(`roles.${role}`), disabled: true },
    { key: 'password', label: t('changePassword'), onClick: () => void navigate('/password') },
    { key: 'leave', label: t('signOut'), onClick: () => void leave() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button icon={<UserOutlined />}>{displayName}</Button>
    </Dropdown>
  );
}
