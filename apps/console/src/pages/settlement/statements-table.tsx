import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { SettlementState } from './settlement-state';

type Statement = View<'StatementView'>;

interface StatementsTableProps {
  /** What is asked of the list whatever the address says. */
  readonly fixed?: { readonly runId: number; readonly kind: string };
  /** Below which address a statement opens. */
  readonly base?: string;
}

export const statementPath = ({ runId, party, currency }: Statement, base = '/statements'): string =>
  `${base}/${runId}/${party}?currency=${encodeURIComponent(currency)}`;

export function StatementsTable({ fixed, base }: StatementsTableProps): ReactNode {
  const { t } = useTranslation('settlement');
  const { filters } = useListState();
  const money = (title: string, amount: (statement: Statement) => string): ListColumn<Statement> => ({
    title,
    render: (statement) => <Money amount={amount(statement)} />,
    isFigure: true,
  });
  const columns: ListColumn<Statement>[] = [
    {
      title: t('party'),
      render: (one) => <Link to={statementPath(one, base)}>{`${one.partyName} · ${one.party}`}</Link>,
      sort: 'party',
    },
    { title: t('month'), render: ({ month }) => month, sort: 'month' },
    { title: t('version'), render: ({ version }) => version, isFigure: true },
    { title: t('state'), render: ({ state }) => <SettlementState state={state} /> },
    { title: t('currency'), render: ({ currency }) => currency },
    money(t('share'), ({ share }) => share),
    money(t('vat'), ({ vat }) => vat),
    money(t('withholding'), ({ withholding }) => withholding),
    money(t('held'), ({ held }) => held),
    money(t('released'), ({ released }) => released),
    money(t('payable'), ({ payable }) => payable),
    { title: t('issuedAt'), render: ({ issuedAt }) => <Instant at={issuedAt} dateOnly /> },
  ];
  return (
    <ListTable<Statement>
      label={t('statements')}
      queryKey={['statements', filters, fixed]}
      columns={columns}
      rowKey={({ runId, party, currency }) => `${runId} ${party} ${currency}`}
      load={async (page) => {
        const query = { ...filters, ...fixed, ...page } as object;
        const { statements, next } = await answerOf(client.GET('/v1/statements', { params: { query } }));
        return { items: statements, next };
      }}
    />
  );
}
