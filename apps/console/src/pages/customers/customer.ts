import type { View } from '@ciyuan/client';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../../api/client';

/** With who is above and below it. */
export type ReadCustomer = View<'CustomerReadView'>;

export const customerQuery = (code: string) =>
  queryOptions({
    queryKey: ['customer', code],
    queryFn: () => answerOf(client.GET('/v1/customers/{code}', { params: { path: { code } } })),
  });
