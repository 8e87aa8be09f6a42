import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../../api/client';

/** What a customer owes for an account. */
export const receivableQuery = (code: string) =>
  queryOptions({
    queryKey: ['account', code, 'receivable'],
    queryFn: () => answerOf(client.GET('/v1/accounts/{code}/receivable', { params: { path: { code } } })),
  });
