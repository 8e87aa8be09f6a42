import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';
import { useTermText } from '../../parts/term';
import { Step } from './step';

type Grant = View<'ExplanationView'>['grants'][number];

/** Every grant that was eligible, in the order in which they burn. */
export function ExplainedGrants({ grants }: { readonly grants: readonly Grant[] }): ReactNode {
  const { t } = useTranslation('operations');
  const termText = useTermText();
  return (
    <Step number={3} title={t('steps.grants')} isEmpty={grants.length === 0}>
      <PlainTable<Grant>
        label={t('steps.grants')}
        rows={grants}
        rowKey={({ grant }) => grant}
        columns={[
          { title: t('grant'), render: ({ grant }) => grant, isFigure: true },
          { title: t('plan'), render: ({ plan, planVersionId }) => `${plan} (${planVersionId})` },
          { title: t('expires'), render: ({ expiresAt }) => <Instant at={expiresAt} /> },
          { title: t('before'), render: ({ beforeTokens }) => <Count of={beforeTokens} />, isFigure: true },
          { title: t('drawn'), render: ({ drawnTokens }) => <Count of={drawnTokens} />, isFigure: true },
          { title: t('after'), render: ({ afterTokens }) => <Count of={afterTokens} />, isFigure: true },
          {
            title: `${t('class')} × ${t('coefficient')}`,
            render: ({ covered }) =>
              covered
                .map((one) => `${termText('class', one.class)} ${one.tokens} × ${one.coefficient}`)
                .join(', ') || '–',
          },
          {
            title: t('recognised'),
            render: ({ recognisedYuan }) => <Money amount={recognisedYuan} />,
            isFigure: true,
          },
        ]}
      />
    </Step>
  );
}
