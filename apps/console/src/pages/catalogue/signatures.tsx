import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { kindOf } from './kinds';

type Draft = View<'DraftView'>;

/** The signed drafts of a document by when they begin, which no two versions do at once. */
export type Signatures = ReadonlyMap<string, Draft>;

const NONE: Signatures = new Map();

/** Whose signature brought each version in; none for what was loaded without a draft. */
export function useSignatures(kind: string, code: string): Signatures {
  const { data } = useQuery({
    queryKey: ['signatures', kind, code],
    queryFn: async () => {
      const query = {
        kind: kindOf(kind) ?? 'plan',
        code,
        state: 'approved',
        limit: 1000,
      } as const;
      const { drafts } = await answerOf(client.GET('/v1/drafts', { params: { query } }));
      return new Map(drafts.map((draft) => [draft.effectiveFrom, draft]));
    },
  });
  return data ?? NONE;
}

/** Who signed, with the way to what they saw. */
export function Signature({ draft }: { readonly draft: Draft | undefined }): ReactNode {
  if (draft === undefined) return '–';
  return <Link to={`/drafts/${draft.id}`}>{draft.decidedBy}</Link>;
}
