import './words';
import { Button, Result } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** In place of a page whose code has thrown. */
export function FailedPage(): ReactNode {
  const { t } = useTranslation('parts');
  return (
    <Result
      status="error"
      title={t('brokenTitle')}
      subTitle={t('broken')}
      extra={
        <Link to="/">
          <Button type="primary">{t('first')}</Button>
        </Link>
      }
    />
  );
}
