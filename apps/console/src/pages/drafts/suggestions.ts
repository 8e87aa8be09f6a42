import type { DocumentKind } from '@ciyuan/core/charging';
import { useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../../api/client';

const NONE: readonly string[] = [];

/** The codes of the documents of a kind that are in force; none where no kind is asked for, or none is known yet. */
export function useCodes(kind: DocumentKind | undefined): readonly string[] {
  const { data } = useQuery({
    queryKey: ['codes', kind],
    enabled: kind !== undefined,
    queryFn: async () => {
      const path = { kind: kind ?? 'plan' };
      const { documents } = await answerOf(client.GET('/v1/catalogue/{kind}', { params: { path } }));
      return documents.map(({ code }) => code);
    },
  });
  return data ?? NONE;
}

/** Every model that can be reported, and the pattern for all of them. */
export function useModels(isAsked: boolean): readonly string[] {
  const { data } = useQuery({
    queryKey: ['model-codes'],
    enabled: isAsked,
    queryFn: async () => {
      const { models } = await answerOf(client.GET('/v1/models'));
      return ['*', ...models.map(({ code }) => code)];
    },
  });
  return data ?? NONE;
}
