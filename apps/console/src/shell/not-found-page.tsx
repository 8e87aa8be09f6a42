import './words';
import { Button, Result } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDocumentTitle } from '../parts/use-document-title';

export function NotFoundPage(): ReactNode {
  const { t } = useTranslation('shell');
  useDocumentTitle(t('notFound'));
  return (
    <Result
      status="404"
      title={<h1 style={{ fontSize: 24, fontWeight: 400, margin: 0 }}>{t('notFound')}</h1>}
      subTitle={t('notFoundText')}
      extra={
        <Link to="/">
          <Button type="primary">{t('home')}</Button>
        </Link>
      }
    />
  );
}
