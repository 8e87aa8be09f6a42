import './words';
import type { View } from '@ciyuan/client';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ProblemAlert } from '../../parts/problem-alert';

type Verification = View<'AuditVerificationView'>;

/** Walks the whole log, and says whether each entry is as it was written. */
export function VerifyLog(): ReactNode {
  const { t } = useTranslation('audit');
  const verifying = useMutation({ mutationFn: () => answerOf(client.GET('/v1/audit-log/verification')) });
  return (
    <>
      <Button loading={verifying.isPending} onClick={() => verifying.mutate()}>
        {t('verify')}
      </Button>
      <Modal
        open={verifying.isSuccess || verifying.isError}
        title={t('verify')}
        onOk={() => verifying.reset()}
        onCancel={() => verifying.reset()}
        footer={(_, { OkBtn }) => <OkBtn />}
      >
        {verifying.isError ? <ProblemAlert error={verifying.error} /> : null}
        {verifying.data === undefined ? null : <Verdict verification={verifying.data} />}
      </Modal>
    </>
  );
}

function Verdict({ verification }: { readonly verification: Verification }): ReactNode {
  const { t } = useTranslation('audit');
  const { isWhole, entries, lastNumber, lastDigest, broken } = verification;
  const title = isWhole ? t('whole', { entries, lastNumber }) : t('broken', { ...broken });
  return (
    <Alert
      showIcon
      type={isWhole ? 'success' : 'error'}
      title={title}
      description={
        lastDigest === null ? null : (
          <>
            {t('lastDigest')}
            <br />
            <code style={{ overflowWrap: 'anywhere' }}>{lastDigest}</code>
          </>
        )
      }
    />
  );
}
