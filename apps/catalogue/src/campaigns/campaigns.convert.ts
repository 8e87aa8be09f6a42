import { formatInstant } from '@ciyuan/core/kernel';
import {
  POOL_ORDER,
  type CampaignPool,
  type PoolPage,
  type TopUpRefusal,
} from '@ciyuan/modules/subscriptions';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type { CampaignPoolView, CampaignPoolsView, PoolsQuery } from './campaigns.dto';

export const pageOf = (query: PoolsQuery): PoolPage => ({
  ...placeIn(POOL_ORDER, query),
  runningAt: askedInstant(query.runningAt),
  dry: query.dry === undefined ? undefined : query.dry === 'true',
});

export const poolsOf = ({ items, next }: Listed<CampaignPool>): CampaignPoolsView => ({
  pools: items.map(poolView),
  next,
});

export const poolView = ({ startsAt, endsAt, ...pool }: CampaignPool): CampaignPoolView => ({
  ...pool,
  startsAt: formatInstant(startsAt),
  endsAt: endsAt === null ? null : formatInstant(endsAt),
});

const KINDS: Readonly<Record<TopUpRefusal['code'], readonly [ProblemKind, string]>> = {
  unknown_pool: ['not_found', 'code'],
  reference_taken: ['conflict', 'reference'],
  too_many_tokens: ['unprocessable', 'tokens'],
};

export function refusedTopUp({ code, detail }: TopUpRefusal): Refused {
  const [kind, path] = KINDS[code];
  return new Refused(kind, code, detail, [{ path, code, detail }]);
}
