import './words';
import type { View } from '@ciyuan/client';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceField, TextField } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { InstantField, instantOfField } from '../../parts/instant-field';

type Agreement = View<'AgreementView'>;

interface AgreementValues extends Pick<Agreement, 'tokens' | 'money'> {
  readonly columns?: string;
  readonly effectiveFrom?: string;
}

const NOTHING = { absolute: '0', relative: '0', rule: 'any' } as const;

interface AgreeReconciliationProps {
  readonly party: string;
  /** What it begins with. */
  readonly latest: Agreement | undefined;
}

/** Agrees anew; what was agreed before stands until then. */
export function AgreeReconciliation({ party, latest }: AgreeReconciliationProps): ReactNode {
  const { t } = useTranslation('parties');
  const { tokens = NOTHING, money = NOTHING, columns = {} } = latest ?? {};
  const lines = Object.entries(columns).map(([ours, theirs]) => `${ours}=${theirs}`);
  return (
    <FormButton<AgreementValues, Agreement>
      label={t('agree')}
      initialValues={{ tokens, money, columns: lines.join('\n') }}
      fields={
        <>
          <ToleranceFields name="tokens" label={t('tokensTolerance')} />
          <ToleranceFields name="money" label={t('moneyTolerance')} />
          <Form.Item name="columns" label={t('columns')} extra={t('columnsHelp')}>
            <Input.TextArea rows={3} />
          </Form.Item>
          <InstantField name="effectiveFrom" label={t('effectiveFrom')} help={t('fromNow')} />
        </>
      }
      run={({ effectiveFrom = '', columns: text = '', ...tolerances }) =>
        answerOf(
          client.PUT('/v1/parties/{party}/reconciliation-agreements', {
            params: { path: { party } },
            body: {
              ...tolerances,
              columns: columnsOf(text),
              ...(effectiveFrom === '' ? {} : { effectiveFrom: instantOfField(effectiveFrom) }),
            },
          }),
        )
      }
    />
  );
}

interface ToleranceFieldsProps {
  readonly name: 'tokens' | 'money';
  readonly label: string;
}

function ToleranceFields({ name, label }: ToleranceFieldsProps): ReactNode {
  const { t } = useTranslation('parties');
  const rules = (['any', 'all'] as const).map((value) => ({ value, label: t(`rules.${value}`) }));
  return (
    <div className="columns" style={{ gridTemplateColumns: 'repeat(3, 1fr)', marginBottom: 0 }}>
      <TextField name={[name, 'absolute']} label={`${label}: ${t('absolute')}`} isRequired />
      <TextField name={[name, 'relative']} label={`${label}: ${t('relative')}`} isRequired />
      <ChoiceField name={[name, 'rule']} label={`${label}: ${t('rule')}`} options={rules} isRequired />
    </div>
  );
}

/** What is no pair is given to the API as it stands, which says what is wrong with it. */
function columnsOf(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const [ours = '', ...theirs] = line.split('=');
      return [ours.trim(), theirs.join('=').trim()];
    }),
  );
}
