import './words';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormButton } from '../../parts/form-button';
import { dayFromToday } from '../../parts/instant';

export interface PaperOfPayout {
  readonly number: string;
  readonly date: string;
  readonly amount: string;
}

interface RecordDocumentProps {
  readonly label: string;
  readonly numberLabel: string;
  /** What it should come to. */
  readonly payable: string;
  readonly run: (document: PaperOfPayout) => Promise<unknown>;
}

const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;

/** An invoice or a payment, as the paper that came says it. */
export function RecordDocument({ label, numberLabel, payable, run }: RecordDocumentProps): ReactNode {
  const { t } = useTranslation('settlement');
  return (
    <FormButton
      type="primary"
      label={label}
      initialValues={{ date: dayFromToday(0), amount: payable }}
      run={run}
      fields={
        <>
          <Form.Item name="number" label={numberLabel} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="date" label={t('date')} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item
            name="amount"
            label={t('amount')}
            extra={t('amountHint')}
            rules={[{ required: true, pattern: AMOUNT, message: t('notAnAmount') }]}
          >
            <Input inputMode="decimal" />
          </Form.Item>
        </>
      }
    />
  );
}
