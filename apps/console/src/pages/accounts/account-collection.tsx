import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { BILLING_EDITORS, useMay } from '../../session/may';
import { SetCollection } from './set-collection';

type Collection = View<'CollectionView'>;

/** How an account pays, paid before and is to pay. */
export function AccountCollection({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation('accounts');
  const mayEdit = useMay(BILLING_EDITORS);
  const query = useQuery({
    queryKey: ['account', code, 'collection'],
    queryFn: () => answerOf(client.GET('/v1/accounts/{code}/collection', { params: { path: { code } } })),
  });
  return (
    <>
      {mayEdit ? (
        <Flex justify="end" style={{ marginBottom: 12 }}>
          <SetCollection code={code} />
        </Flex>
      ) : null}
      <Loaded query={query}>
        {({ collections }) => (
          <PlainTable<Collection>
            label={t('tabs.collection')}
            rows={[...collections].reverse()}
            rowKey={({ number }) => number}
            empty={t('noCollection')}
            columns={[
              { title: t('effectiveFrom'), render: ({ effectiveFrom }) => <Instant at={effectiveFrom} /> },
              { title: t('method'), render: ({ method }) => t(`collections.${method}`) },
              { title: t('billingId'), render: ({ billingId }) => billingId ?? '–' },
              { title: t('phoneNumber'), render: ({ phoneNumber }) => phoneNumber ?? '–' },
              { title: t('setBy'), render: ({ setBy }) => setBy },
              { title: t('setAt'), render: ({ setAt }) => <Instant at={setAt} /> },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
