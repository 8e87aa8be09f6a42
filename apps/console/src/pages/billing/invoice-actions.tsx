import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { useSession, type Role } from '../../session/session';
import { RequestCredit } from './request-credit';

const MAKERS: readonly Role[] = ['finance', 'maker', 'admin'];
const CHECKERS: readonly Role[] = ['finance', 'checker', 'admin'];

/** What may become of an issued invoice: each by two people. */
export function InvoiceActions({ invoice }: { readonly invoice: View<'InvoiceDetailsView'> }): ReactNode {
  const { t } = useTranslation('billing');
  const { role, login } = useSession();
  const { number, state, kind } = invoice;
  const params = { path: { number } };
  const mayAsk = state === 'final' && kind === 'invoice' && MAKERS.includes(role);
  return (
    <>
      {mayAsk ? (
        <>
          <RequestCredit invoice={invoice} />
          <ActionButton
            isDanger
            label={t('requestVoid')}
            needsReason
            run={(reason) =>
              answerOf(client.POST('/v1/invoices/{number}/void', { params, body: { reason } }))
            }
          />
        </>
      ) : null}
      {state === 'void_requested' && CHECKERS.includes(role) && invoice.void?.requestedBy !== login ? (
        <ActionButton
          type="primary"
          isDanger
          label={t('approveVoid')}
          question={t('approveVoidQuestion')}
          run={() => answerOf(client.POST('/v1/invoices/{number}/void/approve', { params, body: {} }))}
        />
      ) : null}
    </>
  );
}
