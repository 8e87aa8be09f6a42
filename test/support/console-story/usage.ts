import { DESK, type Story } from './story';
import { PARTNER } from './parties';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CALLS_A_DAY = 3;

type Served = readonly [model: string, vendor: string, computeOwner: string, chipKind: string];

const SERVED: readonly Served[] = [
  ['glm-5', 'zhipu', 'tianyi-ascend', 'ascend-910c'],
  ['deepseek-v3.2', 'deepseek', 'hygon-cloud', 'hygon-dcu'],
  ['kimi-k2', 'moonshot', 'cambricon-cloud', 'mlu-590'],
  ['minimax-m2', 'minimax', 'tianyi-ascend', 'ascend-910b'],
  ['telechat-2-115b', 'chinatelecom-xingchen', 'tianyi-ascend', 'ascend-910c'],
  ['glm-5-air', 'zhipu', 'hygon-cloud', 'hygon-dcu'],
];
const OWN: Served = ['yunfan-pro', PARTNER, PARTNER, 'yunfan-x1'];

/** Who calls, and how much of a day's calls at most: millions of tokens. */
const CALLERS = [
  ['haijing-tech-1', 9],
  ['haijing-tech-2', 4],
  ['haijing-retail-1', 7],
  ['haijing-lab-1', 2],
  ['mingde-1', 1],
  ['qingfeng-1', 0.4],
  ['chen-xi-1', 0.2],
  ['zhao-lei', 0.6],
  ['sun-ning', 0.01],
] as const;

const record = (id: string, account: string, at: number, served: Served, tokens: object): object => ({
  ...{ id, account, at: new Date(at).toISOString(), tokens },
  ...{ model: served[0], vendor: served[1], computeOwner: served[2], chipKind: served[3] },
});

/** Between a half and one, the same at each run. */
const weight = (seed: number): number => 0.5 + ((seed * 7919) % 997) / 1994;

function tokensOf(millions: number, seed: number): object {
  const input = Math.round(millions * 1_000_000 * weight(seed));
  return {
    input,
    cached_input: Math.round(input * weight(seed + 3) * 0.4),
    output: Math.round(input * weight(seed + 5) * 0.25),
  };
}

/** What a gateway and the partner report of a day, when it is over. */
export async function useDay(story: Story, day: string): Promise<void> {
  const begins = Date.parse(`${day}T00:00:00+08:00`);
  const ordinal = Math.round(begins / DAY_MS);
  story.market.engine.clock.moveTo(begins + 23 * HOUR_MS);
  const east: object[] = [];
  const own: object[] = [];
  for (const [index, [account, millions]] of CALLERS.entries())
    for (let call = 0; call < CALLS_A_DAY; call += 1) {
      const seed = ordinal * 31 + index * 7 + call;
      const at = begins + (8 + ((seed * 5) % 14)) * HOUR_MS + ((seed * 37) % 60) * 60_000;
      const tokens = tokensOf(millions / CALLS_A_DAY, seed);
      if (account === 'mingde-1' && call === 0)
        own.push(record(`yf-${day}-${index}`, account, at, OWN, tokens));
      else {
        const served = SERVED[(seed + call) % SERVED.length] as Served;
        east.push(record(`e-${day}-${index}${call}`, account, at, served, tokens));
      }
    }
  await report(story, 'gw-east', east);
  await report(story, PARTNER, own);
}

export const report = (story: Story, partner: string, records: readonly object[]): Promise<unknown> =>
  story.post('/v1/usage', { records }, ['partner', partner]);

export async function useDays(story: Story, first: string, last: string): Promise<void> {
  for (let at = Date.parse(`${first}T00:00:00Z`); at <= Date.parse(`${last}T00:00:00Z`); at += DAY_MS)
    await useDay(story, new Date(at).toISOString().slice(0, 10));
}

/** What comes in of the day until now, in posts of their own. */
export async function useMorning(story: Story, now: string): Promise<void> {
  const ends = Date.parse(now);
  for (let post = 0; post < 12; post += 1) {
    const at = ends - (12 - post) * 4 * 60_000;
    story.market.engine.clock.moveTo(at + 60_000);
    const records = CALLERS.slice(0, 3 + ((post * 5) % 6)).map(([account, millions], index) =>
      record(
        `m-${post}-${index}`,
        account,
        at,
        SERVED[(post + index) % SERVED.length] as Served,
        tokensOf(millions / 20, post + index),
      ),
    );
    await report(story, 'gw-east', records);
  }
  story.moveTo(now);
}

/** Of people whom nobody knows, and of a model that has no price. */
export async function useWhatWaits(story: Story, day: string): Promise<void> {
  const at = Date.parse(`${day}T08:00:00+08:00`);
  const [glm] = SERVED as readonly [Served];
  const strangers = [0, 1, 2].map((index) =>
    record(`lost-${day}-${index}`, 'wu-ming', at + index * HOUR_MS, glm, { input: 120_000 + index }),
  );
  const lab: Served = ['yunfan-lab', PARTNER, PARTNER, 'yunfan-x1'];
  const unpriced = [0, 1].map((index) =>
    record(`lab-${day}-${index}`, 'mingde-1', at + index * HOUR_MS, lab, { input: 80_000 + index }),
  );
  await report(story, 'gw-east', strangers);
  await report(story, PARTNER, unpriced);
}

/** One was sent twice, and is void; another was counted wrong, and comes anew. */
export async function correctUsage(story: Story, day: string): Promise<void> {
  const items = [{ source: 'api', id: `e-${day}-00`, reason: '网关重复上报' }];
  await story.post('/v1/usage/voids', { partner: 'gw-east', items }, DESK);
  const at = Date.parse(`${day}T11:00:00+08:00`);
  const [glm] = SERVED as readonly [Served];
  const right = record(`e-${day}-30-r`, 'haijing-lab-1', at, glm, { input: 300_000, output: 90_000 });
  const replaced = { source: 'api', id: `e-${day}-30`, reason: '计量修正', record: right };
  await story.post('/v1/usage/replacements', { partner: 'gw-east', items: [replaced] }, DESK);
}
