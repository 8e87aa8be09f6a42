import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { MONEY_READERS, useMay } from '../../session/may';
import { useSession, type Role } from '../../session/session';

const MAKERS: readonly Role[] = ['finance', 'maker', 'admin'];
const CHECKERS: readonly Role[] = ['checker', 'admin'];
const ISSUERS: readonly Role[] = ['finance', 'checker', 'admin'];

/** What the role may do next with a run in its state. */
export function RunActions({ run }: { readonly run: View<'RunView'> }): ReactNode {
  const { t } = useTranslation('settlement');
  const { role, login } = useSession();
  const mayExport = useMay(MONEY_READERS);
  const params = { path: { id: run.id } };
  const isProforma = run.kind === 'proforma';
  const canSign =
    ['calculated', 'in_review'].includes(run.state) && CHECKERS.includes(role) && run.createdBy !== login;
  return (
    <>
      {mayExport ? <Link to={{ search: '?tab=exports' }}>{t('exports')}</Link> : null}
      {run.state === 'calculated' && !isProforma && MAKERS.includes(role) ? (
        <ActionButton
          label={t('submit')}
          run={() => answerOf(client.POST('/v1/settlement-runs/{id}/review', { params }))}
        />
      ) : null}
      {canSign && !isProforma ? (
        <ActionButton
          type="primary"
          label={t('approve')}
          question={t('approveQuestion')}
          run={() => answerOf(client.POST('/v1/settlement-runs/{id}/approve', { params }))}
        />
      ) : null}
      {run.state === 'approved' && ISSUERS.includes(role) ? (
        <ActionButton
          type="primary"
          label={t('issue')}
          question={t('issueQuestion')}
          run={() =>
            answerOf(
              client.POST('/v1/settlement-runs/{id}/issue', {
                params,
                body: { waiveOpenSuspense: false, waiveOpenCosts: false },
              }),
            )
          }
        />
      ) : null}
    </>
  );
}
