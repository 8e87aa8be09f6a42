import type { View } from '@ciyuan/client';
import { queryOptions } from '@tanstack/react-query';
import { formatScaled, parseScaled } from '@ciyuan/core/kernel';
import { answerOf, client } from '../../api/client';

export type Balance = View<'BalanceView'>;
export type Grant = Balance['grants'][number];

/** Package tokens have at most three decimals. */
const MILLI_PLACES = 3;

export const balanceQuery = (code: string) =>
  queryOptions({
    queryKey: ['account', code, 'balance'],
    queryFn: () => answerOf(client.GET('/v1/accounts/{code}/balance', { params: { path: { code } } })),
  });

/** What became of all that was granted: decimals of package tokens. */
export interface BalanceSum {
  readonly granted: string;
  readonly left: string;
  readonly used: string;
  readonly expired: string;
  readonly released: string;
  /** Of the four above. */
  readonly total: string;
  /** Whether nothing is missing and nothing too much. */
  readonly closes: boolean;
}

/** Adds the grants up, to the last digit. */
export function balanceSum({ grants, leftTokens }: Balance): BalanceSum {
  const sum = (figure: (grant: Grant) => string): bigint =>
    grants.reduce((total, grant) => total + parseScaled(figure(grant), MILLI_PLACES), 0n);
  const granted = sum((grant) => grant.grantedTokens);
  const left = sum((grant) => grant.leftTokens);
  const used = sum((grant) => grant.drawnTokens);
  const expired = sum((grant) => grant.expiredTokens);
  const released = sum((grant) => grant.releasedTokens);
  const total = left + used + expired + released;
  const text = (milli: bigint): string => formatScaled(milli, MILLI_PLACES);
  return {
    granted: text(granted),
    left: text(left),
    used: text(used),
    expired: text(expired),
    released: text(released),
    total: text(total),
    closes: total === granted && left === parseScaled(leftTokens, MILLI_PLACES),
  };
}
