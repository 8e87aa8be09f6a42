import './words';
import { Alert, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { TextField, filledIn } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import type { Clawback } from './clawback';

const WAYS = ['revenue', 'percent'] as const;

interface Wanted {
  readonly month: string;
  readonly currency: Clawback['currency'];
  readonly party?: string;
  readonly plan?: string;
  readonly model?: string;
  readonly way: (typeof WAYS)[number];
  readonly revenue?: string;
  readonly percent?: string;
  readonly reason: string;
}

interface RequestClawbackProps {
  /** The one that is looked at. */
  readonly month: string | undefined;
}

/** Asks for shares of an issued month; another person decides. */
export function RequestClawback({ month }: RequestClawbackProps): ReactNode {
  const { t } = useTranslation('clawbacks');
  return (
    <FormButton<Wanted, Clawback>
      type="primary"
      label={t('request')}
      initialValues={{ currency: 'CNY', way: 'revenue', ...(month === undefined ? {} : { month }) }}
      fields={<WantedFields />}
      run={ask}
    />
  );
}

async function ask({ way: _, currency, ...wanted }: Wanted): Promise<Clawback> {
  // The API says which currencies there are.
  const body = { ...filledIn(wanted), currency: currency as 'CNY' };
  return answerOf(client.POST('/v1/clawbacks', { body }));
}

function WantedFields(): ReactNode {
  const { t } = useTranslation('clawbacks');
  // Of the form around it.
  const way = Form.useWatch<Wanted['way'] | undefined>('way') ?? 'revenue';
  return (
    <>
      <Alert type="info" title={t('requestHint')} style={{ marginBottom: 16 }} />
      <Form.Item name="month" label={t('month')} rules={[{ required: true }]}>
        <Input type="month" />
      </Form.Item>
      <TextField name="party" label={t('party')} help={t('partyHelp')} />
      <TextField name="plan" label={t('plan')} />
      <TextField name="model" label={t('model')} />
      <Form.Item name="way" label={t('by')}>
        <Radio.Group options={WAYS.map((value) => ({ value, label: t(`bys.${value}`) }))} />
      </Form.Item>
      {way === 'revenue' ? (
        <TextField key={way} name="revenue" label={t('revenue')} isRequired help={t('revenueHelp')} />
      ) : (
        <TextField key={way} name="percent" label={t('percent')} isRequired help={t('percentHelp')} />
      )}
      <TextField name="currency" label={t('currency')} isRequired />
      <TextField name="reason" label={t('reason')} isRequired help={t('reasonHelp')} />
    </>
  );
}
