import './words';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Takes the room that a page or card will take, so that nothing jumps when it is there. */
export function Loading({ rows = 6 }: { readonly rows?: number }): ReactNode {
  const { t } = useTranslation('parts');
  return (
    <div role="status" data-loading aria-label={t('loading')} style={{ padding: 16 }}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}
