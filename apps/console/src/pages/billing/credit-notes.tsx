import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';
import { useSession, type Role } from '../../session/session';

type Note = View<'CreditNoteView'>;

const CHECKERS: readonly Role[] = ['finance', 'checker', 'admin'];

/** What was credited of an invoice out of goodwill, and what waits for its second person. */
export function CreditNotes({ invoice }: { readonly invoice: View<'InvoiceDetailsView'> }): ReactNode {
  const { t } = useTranslation('billing');
  const { role, login } = useSession();
  const approve = (id: number): Promise<unknown> =>
    answerOf(
      client.POST('/v1/invoices/{number}/credit-notes/{id}/approve', {
        params: { path: { number: invoice.number, id } },
        body: {},
      }),
    );
  return (
    <PlainTable<Note>
      label={t('creditNotes')}
      rows={invoice.creditNotes}
      rowKey={({ id }) => id}
      columns={[
        { title: t('number'), render: ({ number }) => number ?? '–' },
        { title: t('reason'), render: ({ reason }) => reason },
        { title: t('lines'), render: ({ lines }) => lines.map(({ line }) => line).join(', ') },
        { title: t('gross'), render: ({ gross }) => <Money amount={gross} />, isFigure: true },
        { title: t('net'), render: ({ net }) => <Money amount={net} />, isFigure: true },
        { title: t('tax'), render: ({ tax }) => <Money amount={tax} />, isFigure: true },
        { title: t('requestedBy'), render: ({ requestedBy }) => requestedBy },
        { title: t('requestedAt'), render: ({ requestedAt }) => <Instant at={requestedAt} /> },
        {
          title: t('approvedBy'),
          render: ({ id, approvedBy, requestedBy, gross, currency }) =>
            approvedBy ??
            (CHECKERS.includes(role) && requestedBy !== login ? (
              <ActionButton
                size="small"
                label={t('approveCredit')}
                question={t('approveCreditQuestion', { amount: `${gross} ${currency}` })}
                run={() => approve(id)}
              />
            ) : (
              '–'
            )),
        },
        { title: t('issuedAt'), render: ({ issuedAt }) => <Instant at={issuedAt} /> },
      ]}
    />
  );
}
