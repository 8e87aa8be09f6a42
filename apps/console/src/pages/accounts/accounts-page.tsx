import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { Page } from '../../parts/page';
import { SELLERS, useMay } from '../../session/may';
import { AccountsTable } from './accounts-table';
import { OpenAccount } from './open-account';

const STATUSES = ['active', 'suspended', 'closed'] as const;

export function AccountsPage(): ReactNode {
  const { t } = useTranslation('accounts');
  const mayOpen = useMay(SELLERS);
  return (
    <Page title={t('accounts')} actions={mayOpen ? <OpenAccount /> : null}>
      <Filters>
        <ChoiceFilter
          name="status"
          label={t('status')}
          options={STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        />
        <TextFilter name="segment" label={t('segment')} />
        <TextFilter name="customer" label={t('customer')} />
        <TextFilter name="region" label={t('region')} />
      </Filters>
      <AccountsTable />
    </Page>
  );
}
