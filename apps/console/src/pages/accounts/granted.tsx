import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money, Tokens } from '../../parts/figures';
import { Instant } from '../../parts/instant';

interface GrantedProps {
  readonly grants: readonly View<'GrantView'>[];
  readonly currency: string;
}

/** What is granted and what it costs, with the fees of what is bundled. */
export function Granted({ grants, currency }: GrantedProps): ReactNode {
  const { t } = useTranslation('accounts');
  if (grants.length === 0) return <p>{t('nothingGranted')}</p>;
  return (
    <ul aria-label={t('grants')} style={{ margin: 0, paddingInlineStart: 18 }}>
      {grants.map(({ tokens, priceYuan, effectiveAt, expiresAt, fees }) => (
        <li key={`${effectiveAt} ${tokens} ${priceYuan}`}>
          <strong>
            <Money amount={priceYuan} currency={currency} />
          </strong>
          {' · '}
          <Tokens count={tokens} /> Token
          {' · '}
          <Instant at={effectiveAt} dateOnly /> – <Instant at={expiresAt} dateOnly />
          {fees.map(({ part, priceYuan: fee }) => (
            <div key={part}>
              {part}: <Money amount={fee} currency={currency} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
