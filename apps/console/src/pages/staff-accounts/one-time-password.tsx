import './words';
import { Modal, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface OneTimePasswordProps {
  /** None while there is nothing to show. */
  readonly password: string | undefined;
  readonly onClose: () => void;
}

/** Shown until somebody says that it is noted: it cannot be had again. */
export function OneTimePassword({ password, onClose }: OneTimePasswordProps): ReactNode {
  const { t } = useTranslation('staffAccounts');
  return (
    <Modal
      open={password !== undefined}
      title={t('oneTime')}
      okText={t('close')}
      onOk={onClose}
      closable={false}
      footer={(_, { OkBtn }) => <OkBtn />}
    >
      <p>{t('oneTimeText')}</p>
      <Typography.Text code copyable style={{ fontSize: 16 }}>
        {password}
      </Typography.Text>
    </Modal>
  );
}
