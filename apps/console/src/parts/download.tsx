import './words';
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A file of the API: the session's cookie goes along by itself. */
export function Download({ href, label }: { readonly href: string; readonly label?: string }): ReactNode {
  const { t } = useTranslation('parts');
  return (
    <Button icon={<DownloadOutlined aria-hidden />} href={href} download>
      {label ?? t('download')}
    </Button>
  );
}
