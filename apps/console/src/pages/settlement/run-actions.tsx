import './words';
import type { View } from '@ciyuan/client';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { useSession, type Role } from '../../session/session';

const MAKERS: readonly Role[] = ['finance', 'maker', 'admin'];
const CHECKERS: readonly Role[] = ['checker', 'admin'];
const ISSUERS: readonly Role[] = ['finance', 'checker', 'admin'];

/** What the role may do next with a run in its state. */
export function RunActions({ run }: { readonly run: View<'RunView'> }): ReactNode {
  const { t } = useTranslation('settlement');
  const { message } = App.useApp();
  const { role } = useSession();
  const params = { path: { id: run.id } };
  const isProforma = run.kind === 'proforma';
  const canSign = ['calculated', 'in_review'].includes(run.state) && CHECKERS.includes(role);
  const startExport = async (): Promise<void> => {
    const parameters = { runId: run.id, formats: ['csv', 'xlsx', 'pdf', 'json'] };
    const job = await answerOf(client.POST('/v1/jobs', { body: { kind: 'export', parameters } }));
    void message.info(t('exportQueued', { id: job.id }));
  };
  return (
    <>
      {run.state === 'superseded' ? null : <ActionButton label={t('exportNow')} run={startExport} />}
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
