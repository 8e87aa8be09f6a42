import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { Page } from '../../parts/page';
import { InvoicesTable } from './invoices-table';

const STATES = ['final', 'void_requested', 'voided'] as const;
const KINDS = ['invoice', 'credit_note'] as const;

export function InvoicesPage(): ReactNode {
  const { t } = useTranslation('billing');
  const optionsOf = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <Page title={t('invoices')}>
      <Filters>
        <TextFilter name="period" label={t('period')} type="month" />
        <TextFilter name="payer" label={t('payer')} />
        <TextFilter name="account" label={t('account')} />
        <ChoiceFilter name="state" label={t('state')} options={optionsOf('states', STATES)} />
        <ChoiceFilter name="kind" label={t('kind')} options={optionsOf('kinds', KINDS)} />
      </Filters>
      <InvoicesTable />
    </Page>
  );
}
