import './words';
import type { View } from '@ciyuan/client';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/facts';
import { Count } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';

/** Whom it would touch if it were approved, and when the change would reach them. */
export function DraftAffected({ affected }: { readonly affected: View<'Affected'> }): ReactNode {
  const { t } = useTranslation('drafts');
  const facts = [
    { label: t('subscriptions'), value: <Count of={affected.subscriptions} /> },
    { label: t('accounts'), value: <Count of={affected.accounts} /> },
    { label: t('parties'), value: affected.parties.map((party) => <Tag key={party}>{party}</Tag>) },
  ];
  return (
    <>
      <Facts facts={facts} />
      <PlainTable
        label={t('affected')}
        rows={affected.plans}
        rowKey={({ plan, reach }) => `${plan} ${reach}`}
        empty={t('nobodyAffected')}
        columns={[
          { title: t('plan'), render: ({ plan }) => plan },
          { title: t('reach'), render: ({ reach }) => t(`reaches.${reach}`) },
          {
            title: t('subscriptions'),
            render: ({ subscriptions }) => <Count of={subscriptions} />,
            isFigure: true,
          },
          { title: t('accounts'), render: ({ accounts }) => <Count of={accounts} />, isFigure: true },
        ]}
      />
    </>
  );
}
