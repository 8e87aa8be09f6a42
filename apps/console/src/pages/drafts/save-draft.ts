import type { View } from '@ciyuan/client';
import type { DocumentKind } from '@ciyuan/core/charging';
import { answerOf, client } from '../../api/client';
import type { DraftContent } from './draft-content';

/** Kept as a draft, or refused with each place that is at fault. */
export function saveDraft(
  kind: DocumentKind,
  { notice, ...content }: DraftContent,
  draftId: number | undefined,
): Promise<View<'DraftView'>> {
  // Which of the bodies it has to be depends on the kind; the API says whether it is.
  const body = { ...content, ...(notice === null ? {} : { notice }) } as never;
  return draftId === undefined
    ? answerOf(client.POST('/v1/drafts', { body: { ...(body as object), kind } as never }))
    : answerOf(client.PUT('/v1/drafts/{id}', { params: { path: { id: draftId } }, body }));
}
