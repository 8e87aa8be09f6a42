import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { Money } from '../../parts/figures';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { Term } from '../../parts/term';

type Finding = View<'FindingView'>;

/** What stands out against the month before, and the reasons that were given for it. */
export function RunVariances({ runId }: { readonly runId: number }): ReactNode {
  const { t } = useTranslation('settlement');
  const params = { path: { id: runId } };
  const query = useQuery({
    queryKey: ['settlement-run', runId, 'variances'],
    queryFn: () => answerOf(client.GET('/v1/settlement-runs/{id}/variances', { params })),
  });
  const acknowledge = (finding: string, reason: string): Promise<unknown> =>
    answerOf(
      client.POST('/v1/settlement-runs/{id}/variances', { params, body: { findings: [finding], reason } }),
    );
  return (
    <Loaded query={query}>
      {({ policy, findings }) => (
        <>
          {policy === null ? <Alert type="info" showIcon title={t('noPolicy')} /> : null}
          <PlainTable<Finding>
            label={t('variances')}
            rows={findings}
            rowKey={({ finding }) => finding}
            columns={[
              { title: t('finding'), render: ({ kind }) => <Term of="variance" code={kind} /> },
              { title: t('party'), render: ({ party }) => party },
              { title: t('model'), render: ({ model }) => model ?? '–' },
              { title: t('before'), render: ({ before }) => <Money amount={before} />, isFigure: true },
              { title: t('now'), render: ({ after }) => <Money amount={after} />, isFigure: true },
              { title: '%', render: ({ changePercent }) => changePercent ?? '–', isFigure: true },
              {
                title: t('note'),
                render: ({ finding, acknowledgement }) =>
                  acknowledgement === null ? (
                    <ActionButton
                      size="small"
                      needsReason
                      label={t('acknowledge')}
                      run={(reason) => acknowledge(finding, reason)}
                    />
                  ) : (
                    `${acknowledgement.reason} (${acknowledgement.by})`
                  ),
              },
            ]}
          />
        </>
      )}
    </Loaded>
  );
}
