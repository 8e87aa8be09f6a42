import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { App, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { Count } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { Term } from '../../parts/term';
import { useSession } from '../../session/session';

type Cause = View<'SuspenseCauseView'>;

/** Where what a cause names is mended. */
const MENDED_AT: Readonly<Record<string, string>> = {
  unknown_account: '/accounts',
  unknown_model: '/catalogue',
  no_tariff: '/catalogue?kind=price_book',
};

/** Records that wait for the same thing are one row; once it is there, they are charged together. */
export function SuspenseCauses(): ReactNode {
  const { t } = useTranslation('operations');
  const { filters } = useListState();
  const partner = filters['partner'];
  const owner = partner === undefined ? {} : { partner };
  const query = useQuery({
    queryKey: ['suspense-causes', partner],
    queryFn: () => answerOf(client.GET('/v1/suspense/causes', { params: { query: owner } })),
  });
  return (
    <Loaded query={query}>
      {({ causes }) => (
        <PlainTable<Cause>
          label={t('causes')}
          rows={causes}
          rowKey={({ reason, detail }) => `${reason} ${detail}`}
          columns={[
            { title: t('reason'), render: ({ reason }) => <Term of="suspense" code={reason} /> },
            { title: t('detail'), render: ({ detail }) => detail },
            { title: t('count'), render: ({ records }) => <Count of={records} />, isFigure: true },
            { title: t('partner'), render: ({ partners }) => partners.join(', ') },
            { title: t('firstOpened'), render: ({ firstOpenedAt }) => <Instant at={firstOpenedAt} /> },
            { title: t('lastOpened'), render: ({ lastOpenedAt }) => <Instant at={lastOpenedAt} /> },
            { title: '', render: (cause) => <CauseActions cause={cause} partner={partner} /> },
          ]}
        />
      )}
    </Loaded>
  );
}

interface CauseActionsProps {
  readonly cause: Cause;
  /** Whose records alone are meant; undefined of everybody's. */
  readonly partner: string | undefined;
}

function CauseActions({ cause: { reason, detail }, partner }: CauseActionsProps): ReactNode {
  const { t } = useTranslation('operations');
  const { role } = useSession();
  const { message } = App.useApp();
  const recycle = async (): Promise<void> => {
    const body = { reason, detail, ...(partner === undefined ? {} : { partner }) };
    const counts = await answerOf(client.POST('/v1/suspense/causes/recycle', { body }));
    void message.info(t('recycled', { ...counts }));
  };
  return (
    <Flex gap={8} align="center">
      <Link to={MENDED_AT[reason] ?? `/suspense?tab=entries&reason=${reason}`}>{t('mend')}</Link>
      {role === 'operations' || role === 'admin' ? (
        <ActionButton size="small" label={t('recycle')} question={t('recycleQuestion')} run={recycle} />
      ) : null}
    </Flex>
  );
}
