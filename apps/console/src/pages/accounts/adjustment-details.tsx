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
import { AdjustmentDecision } from './adjustment-decision';
import { AdjustmentFigures } from './adjustment-figures';

type Details = View<'AdjustmentDetailsView'>;

interface AdjustmentDetailsProps {
  readonly code: string;
  readonly number: number;
}

/** One adjustment: what it comes to, who did what, and what is to be decided. */
export function AdjustmentDetails({ code, number }: AdjustmentDetailsProps): ReactNode {
  const { t } = useTranslation('accounts');
  const title = t('adjustment', { number });
  const query = useQuery({
    queryKey: ['account', code, 'adjustment', number],
    queryFn: () =>
      answerOf(
        client.GET('/v1/accounts/{code}/adjustments/{number}', { params: { path: { code, number } } }),
      ),
  });
  return (
    <section aria-label={title} style={{ marginTop: 24 }}>
      <h2>{title}</h2>
      <Loaded query={query}>
        {(one) => (
          <>
            <AdjustmentFigures one={one} />
            <Flex gap={8} wrap style={{ marginBottom: 16 }}>
              <AdjustmentDecision one={one} />
            </Flex>
            <PlainTable<Details['events'][number]>
              label={t('history')}
              rows={one.events}
              rowKey={({ at, kind, by }) => `${at} ${kind} ${by}`}
              columns={[
                { title: t('step'), render: ({ kind }) => t(`steps.${kind}`, { defaultValue: kind }) },
                { title: t('at'), render: ({ at }) => <Instant at={at} /> },
                { title: t('by'), render: ({ by, role }) => `${by} (${role})` },
                { title: t('note'), render: ({ note }) => note ?? '–' },
              ]}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}
