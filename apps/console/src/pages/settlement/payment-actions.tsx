import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { FormButton } from '../../parts/form-button';
import { useSession, type Role } from '../../session/session';
import { RecordDocument } from './record-document';
import { StepPreview } from './step-preview';

const CHECKERS: readonly Role[] = ['finance', 'checker', 'admin'];
const PAYERS: readonly Role[] = ['finance', 'admin'];

/** What the operator does about a party's invoice: another person approves it, then it is paid. */
export function PaymentActions({ statement }: { readonly statement: View<'StatementView'> }): ReactNode {
  const { t } = useTranslation('settlement');
  const { role } = useSession();
  const { runId, party, currency, state, partyName, payable } = statement;
  const params = { path: { runId, party }, query: { currency } };
  const approve = (preview: boolean) =>
    answerOf(client.POST('/v1/statements/{runId}/{party}/payment-approval', { params, body: { preview } }));
  return (
    <>
      {state === 'invoice_received' && CHECKERS.includes(role) ? (
        <FormButton<object, View<'StepTakenView'>>
          type="primary"
          label={t('approvePayment')}
          fields={<p style={{ marginTop: 0 }}>{t('approvePaymentQuestion', { party: partyName })}</p>}
          preview={async () => <StepPreview step={await approve(true)} currency={currency} />}
          run={() => approve(false)}
        />
      ) : null}
      {state === 'payment_approved' && PAYERS.includes(role) ? (
        <RecordDocument
          label={t('recordPayment')}
          numberLabel={t('paymentReference')}
          payable={payable}
          currency={currency}
          run={({ number: reference, ...payment }, preview) =>
            answerOf(
              client.POST('/v1/statements/{runId}/{party}/payment', {
                params,
                body: { ...payment, reference, preview },
              }),
            )
          }
        />
      ) : null}
    </>
  );
}
