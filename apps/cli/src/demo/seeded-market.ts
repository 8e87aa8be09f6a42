import type { DemoMarket } from './spread/demo-market';
import type { DemoPlans } from './spread/population';

/** What of the seeds the demo deals its calls out to, the most used first. */
export const SEEDED_MARKET: DemoMarket = {
  models: [
    { code: 'deepseek-v3.2', vendor: 'deepseek' },
    { code: 'glm-5', vendor: 'zhipu' },
    { code: 'kimi-k2', vendor: 'moonshot' },
    { code: 'telechat-2-115b', vendor: 'chinatelecom-xingchen' },
    { code: 'minimax-m2', vendor: 'minimax' },
    { code: 'glm-5-air', vendor: 'zhipu' },
  ],
  computeOwners: [
    { code: 'tianyi-ascend', chipKind: 'ascend-910c' },
    { code: 'hygon-cloud', chipKind: 'hygon-dcu' },
    { code: 'cambricon-cloud', chipKind: 'mlu-590' },
  ],
  partners: ['gw-east', 'gw-north'],
};

export const SEEDED_PLANS: DemoPlans = {
  base: 'payg-standard',
  personal10M: 'personal-10m',
  personal40M: 'personal-40m',
  developer15M: 'developer-15m',
  entryPack: 'entry-400k',
  trial: 'trial-200k',
  consumerSegment: 'consumer',
  developerSegment: 'developer',
};
