import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { useSession, type Role } from '../../session/session';
import { ConfirmStatement } from './confirm-statement';
import { PaymentActions } from './payment-actions';
import { RecordDocument } from './record-document';

const SPEAKERS: readonly Role[] = ['finance', 'operations', 'admin', 'partner'];
const CONFIRMED = ['confirmed', 'deemed_confirmed'];

/** The next step of a statement's life: confirmed, invoiced, its payment approved, paid. */
export function StatementActions({ statement }: { readonly statement: View<'StatementView'> }): ReactNode {
  const { t } = useTranslation('settlement');
  const { role } = useSession();
  const { runId, party, currency, state, payable } = statement;
  const params = { path: { runId, party }, query: { currency } };
  return (
    <>
      {state === 'issued' && SPEAKERS.includes(role) ? <ConfirmStatement statement={statement} /> : null}
      {CONFIRMED.includes(state) && SPEAKERS.includes(role) ? (
        <RecordDocument
          label={t(role === 'partner' ? 'sendInvoice' : 'recordInvoice')}
          numberLabel={t('invoiceNumber')}
          payable={payable}
          currency={currency}
          run={(document, preview) =>
            answerOf(
              client.POST('/v1/statements/{runId}/{party}/invoice', {
                params,
                body: { ...document, preview },
              }),
            )
          }
        />
      ) : null}
      <PaymentActions statement={statement} />
    </>
  );
}
