import '../catalogue/words';
import './words';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { kindOf } from '../catalogue/kinds';
import type { Body } from '../catalogue/places-in';
import { DraftEditor } from './draft-editor';

/** Goes on with a draft of one's own. */
export function EditDraftPage(): ReactNode {
  const { t } = useTranslation(['drafts', 'catalogue']);
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['edited-draft', id],
    queryFn: () => answerOf(client.GET('/v1/drafts/{id}', { params: { path: { id: Number(id) } } })),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Page
      title={`${t('edit')} #${id}`}
      crumbs={[
        { title: t('drafts'), to: '/drafts' },
        { title: `#${id}`, to: `/drafts/${id}` },
      ]}
    >
      <Loaded query={query}>
        {(draft) => (
          <DraftEditor
            draftId={draft.id}
            kind={kindOf(draft.kind) ?? 'plan'}
            initial={{
              body: draft.body as Body,
              effectiveFrom: draft.effectiveFrom,
              backDated: draft.backDated,
              baseVersion: draft.baseVersion,
              notice: draft.notice,
            }}
          />
        )}
      </Loaded>
    </Page>
  );
}
