import type { View } from '@ciyuan/client';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answerOf, client, onRefusal } from '../api/client';
import { queryClient } from '../api/query-client';
import { keepCsrfToken } from './csrf-token';

export type Session = View<'SessionView'>;
export type Role = Session['role'];

/** Whose page this is; the API's refusal where nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session> => kept(await answerOf(client.GET('/v1/session'))),
  staleTime: Infinity,
  retry: false,
});

/** Who is signed in; to be used below the layout, which asks first. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data;

/** Throws the API's refusal. */
export async function signIn(login: string, password: string): Promise<Session> {
  const session = kept(await answerOf(client.POST('/v1/session', { body: { login, password } })));
  queryClient.setQueryData(sessionQuery.queryKey, session);
  return session;
}

/** Nothing of what was seen stays in memory for the next person. */
export async function signOut(): Promise<void> {
  await answerOf(client.DELETE('/v1/session'));
  keepCsrfToken(undefined);
  queryClient.clear();
}

/** A session that has ended is noticed by whatever asks next. */
export function watchSession(): void {
  onRefusal(({ status }) => {
    const isKnown = queryClient.getQueryData(sessionQuery.queryKey) !== undefined;
    if (status === 401 && isKnown) void queryClient.resetQueries({ queryKey: sessionQuery.queryKey });
  });
}

function kept(session: Session): Session {
  keepCsrfToken(session.csrfToken);
  return session;
}
