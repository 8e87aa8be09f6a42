import './words';
import type { View } from '@ciyuan/client';
import { Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { CodeField } from '../../parts/code-field';
import { ChoiceField, filledIn } from '../../parts/field';
import { Count, grouped } from '../../parts/figures';
import { FormButton } from '../../parts/form-button';
import { Instant } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';
import type { Grant } from './balance';

interface Gift {
  readonly to: string;
  readonly tokens: number;
  readonly grant?: string;
}

interface GiveTokensProps {
  readonly code: string;
  readonly grants: readonly Grant[];
}

/** Gives package tokens to another account, after it was seen out of which grants. */
export function GiveTokens({ code, grants }: GiveTokensProps): ReactNode {
  const { t } = useTranslation('accounts');
  const givable = grants.filter(({ leftTokens }) => leftTokens !== '0');
  const give = (gift: Gift, preview: boolean) =>
    answerOf(
      client.POST('/v1/accounts/{code}/transfers', {
        params: { path: { code } },
        body: { kind: 'gift', ...filledIn(gift), preview },
      }),
    );
  return (
    <FormButton<Gift, View<'TransferView'>>
      label={t('give')}
      fields={
        <>
          <CodeField name="to" kind="account" label={t('toAccount')} isRequired />
          <Form.Item name="tokens" label={t('tokens')} rules={[{ required: true }]}>
            <InputNumber min={1} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <ChoiceField
            name="grant"
            label={t('fromGrant')}
            help={t('fromGrantHelp')}
            options={givable.map(({ grant, plan, leftTokens }) => ({
              value: grant,
              label: `${Number(grant)} · ${plan} · ${grouped(leftTokens)}`,
            }))}
          />
        </>
      }
      preview={async (gift) => <GiftParts parts={(await give(gift, true)).parts} />}
      run={(gift) => give(gift, false)}
    />
  );
}

function GiftParts({ parts }: Pick<View<'TransferView'>, 'parts'>): ReactNode {
  const { t } = useTranslation('accounts');
  return (
    <PlainTable
      label={t('give')}
      rows={parts}
      rowKey={({ grant }) => grant}
      columns={[
        { title: t('fromGrant'), render: ({ grant }) => Number(grant) },
        { title: t('tokens'), render: ({ tokens }) => <Count of={tokens} />, isFigure: true },
        { title: t('expiresAt'), render: ({ expiresAt }) => <Instant at={expiresAt} dateOnly /> },
      ]}
    />
  );
}
