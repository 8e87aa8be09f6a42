import './words';
import type { View } from '@ciyuan/client';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { fileBody, mediaTypeOf } from '../../api/file-body';
import { Download } from '../../parts/download';
import { Count } from '../../parts/figures';
import { FileField } from '../../parts/file-field';
import { FormButton } from '../../parts/form-button';
import { Instant } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';
import { useSession, type Role } from '../../session/session';

type Dispute = View<'DisputeReadView'>;
type StoredFile = Dispute['evidence'][number];

const SPEAKERS: readonly Role[] = ['finance', 'operations', 'admin', 'partner'];
const ACCEPTED = '.csv,.xlsx,.pdf,.png,.jpg,.jpeg';

/** Files that prove a claim, as they were sent. */
export function Evidence({ dispute }: { readonly dispute: Dispute }): ReactNode {
  const { t } = useTranslation('disputes');
  const { role } = useSession();
  const { id, lines, evidence } = dispute;
  const isWaiting = lines.some(({ state }) => state === 'open' || state === 'proposed');
  return (
    <>
      <PlainTable<StoredFile>
        label={t('evidence')}
        rows={evidence}
        rowKey={({ number }) => number}
        columns={[
          { title: t('file'), render: ({ name }) => name },
          { title: t('bytes'), render: ({ bytes }) => <Count of={bytes} />, isFigure: true },
          { title: t('sha256'), render: ({ sha256 }) => <code>{sha256}</code> },
          { title: t('by'), render: ({ addedBy }) => addedBy },
          { title: t('at'), render: ({ addedAt }) => <Instant at={addedAt} /> },
          {
            title: t('action'),
            render: ({ number }) => <Download href={`/v1/disputes/${id}/evidence/${number}`} />,
          },
        ]}
      />
      {isWaiting && SPEAKERS.includes(role) ? <AddEvidence disputeId={id} /> : null}
    </>
  );
}

function AddEvidence({ disputeId }: { readonly disputeId: number }): ReactNode {
  const { t } = useTranslation('disputes');
  const add = ({ file }: { readonly file: File }): Promise<unknown> =>
    answerOf(
      client.POST('/v1/disputes/{id}/evidence', {
        params: {
          path: { id: disputeId },
          query: { name: file.name },
          header: { 'content-type': mediaTypeOf(file) },
        },
        ...fileBody(file),
      }),
    );
  return (
    <div style={{ marginTop: 12 }}>
      <FormButton
        label={t('addEvidence')}
        run={add}
        fields={
          <>
            <Form.Item
              name="file"
              label={t('file')}
              extra={t('evidenceHint')}
              rules={[{ required: true, message: t('chooseFirst') }]}
            >
              <FileField label={t('file')} accept={ACCEPTED} />
            </Form.Item>
          </>
        }
      />
    </div>
  );
}
