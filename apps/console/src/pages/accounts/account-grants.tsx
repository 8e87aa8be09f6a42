import './words';
import { useQuery } from '@tanstack/react-query';
import { Flex, Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Count } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { OPERATORS, useMay } from '../../session/may';
import { balanceQuery, balanceSum, type Balance, type Grant } from './balance';
import { GiveTokens } from './give-tokens';
import { GrantMovements } from './grant-movements';

/** Every grant in the order in which they burn, and on demand what moved one. */
export function AccountGrants({ code }: { readonly code: string }): ReactNode {
  const [search] = useSearchParams();
  const query = useQuery(balanceQuery(code));
  const mayGive = useMay(OPERATORS);
  const grant = search.get('grant');
  return (
    <Loaded query={query}>
      {(balance) => (
        <>
          {mayGive && balance.grants.length > 0 ? (
            <Flex justify="end" style={{ marginBottom: 12 }}>
              <GiveTokens code={code} grants={balance.grants} />
            </Flex>
          ) : null}
          <GrantsTable balance={balance} />
          {grant === null ? null : <GrantMovements code={code} grant={grant} />}
        </>
      )}
    </Loaded>
  );
}

function GrantsTable({ balance }: { readonly balance: Balance }): ReactNode {
  const { t } = useTranslation('accounts');
  const sum = balanceSum(balance);
  const figure = (title: string, of: (grant: Grant) => string) => ({
    title,
    render: (grant: Grant) => <Count of={of(grant)} />,
    isFigure: true,
  });
  return (
    <PlainTable<Grant>
      label={t('tabs.grants')}
      rows={balance.grants}
      rowKey={({ grant }) => grant}
      columns={[
        {
          title: t('grant'),
          render: ({ grant }) => <Link to={`?tab=grants&grant=${grant}`}>{Number(grant)}</Link>,
        },
        { title: t('plan'), render: ({ plan }) => <Link to={`/catalogue/plan/${plan}`}>{plan}</Link> },
        { title: t('origin'), render: ({ origin }) => t(`origins.${origin}`, { defaultValue: origin }) },
        { title: t('effectiveAt'), render: ({ effectiveAt }) => <Instant at={effectiveAt} dateOnly /> },
        { title: t('expiresAt'), render: ({ expiresAt }) => <Instant at={expiresAt} dateOnly /> },
        figure(t('granted'), ({ grantedTokens }) => grantedTokens),
        figure(t('parts.used'), ({ drawnTokens }) => drawnTokens),
        figure(t('parts.expired'), ({ expiredTokens }) => expiredTokens),
        figure(t('parts.released'), ({ releasedTokens }) => releasedTokens),
        figure(t('parts.left'), ({ leftTokens }) => leftTokens),
        { title: t('leftShare'), render: (grant) => <LeftBar grant={grant} />, width: 140 },
      ]}
      totals={[
        t('total'),
        '',
        '',
        '',
        '',
        <Count key="granted" of={sum.granted} />,
        <Count key="used" of={sum.used} />,
        <Count key="expired" of={sum.expired} />,
        <Count key="released" of={sum.released} />,
        <Count key="left" of={sum.left} />,
        sum.closes ? '✓' : '≠',
      ]}
    />
  );
}

function LeftBar({ grant: { leftTokens, grantedTokens } }: { readonly grant: Grant }): ReactNode {
  const { t } = useTranslation('accounts');
  const percent = Number(grantedTokens) === 0 ? 0 : (Number(leftTokens) / Number(grantedTokens)) * 100;
  return <Progress size="small" percent={Math.floor(percent)} aria-label={t('leftShare')} status="normal" />;
}
