import './words';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { useSession, type Role } from '../../session/session';
import type { DisputeLineProps } from './claim';
import { DecideLine } from './decide-line';
import { ProposeDecision } from './propose-decision';

const PROPOSERS: readonly Role[] = ['finance', 'maker', 'checker', 'admin'];
const DECIDERS: readonly Role[] = ['finance', 'checker', 'admin'];
const SPEAKERS: readonly Role[] = ['finance', 'operations', 'admin', 'partner'];

/** What the role may do next with a line: one proposes, another decides. */
export function DisputeLineActions({ disputeId, line }: DisputeLineProps): ReactNode {
  const { t } = useTranslation('disputes');
  const { role } = useSession();
  const params = { path: { id: disputeId, line: line.line } };
  const isWaiting = line.state === 'open' || line.state === 'proposed';
  return (
    <Flex gap={8} wrap>
      {line.state === 'open' && PROPOSERS.includes(role) ? (
        <ProposeDecision disputeId={disputeId} line={line} />
      ) : null}
      {line.state === 'proposed' && DECIDERS.includes(role) ? (
        <DecideLine disputeId={disputeId} line={line} />
      ) : null}
      {isWaiting && SPEAKERS.includes(role) ? (
        <ActionButton
          size="small"
          label={t('withdraw')}
          question={t('withdrawQuestion')}
          needsReason
          run={(reason) =>
            answerOf(client.POST('/v1/disputes/{id}/lines/{line}/withdrawal', { params, body: { reason } }))
          }
        />
      ) : null}
    </Flex>
  );
}
