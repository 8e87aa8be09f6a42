import './words';
import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/facts';

const FACTS = [
  'buyerTitle',
  'taxpayerId',
  'fapiaoKind',
  'registeredAddress',
  'phone',
  'bankName',
  'bankAccount',
  'email',
] as const;

/** As whom the payer buys, the way it stood when the invoice was issued. */
export function BuyerFacts({ buyer }: { readonly buyer: object | null }): ReactNode {
  const { t } = useTranslation('billing');
  if (buyer === null) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} />;
  const known = buyer as Readonly<Record<string, unknown>>;
  return (
    <Facts
      facts={FACTS.map((name) => ({
        label: t(`buyerFacts.${name}`),
        value: typeof known[name] === 'string' ? known[name] : null,
      }))}
    />
  );
}
