import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressTabs } from '../../parts/address-tabs';
import { Page } from '../../parts/page';
import { ChartOfAccounts } from './chart-of-accounts';
import { DeferredRevenue } from './deferred-revenue';
import { TrialBalance } from './trial-balance';
import { Vouchers } from './vouchers';

/** The books: what stands where, as which vouchers it leaves, and what is paid and not yet earned. */
export function LedgerPage(): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <Page title={t('ledger')}>
      <AddressTabs
        keep={['month']}
        tabs={[
          { key: 'trial-balance', label: t('trialBalance'), children: <TrialBalance /> },
          { key: 'vouchers', label: t('vouchers'), children: <Vouchers /> },
          { key: 'deferred', label: t('deferred'), children: <DeferredRevenue /> },
          { key: 'accounts', label: t('accounts'), children: <ChartOfAccounts /> },
        ]}
      />
    </Page>
  );
}
