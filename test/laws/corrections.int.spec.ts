import fc from 'fast-check';
import { ReRateAccount, VoidUsage } from '@ciyuan/modules/charging';
import { RenewDue } from '@ciyuan/modules/subscriptions';
import { MS_PER_DAY } from '@ciyuan/core/kernel';
import { Database, runChecks } from '@ciyuan/platform/database';
import { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';

const OPENED = '2026-03-01T00:00:00+08:00';
const BEGINS = Date.parse(OPENED);
const HOLDERS = { wang: 'consumer', works: 'enterprise', mill: 'enterprise' } as const;
const PLANS = {
  wang: ['payg-standard', 'entry-400k', 'personal-10m'],
  works: ['payg-standard', 'spend-year-50k'],
  mill: ['payg-standard', 'take-or-pay-ramp-12m'],
} as const;

type Step =
  | {
      readonly do: 'post';
      readonly account: keyof typeof PLANS;
      readonly model: readonly [string, string];
      readonly hoursAgo: number;
      readonly input: number;
      readonly output: number;
    }
  | { readonly do: 'void'; readonly pick: number }
  | { readonly do: 're_rate'; readonly pick: number }
  | { readonly do: 'wait'; readonly days: number };

const account = fc.constantFrom<keyof typeof PLANS>('wang', 'works', 'mill');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      account,
      model: fc.constantFrom<readonly [string, string]>(
        ['deepseek-v3.2', 'deepseek'],
        ['kimi-k2', 'moonshot'],
        ['glm-5-air', 'zhipu'],
      ),
      hoursAgo: fc.integer({ min: 0, max: 240 }),
      input: fc.constantFrom(0, 7, 300_000, 6_000_000, 900_000_000),
      output: fc.constantFrom(0, 3, 250_001),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('void' as const), pick: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('re_rate' as const), pick: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) }),
  },
);

/** Always the same lives, each other than the last. */
const [SEED, LIVES, STEPS] = [20_261_101, 4, 40];
const lives = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS }), {
  seed: SEED,
  numRuns: LIVES,
});

describe('a life with corrections', () => {
  let market: SeededMarket;
  let posted: { id: string; account: keyof typeof PLANS }[];

  beforeEach(async () => {
    market = await SeededMarket.open(OPENED);
    posted = [];
    for (const [code, segment] of Object.entries(HOLDERS)) await market.openAccount(code, segment);
    for (const [code, plans] of Object.entries(PLANS))
      for (const plan of plans) expect(await market.order(code, plan)).toBe('taken');
  });

  afterEach(() => market.stop());

  const now = (): number => market.engine.clock.now();

  async function post(one: Extract<Step, { do: 'post' }>): Promise<void> {
    const id = `r${posted.length}`;
    const [model, vendor] = one.model;
    const instant = Math.max(BEGINS, now() - one.hoursAgo * 3_600_000);
    const outcomes = await market.post({
      id,
      account: one.account,
      at: new Date(instant).toISOString(),
      model,
      vendor,
      computeOwner: 'hygon-cloud',
      chipKind: 'hygon-dcu',
      tokens: { input: one.input, output: one.output },
    });
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted']);
    posted.push({ id, account: one.account });
  }

  async function takeBack(pick: number): Promise<void> {
    const chosen = posted[pick % posted.length];
    if (chosen === undefined) return;
    const items = [{ source: 'api', id: chosen.id, reason: 'a law' }];
    const asked = { partner: 'gw-east', by: 'ops', asStaff: true, items };
    const [outcome] = await market.engine.get(VoidUsage).run(asked);
    expect(outcome?.status).toMatch(/^(already_)?voided$/);
  }

  /** Shown, applied as shown, and nothing left to show. */
  async function reRate(pick: number): Promise<void> {
    const codes = Object.keys(PLANS);
    const period = {
      account: codes[pick % codes.length] as string,
      from: BEGINS,
      until: now() + MS_PER_DAY,
      reason: 'a law',
      by: 'finance',
    };
    const run = (apply: Parameters<ReRateAccount['run']>[0]['apply']) =>
      market.engine.get(ReRateAccount).run({ ...period, apply });
    const shown = must(await run('no'));
    expect(must(await run({ asShown: shown.digest }))).toEqual({ ...shown, applied: true });
    expect(must(await run('no')).differences).toEqual([]);
  }

  async function take(one: Step): Promise<void> {
    if (one.do === 'post') return post(one);
    if (one.do === 'void') return takeBack(one.pick);
    if (one.do === 're_rate') return reRate(one.pick);
    market.engine.clock.moveBy(one.days * MS_PER_DAY);
    await market.engine.get(RenewDue).run(now());
    await market.expire();
  }

  it.each(lives.map((life, index) => [index, life] as const))(
    'number %i keeps every identity after each of its steps, and is computed again to the same',
    async (_, life) => {
      for (const one of life) {
        await take(one);
        if (one.do === 'post') continue;
        const results = await market.engine.get(Database).transaction(runChecks);
        expect(results.filter(({ violations }) => violations.length > 0)).toEqual([]);
      }
      for (const pick of [0, 1, 2]) await reRate(pick);
      expect(await market.violations()).toEqual([]);
    },
  );
});
