import '../catalogue/words';
import './words';
import type { DocumentKind } from '@ciyuan/core/charging';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { dayFromToday } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { kindOf } from '../catalogue/kinds';
import type { DraftContent } from './draft-content';
import { DraftEditor } from './draft-editor';
import { startingBody } from './starting-body';

/** What another page has prepared for a draft: a file that was read, or prices changed by per cent. */
export type PreparedDraft = Partial<DraftContent>;

/** A draft of a kind: from nothing, from a document's latest version, or from what another page has prepared. */
export function NewDraftPage(): ReactNode {
  const { t } = useTranslation(['drafts', 'catalogue']);
  const [search] = useSearchParams();
  const prepared = useLocation().state as PreparedDraft | null;
  const kind = kindOf(search.get('kind')) ?? 'plan';
  const code = search.get('code');
  const query = useQuery({
    queryKey: ['new-draft', kind, code, prepared],
    queryFn: () => startOf(kind, code, prepared),
    // What somebody has begun to write is not read again under their hands.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Page
      title={t('newDraftOf', { kind: t(`catalogue:kinds.${kind}`) })}
      crumbs={[{ title: t('drafts'), to: '/drafts' }]}
    >
      <Loaded query={query}>
        {(content) => <DraftEditor key={`${kind} ${code}`} kind={kind} initial={content} />}
      </Loaded>
    </Page>
  );
}

async function startOf(
  kind: DocumentKind,
  code: string | null,
  prepared: PreparedDraft | null,
): Promise<DraftContent> {
  const usual = {
    effectiveFrom: `${dayFromToday(1)}T00:00:00+08:00`,
    backDated: false,
    baseVersion: null,
    notice: null,
  };
  if (prepared?.body !== undefined) return { ...usual, body: prepared.body, ...prepared };
  if (code === null) return { ...usual, body: startingBody(kind) };
  const { documents } = await answerOf(
    client.GET('/v1/catalogue/{kind}/{code}/versions', {
      params: { path: { kind, code }, query: { limit: 1, sort: '-version' } },
    }),
  );
  const [latest] = documents;
  return {
    ...usual,
    body: (latest?.body ?? startingBody(kind)) as DraftContent['body'],
    baseVersion: latest?.version ?? null,
  };
}
