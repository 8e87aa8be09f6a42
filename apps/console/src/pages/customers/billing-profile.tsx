import './words';
import { useQuery } from '@tanstack/react-query';
import { Alert, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Facts } from '../../parts/facts';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { BILLING_EDITORS, useMay } from '../../session/may';
import { EditBillingProfile } from './edit-billing-profile';

interface BillingProfileProps {
  readonly code: string;
  /** What a fapiao names where nothing else was said. */
  readonly name: string;
}

/** How a customer is billed, and what its fapiao names. */
export function BillingProfile({ code, name }: BillingProfileProps): ReactNode {
  const { t } = useTranslation('customers');
  const mayEdit = useMay(BILLING_EDITORS);
  const query = useQuery({
    queryKey: ['customer', code, 'billing-profile'],
    queryFn: () =>
      answerOf(client.GET('/v1/customers/{code}/billing-profile', { params: { path: { code } } })),
  });
  return (
    <Loaded query={query}>
      {({ profile }) => (
        <>
          {mayEdit ? (
            <Flex justify="end" style={{ marginBottom: 12 }}>
              <EditBillingProfile code={code} name={name} profile={profile} />
            </Flex>
          ) : null}
          {profile === null ? (
            <Alert type="info" showIcon title={t('noProfile')} />
          ) : (
            <Facts
              facts={[
                { label: t('billing'), value: t(profile.consolidated ? 'consolidated' : 'separately') },
                { label: t('fapiaoKind'), value: t(`fapiaoKinds.${profile.fapiaoKind}`) },
                { label: t('buyerTitle'), value: profile.buyerTitle },
                { label: t('taxpayerId'), value: profile.taxpayerId },
                { label: t('registeredAddress'), value: profile.registeredAddress },
                { label: t('phone'), value: profile.phone },
                { label: t('bankName'), value: profile.bankName },
                { label: t('bankAccount'), value: profile.bankAccount },
                { label: t('email'), value: profile.email },
                { label: t('changedAt'), value: <Instant at={profile.changedAt} /> },
                { label: t('changedBy'), value: profile.changedBy },
              ]}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
