import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { Count } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';
import { useSession, type Role } from '../../session/session';

type MonthDetails = View<'MonthDetailsView'>;
type Waiver = MonthDetails['waivers'][number];

const WAIVERS: readonly Role[] = ['finance', 'checker', 'admin'];

/** The decisions not to wait that stand. */
export function MonthWaivers({ details }: { readonly details: MonthDetails }): ReactNode {
  const { t } = useTranslation('months');
  const { role } = useSession();
  const { month, state, waivers } = details;
  const mayWithdraw = state === 'open' && WAIVERS.includes(role);
  return (
    <PlainTable<Waiver>
      label={t('waivers')}
      rows={waivers}
      rowKey={({ number }) => number}
      columns={[
        { title: t('item'), render: ({ item }) => t(`items.${item}`, { defaultValue: item }) },
        { title: t('seen'), render: ({ seen }) => <Count of={seen} />, isFigure: true },
        { title: t('reason'), render: ({ reason }) => reason },
        { title: t('by'), render: ({ by }) => by },
        { title: t('at'), render: ({ at }) => <Instant at={at} /> },
        {
          title: t('withdraw'),
          render: ({ number }) =>
            mayWithdraw ? (
              <ActionButton
                size="small"
                label={t('withdraw')}
                question={t('withdraw')}
                run={() =>
                  answerOf(
                    client.POST('/v1/months/{month}/waivers/{number}/withdraw', {
                      params: { path: { month, number } },
                    }),
                  )
                }
              />
            ) : null,
        },
      ]}
    />
  );
}
