import './words';
import { Form, InputNumber, Select, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { FormButton } from '../../parts/form-button';
import { dayFromToday, monthOf } from '../../parts/instant';
import { InstantField, instantOfField } from '../../parts/instant-field';

interface Wanted {
  readonly cutOff: string;
  readonly graceHours?: number | null;
  readonly accounts?: string[];
  readonly customers?: string[];
}

const MOST_GRACE_HOURS = 8_760;

/** Has bills calculated up to an instant, and leads to the run that does it. */
export function StartBillRun(): ReactNode {
  const { t } = useTranslation('billing');
  const navigate = useNavigate();
  return (
    <FormButton
      type="primary"
      label={t('start')}
      initialValues={{ cutOff: `${monthOf(dayFromToday(0))}-01T00:00` }}
      run={(wanted: Wanted) => answerOf(client.POST('/v1/bill-runs', { body: bodyOf(wanted) }))}
      onDone={({ id }) => void navigate(`/bill-runs/${id}`)}
      fields={
        <>
          <Typography.Paragraph type="secondary">{t('draftReplaced')}</Typography.Paragraph>
          <InstantField name="cutOff" label={t('cutOff')} help={t('cutOffHint')} isRequired />
          <Form.Item name="graceHours" label={t('grace')} extra={t('graceHint')}>
            <InputNumber min={0} max={MOST_GRACE_HOURS} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="accounts" label={t('accountsOnly')}>
            <Select mode="tags" open={false} suffixIcon={null} placeholder={t('everybody')} />
          </Form.Item>
          <Form.Item name="customers" label={t('customersOnly')}>
            <Select mode="tags" open={false} suffixIcon={null} placeholder={t('everybody')} />
          </Form.Item>
        </>
      }
    />
  );
}

function bodyOf({ cutOff, graceHours, accounts = [], customers = [] }: Wanted) {
  return {
    cutOff: instantOfField(cutOff),
    ...(typeof graceHours === 'number' ? { graceHours } : {}),
    ...(accounts.length === 0 ? {} : { accounts }),
    ...(customers.length === 0 ? {} : { customers }),
  };
}
