import './words';
import type { View } from '@ciyuan/client';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { useSession } from '../../session/session';

/** What whoever looks may do next: the author with their own, another person with what is submitted. */
export function DraftActions({ draft }: { readonly draft: View<'DraftDetailsView'> }): ReactNode {
  const { t } = useTranslation('drafts');
  const { role, login } = useSession();
  const params = { path: { id: draft.id } };
  const isOwn = draft.author === login && ['maker', 'admin'].includes(role);
  const canDecide = draft.author !== login && ['checker', 'admin'].includes(role);
  const isOpen = draft.state === 'draft';
  const isSubmitted = draft.state === 'submitted';
  return (
    <>
      {isOwn && isOpen ? (
        <Link to={`/drafts/${draft.id}/edit`}>
          <Button>{t('edit')}</Button>
        </Link>
      ) : null}
      {isOwn && (isOpen || isSubmitted) ? (
        <ActionButton
          label={t('withdraw')}
          question={t('withdrawQuestion')}
          run={() => answerOf(client.POST('/v1/drafts/{id}/withdraw', { params }))}
        />
      ) : null}
      {isOwn && isOpen ? (
        <ActionButton
          type="primary"
          label={t('submit')}
          run={() => answerOf(client.POST('/v1/drafts/{id}/submit', { params }))}
        />
      ) : null}
      {canDecide && isSubmitted ? (
        <>
          <ActionButton
            isDanger
            needsReason
            label={t('reject')}
            run={(reason) => answerOf(client.POST('/v1/drafts/{id}/reject', { params, body: { reason } }))}
          />
          <ActionButton
            type="primary"
            label={t('approve')}
            question={t('approveQuestion')}
            run={() => answerOf(client.POST('/v1/drafts/{id}/approve', { params }))}
          />
        </>
      ) : null}
    </>
  );
}
