import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Money } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';
import { StateTag, type StateTone } from '../../parts/state-tag';

type Line = View<'DifferentLineView'>;

const TONES: Readonly<Record<string, StateTone>> = {
  changed: 'waiting',
  appeared: 'good',
  gone: 'attention',
};

/** The lines of two versions that do not say the same. */
export function DifferentLines({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const { t } = useTranslation('settlement');
  const numbered = lines.map((line, index) => ({ ...line, index }));
  return (
    <PlainTable<Line & { readonly index: number }>
      label={t('lines')}
      rows={numbered}
      rowKey={({ index }) => index}
      columns={[
        {
          title: t('change'),
          render: ({ change }) => (
            <StateTag tone={TONES[change] ?? 'quiet'}>
              {t(`changes.${change}`, { defaultValue: change })}
            </StateTag>
          ),
        },
        { title: t('party'), render: ({ party }) => party },
        {
          title: t('lineKind'),
          render: ({ lineKind }) => t(`lineKinds.${lineKind}`, { defaultValue: lineKind }),
        },
        { title: t('origin'), render: ({ originMonth }) => originMonth },
        { title: t('plan'), render: ({ plan }) => plan ?? '–' },
        { title: t('model'), render: ({ model }) => model ?? '–' },
        {
          title: t('tokens'),
          render: ({ difference }) => <Count of={difference.tokens} />,
          isFigure: true,
        },
        { title: t('sharesBefore'), render: ({ before }) => <Money amount={before.share} />, isFigure: true },
        { title: t('sharesAfter'), render: ({ after }) => <Money amount={after.share} />, isFigure: true },
        {
          title: t('shareDifference'),
          render: ({ difference }) => <Money amount={difference.share} />,
          isFigure: true,
        },
      ]}
    />
  );
}
