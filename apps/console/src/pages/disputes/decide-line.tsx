import './words';
import { Form, Input, Radio, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { FormButton } from '../../parts/form-button';
import type { DisputeLineProps } from './claim';

interface Decision {
  readonly agreed: boolean;
  readonly reason: string;
}

/** Agrees to what somebody else proposed, or sends it back. */
export function DecideLine({ disputeId, line }: DisputeLineProps): ReactNode {
  const { t } = useTranslation('disputes');
  const proposal = line.events.findLast(({ step }) => step === 'proposed');
  const granted = proposal?.granted ?? null;
  const what = granted === null ? t('reject') : `${t('granted')} ${granted}`;
  const params = { path: { id: disputeId, line: line.line } };
  return (
    <FormButton
      size="small"
      type="primary"
      label={t('decide')}
      initialValues={{ agreed: true }}
      run={({ agreed, reason }: Decision) =>
        answerOf(
          client.POST('/v1/disputes/{id}/lines/{line}/decision', {
            params,
            body: { agreed, reason: reason.trim() },
          }),
        )
      }
      fields={
        <>
          <Typography.Paragraph>
            {t('decideHint', { by: proposal?.by ?? '–', what })} {proposal?.reason}
          </Typography.Paragraph>
          <Form.Item name="agreed" label={t('decision')}>
            <Radio.Group
              options={[
                { value: true, label: t('agree') },
                { value: false, label: t('sendBack') },
              ]}
            />
          </Form.Item>
          <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </>
      }
    />
  );
}
