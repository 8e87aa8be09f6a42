import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { grouped } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { CASHIERS, useMay } from '../../session/may';
import { AgreeReconciliation } from './agree-reconciliation';

type Agreement = View<'AgreementView'>;

/** What was agreed with a party about its own files, the latest first. */
export function PartyAgreements({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation('parties');
  const mayAgree = useMay(CASHIERS);
  const query = useQuery({
    queryKey: ['party', code, 'agreements'],
    queryFn: () =>
      answerOf(
        client.GET('/v1/parties/{party}/reconciliation-agreements', { params: { path: { party: code } } }),
      ),
  });
  const toleranceOf = ({ absolute, relative, rule }: View<'ToleranceView'>): string =>
    `${grouped(absolute)} / ${relative} (${t(`rules.${rule}`)})`;
  return (
    <Loaded query={query}>
      {({ agreements }) => (
        <>
          {mayAgree ? (
            <Flex justify="end" style={{ marginBottom: 12 }}>
              <AgreeReconciliation party={code} latest={agreements.at(-1)} />
            </Flex>
          ) : null}
          <PlainTable<Agreement>
            label={t('agreement')}
            rows={[...agreements].reverse()}
            rowKey={({ number }) => number}
            empty={t('noAgreement')}
            columns={[
              { title: t('number'), render: ({ number }) => number, isFigure: true },
              { title: t('effectiveFrom'), render: ({ effectiveFrom }) => <Instant at={effectiveFrom} /> },
              { title: t('tokensTolerance'), render: ({ tokens }) => toleranceOf(tokens) },
              { title: t('moneyTolerance'), render: ({ money }) => toleranceOf(money) },
              {
                title: t('columns'),
                render: ({ columns }) =>
                  Object.entries(columns)
                    .map(([ours, theirs]) => `${ours}=${theirs}`)
                    .join(', ') || '–',
              },
              { title: t('agreedBy'), render: ({ agreedBy }) => agreedBy },
              { title: t('agreedAt'), render: ({ agreedAt }) => <Instant at={agreedAt} /> },
            ]}
          />
        </>
      )}
    </Loaded>
  );
}
