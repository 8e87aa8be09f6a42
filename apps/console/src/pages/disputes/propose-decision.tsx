import './words';
import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { FormButton } from '../../parts/form-button';
import { claimedBeyond, type DisputeLineProps } from './claim';

interface Proposal {
  readonly outcome: 'uphold' | 'reject';
  readonly granted?: string;
  readonly reason: string;
}

const AMOUNT = /^-?\d{1,12}(\.\d{1,2})?$/;

/** Says what should become of a line; another person decides. */
export function ProposeDecision({ disputeId, line }: DisputeLineProps): ReactNode {
  const { t } = useTranslation('disputes');
  const most = claimedBeyond(line);
  const params = { path: { id: disputeId, line: line.line } };
  const propose = ({ outcome, granted, reason }: Proposal): Promise<unknown> =>
    answerOf(
      client.POST('/v1/disputes/{id}/lines/{line}/proposal', {
        params,
        body: { granted: outcome === 'reject' ? null : (granted ?? most), reason: reason.trim() },
      }),
    );
  return (
    <FormButton
      size="small"
      type="primary"
      label={t('propose')}
      initialValues={{ outcome: 'uphold', granted: most }}
      run={propose}
      fields={
        <>
          <Form.Item name="outcome" label={t('outcome')}>
            <Radio.Group
              options={[
                { value: 'uphold', label: t('uphold') },
                { value: 'reject', label: t('reject') },
              ]}
            />
          </Form.Item>
          <Form.Item<Proposal> noStyle dependencies={['outcome']}>
            {({ getFieldValue }) =>
              getFieldValue('outcome') === 'reject' ? null : (
                <Form.Item
                  name="granted"
                  label={t('granted')}
                  extra={t('grantedHint', { most })}
                  rules={[{ required: true, pattern: AMOUNT }]}
                >
                  <Input inputMode="decimal" />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </>
      }
    />
  );
}
