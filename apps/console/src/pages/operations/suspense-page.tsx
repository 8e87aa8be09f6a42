import './words';
import type { SuspenseReason } from '@ciyuan/core/charging';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressTabs } from '../../parts/address-tabs';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { Page } from '../../parts/page';
import { useTermText } from '../../parts/term';
import { SuspenseCauses } from './suspense-causes';
import { SuspenseEntries } from './suspense-entries';

/** In the order in which they are looked for. */
const SUSPENSE_REASONS = [
  'unreadable_usage',
  'unknown_account',
  'unknown_model',
  'not_contracted',
  'no_tariff',
  'unpriced',
  'no_split_rule',
  'data_error',
] as const satisfies readonly SuspenseReason[];

/** What was accepted and cannot be charged yet: why, and once that is mended, again. */
export function SuspensePage(): ReactNode {
  const { t } = useTranslation('operations');
  const termText = useTermText();
  return (
    <Page title={t('suspense')}>
      <Filters>
        <TextFilter name="partner" label={t('partner')} />
        <ChoiceFilter
          name="reason"
          label={t('reason')}
          width={220}
          options={SUSPENSE_REASONS.map((value) => ({ value, label: termText('suspense', value) }))}
        />
        <TextFilter name="account" label={t('account')} />
      </Filters>
      <AddressTabs
        keep={['partner', 'reason', 'account']}
        tabs={[
          { key: 'causes', label: t('causes'), children: <SuspenseCauses /> },
          { key: 'entries', label: t('entries'), children: <SuspenseEntries /> },
        ]}
      />
    </Page>
  );
}
