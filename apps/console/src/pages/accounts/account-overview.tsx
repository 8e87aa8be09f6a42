import './words';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../../parts/facts';
import { Loaded } from '../../parts/loaded';
import { Term } from '../../parts/term';
import { MONEY_READERS, useMay } from '../../session/may';
import type { Account } from './accounts-table';
import { AssignCustomer } from './assign-customer';
import { BalanceCard } from './balance-card';
import { balanceQuery } from './balance';
import { OwedCard } from './owed-card';

/** Whose it is, what is left on it, and what is owed for it. */
export function AccountOverview({ account }: { readonly account: Account }): ReactNode {
  const { t } = useTranslation('accounts');
  const { code, customer } = account;
  const query = useQuery(balanceQuery(code));
  const seesMoney = useMay(MONEY_READERS);
  return (
    <>
      <div className="columns">
        <Loaded query={query}>{(balance) => <BalanceCard balance={balance} />}</Loaded>
        {seesMoney ? <OwedCard code={code} /> : null}
      </div>
      <Facts
        facts={[
          { label: t('code'), value: <code>{code}</code> },
          {
            label: t('customer'),
            value:
              customer === null ? (
                <AssignCustomer code={code} />
              ) : (
                <Link to={`/customers/${customer}`}>{customer}</Link>
              ),
          },
          { label: t('segment'), value: <Term of="segment" code={account.segment} /> },
          { label: t('currency'), value: account.currency },
          { label: t('region'), value: account.region },
          { label: t('zone'), value: account.zone },
          { label: t('anchorDay'), value: account.anchorDay },
          {
            label: t('records'),
            value: <Link to={`/records?account=${encodeURIComponent(code)}`}>{t('toRecords')}</Link>,
          },
          {
            label: t('documents'),
            value: <Link to={`/invoices?account=${encodeURIComponent(code)}`}>{t('toInvoices')}</Link>,
          },
        ]}
      />
    </>
  );
}
