import { formatInstant } from '@ciyuan/core/kernel';
import type { CampaignPool, TopUpRefusal } from '@ciyuan/modules/subscriptions';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import type { CampaignPoolView } from './campaigns.dto';

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
