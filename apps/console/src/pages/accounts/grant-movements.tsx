import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Count } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { ListTable, type ListColumn } from '../../parts/list-table';

type Movement = View<'GrantMovementView'>;

interface GrantMovementsProps {
  readonly code: string;
  readonly grant: string;
}

/** What a grant was given and what left it, down to the record. */
export function GrantMovements({ code, grant }: GrantMovementsProps): ReactNode {
  const { t } = useTranslation('accounts');
  const columns: ListColumn<Movement>[] = [
    { title: t('at'), render: ({ at }) => <Instant at={at} />, sort: 'at' },
    { title: t('movement'), render: ({ kind }) => t(`movements.${kind}`, { defaultValue: kind }) },
    { title: t('tokens'), render: ({ tokens }) => <Count of={tokens} />, isFigure: true },
    {
      title: t('record'),
      render: ({ record }) =>
        record === null ? (
          '–'
        ) : (
          <Link
            to={`/records/${[record.partner, record.source, record.id].map(encodeURIComponent).join('/')}`}
          >
            {record.id}
          </Link>
        ),
    },
    { title: t('sequence'), render: ({ sequence }) => sequence, isFigure: true },
  ];
  return (
    <section aria-label={t('movementsOf', { grant: Number(grant) })} style={{ marginTop: 24 }}>
      <h2>{t('movementsOf', { grant: Number(grant) })}</h2>
      <ListTable<Movement>
        label={t('movementsOf', { grant: Number(grant) })}
        queryKey={['account', code, 'grant', grant, 'movements']}
        columns={columns}
        rowKey={({ sequence, kind, tokens }) => `${sequence} ${kind} ${tokens}`}
        initialSort="-at"
        load={async (page) => {
          const params = { path: { code, grant }, query: page as object };
          const { movements, next } = await answerOf(
            client.GET('/v1/accounts/{code}/grants/{grant}/movements', { params }),
          );
          return { items: movements, next };
        }}
      />
    </section>
  );
}
