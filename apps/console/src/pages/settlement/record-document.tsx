import './words';
import type { View } from '@ciyuan/client';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormButton } from '../../parts/form-button';
import { dayFromToday } from '../../parts/instant';
import { StepPreview } from './step-preview';

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
  readonly currency: string;
  readonly run: (document: PaperOfPayout, preview: boolean) => Promise<View<'StepTakenView'>>;
}

const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;

/** An invoice or a payment, as the paper that came says it. */
export function RecordDocument(props: RecordDocumentProps): ReactNode {
  const { label, numberLabel, payable, currency, run } = props;
  const { t } = useTranslation('settlement');
  return (
    <FormButton<PaperOfPayout, View<'StepTakenView'>>
      type="primary"
      label={label}
      initialValues={{ date: dayFromToday(0), amount: payable }}
      preview={async (document) => <StepPreview step={await run(document, true)} currency={currency} />}
      run={(document) => run(document, false)}
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
