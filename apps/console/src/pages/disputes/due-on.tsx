import './words';
import type { View } from '@ciyuan/client';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayFromToday } from '../../parts/instant';
import { StateTag } from '../../parts/state-tag';

type Dispute = Pick<View<'DisputeView'>, 'dueOn' | 'lines'>;

const WAITING = ['open', 'proposed'];

/** By when a dispute is to be decided, and whether that day has passed with lines still waiting. */
export function DueOn({ dispute: { dueOn, lines } }: { readonly dispute: Dispute }): ReactNode {
  const { t } = useTranslation('disputes');
  const isOverdue = dueOn < dayFromToday(0) && lines.some(({ state }) => WAITING.includes(state));
  return (
    <Flex gap={8} component="span">
      <span className="figures">{dueOn}</span>
      {isOverdue ? <StateTag tone="bad">{t('overdue')}</StateTag> : null}
    </Flex>
  );
}
