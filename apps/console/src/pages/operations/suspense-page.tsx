import './words';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Filters, TextFilter } from '../../parts/filters';
import { useListState } from '../../parts/list-state';
import { Page } from '../../parts/page';
import { SuspenseCauses } from './suspense-causes';
import { SuspenseEntries } from './suspense-entries';

/** What was accepted and cannot be charged yet: why, and once that is mended, again. */
export function SuspensePage(): ReactNode {
  const { t } = useTranslation('operations');
  const { filters, setFilter } = useListState();
  return (
    <Page title={t('suspense')}>
      <Filters>
        <TextFilter name="partner" label={t('partner')} />
        <TextFilter name="reason" label={t('reason')} />
        <TextFilter name="account" label={t('account')} />
      </Filters>
      <Tabs
        activeKey={filters['tab'] ?? 'causes'}
        onChange={(tab) => setFilter('tab', tab === 'causes' ? undefined : tab)}
        destroyOnHidden
        items={[
          { key: 'causes', label: t('causes'), children: <SuspenseCauses /> },
          { key: 'entries', label: t('entries'), children: <SuspenseEntries /> },
        ]}
      />
    </Page>
  );
}
