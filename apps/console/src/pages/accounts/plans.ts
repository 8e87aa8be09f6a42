import type { Plan } from '@ciyuan/core/catalogue';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../../api/client';
import { grouped } from '../../parts/figures';

/** The plans in force, by their names. */
export const plansQuery = queryOptions({
  queryKey: ['catalogue', 'plan'],
  queryFn: async (): Promise<readonly Plan[]> => {
    const { documents } = await answerOf(
      client.GET('/v1/catalogue/{kind}', { params: { path: { kind: 'plan' } } }),
    );
    return documents.map(({ body }) => body as Plan);
  },
});

/** What may be sold, as one chooses it: name, code and price. */
export const planOptions = (plans: readonly Plan[]) =>
  plans
    .filter(({ retired }) => retired !== true)
    .map(({ code, name, price, currency }) => ({
      value: code,
      label: `${name} · ${code} · ${grouped(price)} ${currency}`,
    }));
