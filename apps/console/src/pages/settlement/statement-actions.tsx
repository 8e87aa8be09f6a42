import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { useSession, type Role } from '../../session/session';
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
      {state === 'issued' && SPEAKERS.includes(role) ? (
        <ActionButton
          type="primary"
          label={t('confirm')}
          question={t('confirmQuestion')}
          needsReason={role !== 'partner'}
          run={(note) =>
            answerOf(
              client.POST('/v1/statements/{runId}/{party}/confirmation', {
                params,
                body: note === '' ? {} : { note },
              }),
            )
          }
        />
      ) : null}
      {CONFIRMED.includes(state) && SPEAKERS.includes(role) ? (
        <RecordDocument
          label={t('recordInvoice')}
          numberLabel={t('invoiceNumber')}
          payable={payable}
          run={(document) =>
            answerOf(
              client.POST('/v1/statements/{runId}/{party}/invoice', {
                params,
                body: { ...document, preview: false },
              }),
            )
          }
        />
      ) : null}
      <PaymentActions statement={statement} />
    </>
  );
}
