import './words';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AddressTabs } from '../../parts/address-tabs';
import { Facts } from '../../parts/facts';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { OPERATORS, SELLERS, useMay } from '../../session/may';
import { OpenAccount } from '../accounts/open-account';
import { AccountsTable } from '../accounts/accounts-table';
import { BillingProfile } from './billing-profile';
import { customerQuery, type ReadCustomer } from './customer';
import { OrganisationTree } from './organisation-tree';
import { VerifiedTag } from './verified-tag';
import { VerifyCustomer } from './verify-customer';

export function CustomerPage(): ReactNode {
  const { t } = useTranslation('customers');
  const { code = '' } = useParams();
  const query = useQuery(customerQuery(code));
  const { data: customer } = query;
  const mayVerify = useMay(OPERATORS);
  const mayOpen = useMay(SELLERS);
  return (
    <Page
      title={customer?.name ?? code}
      aside={customer === undefined ? null : <VerifiedTag verifiedAt={customer.verifiedAt} />}
      crumbs={[{ title: t('customers'), to: '/customers' }]}
      actions={
        <>
          {customer?.verifiedAt === null && mayVerify ? <VerifyCustomer code={code} /> : null}
          {mayOpen && customer !== undefined ? <OpenAccount customer={code} /> : null}
        </>
      }
    >
      <Loaded query={query}>{(found) => <CustomerDetails customer={found} />}</Loaded>
    </Page>
  );
}

function CustomerDetails({ customer }: { readonly customer: ReadCustomer }): ReactNode {
  const { t } = useTranslation('customers');
  const { code, kind, region, registrationNumber, verifiedAt, parent } = customer;
  const tabs = [
    { key: 'accounts', label: t('accounts'), children: <AccountsTable fixed={{ customer: code }} /> },
    { key: 'profile', label: t('profile'), children: <BillingProfile code={code} name={customer.name} /> },
    ...(kind === 'organisation'
      ? [
          {
            key: 'organisation',
            label: t('organisation'),
            children: <OrganisationTree customer={customer} />,
          },
        ]
      : []),
  ];
  return (
    <>
      <Facts
        facts={[
          { label: t('code'), value: <code>{code}</code> },
          { label: t('kind'), value: t(`kinds.${kind}`) },
          { label: t('region'), value: region },
          { label: t('registration'), value: registrationNumber },
          { label: t('verifiedAt'), value: <Instant at={verifiedAt} /> },
          {
            label: t('parent'),
            value: parent === null ? null : <Link to={`/customers/${parent}`}>{parent}</Link>,
          },
        ]}
      />
      <AddressTabs tabs={tabs} />
    </>
  );
}
