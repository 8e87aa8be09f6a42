import './words';
import type { View } from '@ciyuan/client';
import { Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceField } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { Granted } from './granted';
import type { SubscriptionActionProps } from './taken';

interface Renewal {
  readonly cycle: number;
  readonly begins: 'append' | 'stack';
}

/** The first cycle is the order itself. */
const ORDERED = 1;

/** Grants a pack once more. */
export function RenewPack({ account, subscription }: SubscriptionActionProps): ReactNode {
  const { t } = useTranslation('accounts');
  const params = { path: { code: account.code, id: subscription.subscriptionId } };
  const renew = (wanted: Renewal, preview: boolean) =>
    answerOf(
      client.POST('/v1/accounts/{code}/subscriptions/{id}/renew', { params, body: { ...wanted, preview } }),
    );
  const begins = (['append', 'stack'] as const).map((value) => ({ value, label: t(`begins.${value}`) }));
  return (
    <FormButton<Renewal, View<'RenewedView'>>
      size="small"
      label={t('renew')}
      initialValues={{ cycle: (subscription.packCycle ?? ORDERED) + 1, begins: 'append' }}
      fields={
        <>
          <Form.Item name="cycle" label={t('cycle')} extra={t('cycleHelp')} rules={[{ required: true }]}>
            <InputNumber min={ORDERED + 1} precision={0} />
          </Form.Item>
          <ChoiceField name="begins" label={t('beginsTitle')} isRequired options={begins} />
        </>
      }
      preview={async (wanted) => {
        const { grants, created } = await renew(wanted, true);
        return created ? <Granted grants={grants} currency={account.currency} /> : t('renewedBefore');
      }}
      run={(wanted) => renew(wanted, false)}
    />
  );
}
