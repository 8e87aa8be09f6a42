import './words';
import type { View } from '@ciyuan/client';
import { formatFen, parseFen } from '@ciyuan/core/kernel';
import { Form, Input, type FormRule } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Money } from '../../parts/figures';
import { FormButton } from '../../parts/form-button';
import { PlainTable } from '../../parts/plain-table';

type Invoice = View<'InvoiceDetailsView'>;
type Line = Invoice['lines'][number];

interface Wanted {
  readonly reason: string;
  /** By the line's number. */
  readonly gross?: Readonly<Record<string, string | undefined>>;
}

const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;

/** What is left of a line to credit. */
const capOf = ({ gross, credited }: Line): string => formatFen(parseFen(gross) - parseFen(credited));

const linesOf = ({ gross = {} }: Wanted): { line: number; gross: string }[] =>
  Object.entries(gross).flatMap(([line, amount]) =>
    amount === undefined || amount.trim() === '' ? [] : [{ line: Number(line), gross: amount.trim() }],
  );

/** Asks for a credit note over some lines, no more of each than is left of it. */
export function RequestCredit({ invoice }: { readonly invoice: Invoice }): ReactNode {
  const { t } = useTranslation('billing');
  const { number } = invoice;
  const request = (wanted: Wanted): Promise<unknown> =>
    answerOf(
      client.POST('/v1/invoices/{number}/credit-notes', {
        params: { path: { number } },
        body: { reason: wanted.reason.trim(), lines: linesOf(wanted) },
      }),
    );
  return (
    <FormButton
      label={t('requestCredit')}
      width={820}
      run={request}
      fields={
        <>
          <CreditLines lines={invoice.lines.filter((line) => parseFen(capOf(line)) > 0n)} />
          <Form.Item
            name="reason"
            label={t('reason')}
            style={{ marginTop: 16 }}
            rules={[
              { required: true, whitespace: true },
              ({ getFieldsValue }) => ({
                validator: () =>
                  linesOf(getFieldsValue() as Wanted).length === 0
                    ? Promise.reject(new Error(t('noCredit')))
                    : Promise.resolve(),
              }),
            ]}
          >
            <Input maxLength={200} />
          </Form.Item>
        </>
      }
    />
  );
}

function CreditLines({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const { t } = useTranslation('billing');
  return (
    <PlainTable<Line>
      label={t('lines')}
      rows={lines}
      rowKey={({ line }) => line}
      columns={[
        { title: t('line'), render: ({ line }) => line, isFigure: true },
        { title: t('plan'), render: ({ planName }) => planName },
        { title: t('model'), render: ({ model }) => model ?? '–' },
        { title: t('gross'), render: ({ gross }) => <Money amount={gross} />, isFigure: true },
        { title: t('atMost'), render: (line) => <Money amount={capOf(line)} />, isFigure: true },
        { title: t('creditGross'), render: (line) => <CreditField line={line} />, width: 180 },
      ]}
    />
  );
}

function CreditField({ line }: { readonly line: Line }): ReactNode {
  const { t } = useTranslation('billing');
  const cap = capOf(line);
  const withinCap: FormRule = {
    validator: (_, amount: string | undefined) =>
      amount !== undefined && AMOUNT.test(amount) && parseFen(amount) > parseFen(cap)
        ? Promise.reject(new Error(t('tooMuch', { cap })))
        : Promise.resolve(),
  };
  return (
    <Form.Item
      name={['gross', String(line.line)]}
      style={{ margin: 0 }}
      rules={[{ pattern: AMOUNT, message: t('notAnAmount') }, withinCap]}
    >
      <Input inputMode="decimal" aria-label={`${t('creditGross')} ${line.line}`} />
    </Form.Item>
  );
}
