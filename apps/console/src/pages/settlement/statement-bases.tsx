import './bases-words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Money } from '../../parts/figures';
import { ListTable } from '../../parts/list-table';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { useSession } from '../../session/session';
import type { StatementKey } from './statement-lines';

type Basis = View<'BasisView'>;
type Cover = View<'CoverView'>;

/** How much of which month's share waits until its revenue is invoiced or collected; for staff, by account. */
export function StatementBases({ runId, party, currency }: StatementKey): ReactNode {
  const { t } = useTranslation('bases');
  const isStaff = useSession().role !== 'partner';
  const [search] = useSearchParams();
  const month = isStaff ? search.get('waits') : null;
  const params = { path: { runId, party }, query: { currency } };
  const query = useQuery({
    queryKey: ['statement-bases', runId, party, currency],
    queryFn: () => answerOf(client.GET('/v1/statements/{runId}/{party}/bases', { params })),
  });
  return (
    <Loaded query={query} rows={3}>
      {({ bases }) => (
        <>
          <PlainTable<Basis>
            label={t('title')}
            rows={bases}
            rowKey={(one) => one.month}
            empty={t('nothing')}
            columns={[
              { title: t('month'), render: (one) => one.month },
              { title: t('basis'), render: ({ basis }) => t(`of.${basis}`) },
              { title: t('share'), render: ({ share }) => <Money amount={share} />, isFigure: true },
              {
                title: t('takenBack'),
                render: ({ takenBack }) => <Money amount={takenBack} />,
                isFigure: true,
              },
              {
                title: t('before'),
                render: ({ heldBefore }) => <Money amount={heldBefore} />,
                isFigure: true,
              },
              { title: t('after'), render: ({ held }) => <Money amount={held} />, isFigure: true },
              ...(isStaff
                ? [{ title: t('why'), render: (one: Basis) => <ToCovers month={one.month} /> }]
                : []),
            ]}
          />
          {month === null ? null : <Covers {...{ runId, party, currency, month }} />}
        </>
      )}
    </Loaded>
  );
}

/** Leads to the accounts of a month, which stand below: the address shows somebody else the same. */
function ToCovers({ month }: { readonly month: string }): ReactNode {
  const { t } = useTranslation('bases');
  const [search] = useSearchParams();
  const address = new URLSearchParams(search);
  ['after', 'limit', 'sort'].forEach((name) => address.delete(name));
  address.set('waits', month);
  return (
    <Link to={`?${String(address)}`} aria-label={`${t('accounts')}: ${t('coversOf', { month })}`}>
      {t('accounts')}
    </Link>
  );
}

function Covers({ runId, party, currency, month }: StatementKey & { readonly month: string }): ReactNode {
  const { t } = useTranslation('bases');
  const title = t('coversOf', { month });
  const money = (name: 'earlier' | 'revenue' | 'money' | 'covered') => ({
    title: t(name),
    render: (cover: Cover) => <Money amount={cover[name]} />,
    isFigure: true,
  });
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ListTable<Cover>
        label={title}
        queryKey={['covers', runId, party, currency, month]}
        rowKey={({ account }) => account}
        columns={[
          {
            title: t('account'),
            render: ({ account }) => <Link to={`/accounts/${account}`}>{account}</Link>,
          },
          money('earlier'),
          money('revenue'),
          money('money'),
          money('covered'),
        ]}
        load={async (page) => {
          const params = { path: { runId, party, month }, query: { currency, ...page } as object };
          const path = '/v1/statements/{runId}/{party}/bases/{month}/accounts';
          const { accounts, next } = await answerOf(client.GET(path, { params }));
          return { items: accounts, next };
        }}
      />
    </section>
  );
}
