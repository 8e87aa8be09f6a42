import './words';
import type { View } from '@ciyuan/client';
import { Form, Input, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Money } from '../../parts/figures';
import { Choice } from '../../parts/choice';
import { FormButton } from '../../parts/form-button';
import { PlainTable } from '../../parts/plain-table';
import { useSession } from '../../session/session';

const REASONS = ['quantity', 'price', 'missing_usage', 'wrong_rate', 'late_usage', 'other'] as const;
const AMOUNT = /^-?\d{1,12}(\.\d{1,2})?$/;
/** How the form knows the statement as a whole, which has no line. */
const WHOLE = 'whole';

interface Claims {
  readonly note?: string;
  readonly reason: (typeof REASONS)[number];
  readonly detail: string;
  /** By line. */
  readonly claimed: Readonly<Record<string, string>>;
}

interface OpenDisputeProps {
  readonly statement: View<'StatementView'>;
  /** Without one it is about all of the statement. */
  readonly lines: readonly Pick<View<'LineView'>, 'line' | 'model' | 'share'>[];
}

/** Says what a statement should have said, line by line, and leads to the dispute. */
export function OpenDispute({ statement, lines }: OpenDisputeProps): ReactNode {
  const { t } = useTranslation('settlement');
  const { role } = useSession();
  const navigate = useNavigate();
  const { runId, party, currency } = statement;
  const isStaff = role !== 'partner';
  const whole = { key: WHOLE, model: null, share: statement.share };
  const claims = lines.length === 0 ? [whole] : lines.map((one) => ({ ...one, key: String(one.line) }));
  const open = ({ note, reason, detail, claimed }: Claims) =>
    answerOf(
      client.POST('/v1/statements/{runId}/{party}/disputes', {
        params: { path: { runId, party }, query: { currency } },
        body: {
          ...(note === undefined ? {} : { note: note.trim() }),
          lines: claims.map(({ key, share }) => ({
            line: key === WHOLE ? null : Number(key),
            claimed: claimed[key] ?? share,
            reason,
            detail: detail.trim(),
          })),
        },
      }),
    );
  return (
    <FormButton
      label={lines.length === 0 ? t('openDispute') : t('openDisputeChosen', { count: lines.length })}
      width={720}
      initialValues={{ reason: 'quantity' }}
      run={open}
      onDone={({ id }) => void navigate(isStaff ? `/disputes/${id}` : `/own/disputes/${id}`)}
      fields={<ClaimFields claims={claims} isStaff={isStaff} />}
    />
  );
}

interface Claim {
  readonly key: string;
  readonly model: string | null;
  readonly share: string;
}

interface ClaimFieldsProps {
  readonly claims: readonly Claim[];
  readonly isStaff: boolean;
}

function ClaimFields({ claims, isStaff }: ClaimFieldsProps): ReactNode {
  const { t } = useTranslation('settlement');
  return (
    <>
      {isStaff ? <Typography.Paragraph type="secondary">{t('disputeHint')}</Typography.Paragraph> : null}
      <PlainTable<Claim>
        label={t('lines')}
        rows={claims}
        rowKey={({ key }) => key}
        columns={[
          { title: '#', render: ({ key }) => (key === WHOLE ? t('wholeStatement') : key) },
          { title: t('model'), render: ({ model }) => model ?? '–' },
          { title: t('share'), render: ({ share }) => <Money amount={share} />, isFigure: true },
          {
            title: t('claimed'),
            render: ({ key }) => (
              <Form.Item
                name={['claimed', key]}
                style={{ margin: 0 }}
                rules={[{ required: true, pattern: AMOUNT, message: t('notAnAmount') }]}
              >
                <Input inputMode="decimal" aria-label={`${t('claimed')} ${key}`} />
              </Form.Item>
            ),
          },
        ]}
      />
      <Form.Item name="reason" label={t('claimReason')} style={{ marginTop: 16 }}>
        <Choice
          label={t('claimReason')}
          options={REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="detail" label={t('detail')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      {isStaff ? (
        <Form.Item name="note" label={t('disputeNote')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={200} />
        </Form.Item>
      ) : null}
    </>
  );
}
