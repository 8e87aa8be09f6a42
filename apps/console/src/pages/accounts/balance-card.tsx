import './words';
import './balance-card.css';
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Card, Flex, theme } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tokens, grouped } from '../../parts/figures';
import { balanceSum, type Balance } from './balance';

/** Granted is left and used and expired and given on: a sum that everybody can check, and that is checked. */
export function BalanceCard({ balance }: { readonly balance: Balance }): ReactNode {
  const { t } = useTranslation('accounts');
  const { token } = theme.useToken();
  const { granted, closes, total, ...parts } = balanceSum(balance);
  const rows = (['left', 'used', 'expired', 'released'] as const).map((part) => ({ part, of: parts[part] }));
  return (
    <Card size="small" title={<h2 style={{ margin: 0, fontSize: 16 }}>{t('balance')}</h2>}>
      <Flex vertical gap={4}>
        <strong style={{ fontSize: 26 }}>
          <Tokens count={balance.leftTokens} />
        </strong>
        <span>{t('leftOf', { granted: grouped(granted) })}</span>
        <table className="balance-sum" aria-label={t('balanceSum')}>
          <tbody>
            {rows.map(({ part, of }, index) => (
              <tr key={part}>
                <td aria-hidden>{index === 0 ? '' : '+'}</td>
                <th scope="row">{t(`parts.${part}`)}</th>
                <td className="figures">{grouped(of)}</td>
              </tr>
            ))}
            <tr className="balance-total" style={{ borderBlockStart: `1px solid ${token.colorBorder}` }}>
              <td aria-hidden>=</td>
              <th scope="row">{t('granted')}</th>
              <td className="figures">
                <strong>{grouped(total)}</strong>
              </td>
            </tr>
          </tbody>
        </table>
        <Flex gap={6} align="center" role="status">
          {closes ? (
            <CheckCircleFilled aria-hidden style={{ color: token.colorSuccess }} />
          ) : (
            <CloseCircleFilled aria-hidden style={{ color: token.colorError }} />
          )}
          {closes
            ? t('closes', { granted: grouped(granted) })
            : t('closesNot', { granted: grouped(granted) })}
        </Flex>
      </Flex>
    </Card>
  );
}
