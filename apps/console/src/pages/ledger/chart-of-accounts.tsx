import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';

type Account = View<'LedgerAccountsView'>['accounts'][number];

export function ChartOfAccounts(): ReactNode {
  const { t, i18n } = useTranslation('ledger');
  const { t: say } = useTranslation('parts');
  const query = useQuery({
    queryKey: ['ledger-accounts'],
    queryFn: () => answerOf(client.GET('/v1/ledger/accounts')),
  });
  return (
    <Loaded query={query}>
      {({ accounts }) => (
        <PlainTable<Account>
          label={t('accounts')}
          rows={accounts}
          rowKey={({ code }) => code}
          columns={[
            { title: t('code'), render: ({ code }) => <Link to={`/ledger?drill=${code}`}>{code}</Link> },
            { title: t('name'), render: ({ name, chinese }) => (i18n.language === 'zh' ? chinese : name) },
            { title: t('type'), render: ({ type }) => t(`types.${type}`) },
            {
              title: t('normalSide'),
              render: ({ normalSide }) => t(`sidesOf.${normalSide}`, { defaultValue: normalSide }),
            },
            {
              title: t('closesWithMonth'),
              render: ({ closesWithMonth }) => say(closesWithMonth ? 'yes' : 'no'),
            },
          ]}
        />
      )}
    </Loaded>
  );
}
