import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { SELLERS, useMay } from '../../session/may';
import { RegisterCustomer } from './register-customer';
import { VerifiedTag } from './verified-tag';

export type Customer = View<'CustomerView'>;

export const CUSTOMER_KINDS = ['person', 'organisation', 'one_person_company'] as const;

export function CustomersPage(): ReactNode {
  const { t } = useTranslation('customers');
  const { filters } = useListState();
  const mayRegister = useMay(SELLERS);
  const columns: ListColumn<Customer>[] = [
    { title: t('name'), render: ({ code, name }) => <Link to={`/customers/${code}`}>{name}</Link> },
    { title: t('code'), render: ({ code }) => <code>{code}</code>, sort: 'code' },
    { title: t('kind'), render: ({ kind }) => t(`kinds.${kind}`) },
    { title: t('region'), render: ({ region }) => region },
    { title: t('verifiedTitle'), render: ({ verifiedAt }) => <VerifiedTag verifiedAt={verifiedAt} /> },
    { title: t('registration'), render: ({ registrationNumber }) => registrationNumber ?? '–' },
    {
      title: t('parent'),
      render: ({ parent }) => (parent === null ? '–' : <Link to={`/customers/${parent}`}>{parent}</Link>),
    },
  ];
  return (
    <Page title={t('customers')} actions={mayRegister ? <RegisterCustomer /> : null}>
      <Filters>
        <ChoiceFilter
          name="kind"
          label={t('kind')}
          options={CUSTOMER_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <ChoiceFilter
          name="verified"
          label={t('verifiedTitle')}
          options={['true', 'false'].map((value) => ({ value, label: t(`verified.${value}`) }))}
        />
        <TextFilter name="region" label={t('region')} />
        <TextFilter name="parent" label={t('parent')} />
      </Filters>
      <ListTable<Customer>
        label={t('customers')}
        queryKey={['customers', filters]}
        columns={columns}
        rowKey={({ code }) => code}
        initialSort="code"
        load={async (page) => {
          const query = { ...filters, ...page } as object;
          const { customers, next } = await answerOf(client.GET('/v1/customers', { params: { query } }));
          return { items: customers, next };
        }}
      />
    </Page>
  );
}
