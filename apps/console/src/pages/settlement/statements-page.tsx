import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { Page } from '../../parts/page';
import { StatementsTable } from './statements-table';

const STATES = [
  'calculated',
  'in_review',
  'approved',
  'issued',
  'confirmed',
  'deemed_confirmed',
  'disputed',
  'invoice_received',
  'payment_approved',
  'paid',
] as const;

interface StatementsPageProps {
  /** Below which address its statements open. */
  readonly base?: string;
}

export function StatementsPage({ base = '/statements' }: StatementsPageProps): ReactNode {
  const { t } = useTranslation('settlement');
  return (
    <Page title={t('statements')}>
      <Filters>
        <TextFilter name="month" label={t('month')} type="month" />
        <TextFilter name="party" label={t('party')} />
        <ChoiceFilter
          name="state"
          label={t('state')}
          options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      </Filters>
      <StatementsTable base={base} />
    </Page>
  );
}
