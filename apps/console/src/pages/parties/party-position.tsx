import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Facts } from '../../parts/facts';
import { Money, Tokens } from '../../parts/figures';
import { Loaded } from '../../parts/loaded';
import { Pace } from '../../parts/pace';
import { PlainTable } from '../../parts/plain-table';

type Position = View<'PositionView'>;

/** What was promised to buy of a party, and how far that is against the time that has passed. */
export function PartyPosition({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation('parties');
  const query = useQuery({
    queryKey: ['party', code, 'position'],
    queryFn: () =>
      answerOf(client.GET('/v1/parties/{code}/commitment-position', { params: { path: { code } } })),
  });
  return (
    <Loaded query={query}>
      {({ positions }) =>
        positions.length === 0 ? (
          <Empty description={t('noPosition')} />
        ) : (
          positions.map((position) => (
            <OnePosition key={`${position.from} ${position.currency}`} position={position} />
          ))
        )
      }
    </Loaded>
  );
}

function OnePosition({ position }: { readonly position: Position }): ReactNode {
  const { t } = useTranslation('parties');
  const { from, last, currency, unit, models } = position;
  const figure = (value: string): ReactNode =>
    unit === 'tokens' ? <Tokens count={value} /> : <Money amount={value} currency={currency} />;
  return (
    <>
      <h2>{t('period', { from, last })}</h2>
      <Facts
        facts={[
          { label: t('committed'), value: figure(position.committed) },
          { label: t('counted'), value: figure(position.counted) },
          { label: t('shortfall'), value: figure(position.shortfall) },
          { label: t('due'), value: <Money amount={position.due} currency={currency} /> },
          { label: t('expectedDue'), value: <Money amount={position.expectedDue} currency={currency} /> },
          { label: t('issued'), value: <Money amount={position.issued} currency={currency} /> },
          { label: t('models'), value: models ?? '*' },
          { label: t('unit'), value: t(`units.${unit}`) },
          {
            label: t('pace'),
            isWide: true,
            value: (
              <Pace
                bars={[
                  { label: t('timeElapsed'), share: Number(position.timeElapsed) },
                  { label: t('volumeCounted'), share: Number(position.volumeCounted) },
                ]}
              />
            ),
          },
        ]}
      />
      <PlainTable
        label={t('month')}
        rows={position.months}
        rowKey={({ month }) => month}
        columns={[
          { title: t('month'), render: ({ month }) => month },
          { title: t('counted'), render: ({ counted }) => figure(counted), isFigure: true },
        ]}
      />
    </>
  );
}
