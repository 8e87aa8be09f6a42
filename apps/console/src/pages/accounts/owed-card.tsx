import './words';
import './balance-card.css';
import { useQuery } from '@tanstack/react-query';
import { Card, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Money } from '../../parts/figures';
import { Loaded } from '../../parts/loaded';
import { accountPath } from './accounts-table';
import { receivableQuery } from './receivable';

/** What is owed, and for what. */
export function OwedCard({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation('accounts');
  const query = useQuery(receivableQuery(code));
  return (
    <Loaded query={query}>
      {({ balances, invoices }) => (
        <Card size="small" title={<h2 style={{ margin: 0, fontSize: 16 }}>{t('owed')}</h2>}>
          {balances.length === 0 ? t('nothingOwed') : null}
          {balances.map(({ currency, owed, causes }) => (
            <Flex key={currency} vertical gap={4}>
              <strong style={{ fontSize: 26 }}>
                <Money amount={owed} currency={currency} />
              </strong>
              <span>{owed.startsWith('-') ? t('owedToCustomer') : t('owedByCustomer')}</span>
              <table className="balance-sum" aria-label={t('owedSum')}>
                <tbody>
                  {causes.map(({ cause, amount }) => (
                    <tr key={cause}>
                      <td aria-hidden />
                      <th scope="row">{t(`causes.${cause}`, { defaultValue: cause })}</th>
                      <td>
                        <Money amount={amount} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Flex>
          ))}
          <Link to={accountPath(code, 'receivable')}>{t('openInvoices', { count: invoices.length })}</Link>
        </Card>
      )}
    </Loaded>
  );
}
