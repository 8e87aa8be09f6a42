import './words';
import type { View } from '@ciyuan/client';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { AsJson } from '../../parts/as-json';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable } from '../../parts/list-table';
import { Term } from '../../parts/term';
import { useSession } from '../../session/session';

type Entry = View<'SuspenseView'>;

export function SuspenseEntries(): ReactNode {
  const { t } = useTranslation('operations');
  const { filters } = useListState();
  const { role } = useSession();
  const { message } = App.useApp();
  const { tab: _, ...asked } = filters;
  const recycle = async (key: string): Promise<void> => {
    const counts = await answerOf(client.POST('/v1/suspense/recycle', { body: { keys: [key] } }));
    void message.info(t('recycled', { ...counts }));
  };
  const canRecycle = role === 'operations' || role === 'admin';
  return (
    <ListTable<Entry>
      label={t('entries')}
      queryKey={['suspense', asked]}
      rowKey={({ key }) => key}
      initialSort="openedAt"
      expanded={({ record }) => <AsJson value={record} label={t('posted')} />}
      columns={[
        { title: t('firstOpened'), render: ({ openedAt }) => <Instant at={openedAt} />, sort: 'openedAt' },
        { title: t('record'), render: ({ id }) => id },
        { title: t('partner'), render: ({ partner, source }) => `${partner} · ${source}` },
        { title: t('account'), render: ({ account }) => account, sort: 'account' },
        { title: t('time'), render: ({ at }) => <Instant at={at} />, sort: 'at' },
        { title: t('reason'), render: ({ reason }) => <Term of="suspense" code={reason} /> },
        { title: t('detail'), render: ({ detail }) => detail },
        {
          title: '',
          render: ({ key }) =>
            canRecycle ? <ActionButton size="small" label={t('recycle')} run={() => recycle(key)} /> : null,
        },
      ]}
      load={async (page) => {
        const query = { ...asked, ...page } as object;
        const { entries, next } = await answerOf(client.GET('/v1/suspense', { params: { query } }));
        return { items: entries, next };
      }}
    />
  );
}
