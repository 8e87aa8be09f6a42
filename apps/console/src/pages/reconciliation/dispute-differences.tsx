import './words';
import { Form, Input, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Choice } from '../../parts/choice';
import { FormButton } from '../../parts/form-button';
import { useListState } from '../../parts/list-state';
import { useSession } from '../../session/session';
import type { DifferencesToTreat } from './resolve-differences';

const REASONS = ['quantity', 'price', 'missing_usage', 'wrong_rate', 'late_usage', 'other'] as const;

interface Claim {
  readonly reason: (typeof REASONS)[number];
  readonly note?: string;
}

/** Opens a dispute over differences, and leads to it; what is claimed follows from what lies between. */
export function DisputeDifferences({ reconciliationId, ids }: DifferencesToTreat): ReactNode {
  const { t } = useTranslation('reconciliation');
  const { role } = useSession();
  const navigate = useNavigate();
  const { filters } = useListState();
  const { outcome, model, tenant } = filters;
  const named = ids.length > 0 ? { ids: [...ids] } : ({ outcome, model, tenant } as object);
  const isStaff = role !== 'partner';
  return (
    <FormButton
      label={t('toDispute')}
      initialValues={{ reason: 'quantity' }}
      run={({ reason, note }: Claim) =>
        answerOf(
          client.POST('/v1/reconciliations/{id}/disputes', {
            params: { path: { id: reconciliationId } },
            body: { ...named, reason, claimed: [], ...(note === undefined ? {} : { note: note.trim() }) },
          }),
        )
      }
      onDone={({ id }) => void navigate(isStaff ? `/disputes/${id}` : `/own/disputes/${id}`)}
      fields={
        <>
          <Typography.Paragraph type="secondary">{t('toDisputeHint')}</Typography.Paragraph>
          <Form.Item name="reason" label={t('disputeReason')}>
            <Choice
              label={t('disputeReason')}
              options={REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            />
          </Form.Item>
          {isStaff ? (
            <Form.Item name="note" label={t('note')} rules={[{ required: true, whitespace: true }]}>
              <Input maxLength={200} />
            </Form.Item>
          ) : null}
        </>
      }
    />
  );
}
