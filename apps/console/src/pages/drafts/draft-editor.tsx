import './drafts.css';
import './words';
import type { DocumentKind } from '@ciyuan/core/charging';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, theme } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { queryClient } from '../../api/query-client';
import { ProblemAlert } from '../../parts/problem-alert';
import type { Body } from '../catalogue/places-in';
import { BodyEditor } from './body-editor';
import type { DraftContent } from './draft-content';
import { DraftTerms } from './draft-terms';
import { FaultList } from './fault-list';
import { useFaults } from './faults';
import { saveDraft } from './save-draft';

interface DraftEditorProps {
  readonly kind: DocumentKind;
  readonly initial: DraftContent;
  /** Of a draft that is changed; absent for a new one. */
  readonly draftId?: number;
}

/** Writes a document: a form where the kind has one, and JSON beside it, which say the same at every moment. */
export function DraftEditor({ kind, initial, draftId }: DraftEditorProps): ReactNode {
  const { t } = useTranslation('drafts');
  const navigate = useNavigate();
  const { colorBgLayout } = theme.useToken().token;
  const [content, setContent] = useState(initial);
  const saving = useMutation({
    mutationFn: () => saveDraft(kind, content, draftId),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries();
      await navigate(`/drafts/${id}`);
    },
  });
  const faults = useFaults(kind, content.body, saving.error, saving.submittedAt);
  const change = (body: Body): void => setContent(withBody(content, body, initial));
  return (
    <>
      {saving.isError ? <ProblemAlert error={saving.error} /> : null}
      <DraftTerms kind={kind} content={content} onChange={setContent} />
      <FaultList faults={faults.all} />
      <BodyEditor kind={kind} body={content.body} faultsAt={faults.at} onChange={change} />
      <Flex justify="flex-end" gap={8} className="save-bar" style={{ background: colorBgLayout }}>
        <Button type="primary" size="large" loading={saving.isPending} onClick={() => saving.mutate()}>
          {t('save')}
        </Button>
      </Flex>
    </>
  );
}

/** Another code is another document: it is made from no version of this one. */
const withBody = (content: DraftContent, body: Body, initial: DraftContent): DraftContent => ({
  ...content,
  body,
  baseVersion: body['code'] === initial.body['code'] ? initial.baseVersion : null,
});
