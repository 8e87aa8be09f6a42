import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { useSession, type Role } from '../../session/session';
import { RecordDocument } from './record-document';

const CHECKERS: readonly Role[] = ['finance', 'checker', 'admin'];
const PAYERS: readonly Role[] = ['finance', 'admin'];

/** What the operator does about a party's invoice: another person approves it, then it is paid. */
export function PaymentActions({ statement }: { readonly statement: View<'StatementView'> }): ReactNode {
  const { t } = useTranslation('settlement');
  const { role } = useSession();
  const { runId, party, currency, state, partyName, payable } = statement;
  const params = { path: { runId, party }, query: { currency } };
  return (
    <>
      {state === 'invoice_received' && CHECKERS.includes(role) ? (
        <ActionButton
          type="primary"
          label={t('approvePayment')}
          question={t('approvePaymentQuestion', { party: partyName })}
          run={() =>
            answerOf(
              client.POST('/v1/statements/{runId}/{party}/payment-approval', {
                params,
                body: { preview: false },
              }),
            )
          }
        />
      ) : null}
      {state === 'payment_approved' && PAYERS.includes(role) ? (
        <RecordDocument
          label={t('recordPayment')}
          numberLabel={t('paymentReference')}
          payable={payable}
          run={({ number: reference, ...payment }) =>
            answerOf(
              client.POST('/v1/statements/{runId}/{party}/payment', {
                params,
                body: { ...payment, reference, preview: false },
              }),
            )
          }
        />
      ) : null}
    </>
  );
}
