import './words';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { TextField, filledIn } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { Instant } from '../../parts/instant';
import { SIGNERS, useMay } from '../../session/may';
import { useSession } from '../../session/session';
import type { Clawback } from './clawback';

interface ClawbackDecisionProps {
  readonly clawback: Clawback;
}

interface Note {
  readonly note?: string;
}

/** Who decided it, when and why; or what somebody else than whoever asked can say. */
export function ClawbackDecision({ clawback }: ClawbackDecisionProps): ReactNode {
  const { t } = useTranslation('clawbacks');
  const { login } = useSession();
  const maySign = useMay(SIGNERS);
  const { decision, requestedBy } = clawback;
  if (decision !== null)
    return (
      <>
        {`${decision.decidedBy} `}
        <Instant at={decision.decidedAt} />
        {decision.note === null ? null : <div>{decision.note}</div>}
      </>
    );
  if (!maySign) return '–';
  return requestedBy === login ? t('othersDecide') : <Decide clawback={clawback} />;
}

function Decide({ clawback: { id } }: ClawbackDecisionProps): ReactNode {
  const { t } = useTranslation('clawbacks');
  const params = { path: { id } };
  return (
    <Flex gap={8}>
      <FormButton<Note, Clawback>
        type="primary"
        size="small"
        label={t('ofClawback', { label: t('approve'), id })}
        fields={<TextField name="note" label={t('note')} />}
        run={(body) => answerOf(client.POST('/v1/clawbacks/{id}/approve', { params, body: filledIn(body) }))}
      />
      <FormButton<Note, Clawback>
        isDanger
        size="small"
        label={t('ofClawback', { label: t('reject'), id })}
        fields={<TextField name="note" label={t('note')} isRequired />}
        run={(body) => answerOf(client.POST('/v1/clawbacks/{id}/reject', { params, body: filledIn(body) }))}
      />
    </Flex>
  );
}
