import type { CustomerKind } from '@ciyuan/core/catalogue';
import { OpenAccount, RegisterCustomer, VerifyCustomer } from '@ciyuan/modules/parties';
import { OpenCampaignPool, OrderPlan } from '@ciyuan/modules/subscriptions';
import type { Engine } from './engine';
import { publish } from './market';
import { must } from './settlement-engine';

const FIRST_PERIOD = { mode: 'full', denominator: 'actual', allowanceRounding: 'down' };
const GIVEN = {
  currency: 'CNY',
  vatRate: '0.06',
  validityDays: 30,
  cycleAnchor: 'order_day',
  firstPeriod: FIRST_PERIOD,
  exhaustion: 'hard_limit',
  coefficients: 'at_issue',
  latenessHours: 72,
};

/** A trial that each verified customer has once; more of it as the case needs. */
export const ONCE = {
  ...GIVEN,
  code: 'once',
  role: 'trial',
  name: 'Once 10k',
  price: '0',
  allowance: { tokens: 10_000, models: ['*'], source: 'trial' },
  eligibility: { verified: true, oncePerCustomer: true },
};

/** A pack of 10,000 tokens for a yuan that comes out of the pool `spring`, as often as one likes. */
export const POOLED = {
  ...GIVEN,
  code: 'pooled',
  role: 'pack',
  name: 'Pooled 10k',
  price: '1.00',
  allowance: { tokens: 10_000, models: ['*'], source: 'pack' },
  campaignPool: 'spring',
};

/** A trial once for each customer, out of the pool. */
export const BOTH = { ...ONCE, code: 'both', name: 'Both 10k', campaignPool: 'spring' };

export const SPRING = {
  code: 'spring',
  name: 'Spring',
  tokens: 45_000,
  startsAt: '2026-01-01T00:00:00+08:00',
  endsAt: '2027-01-01T00:00:00+08:00',
};

/** Plans and pool in a market that is open. */
export async function openOffers(engine: Engine): Promise<void> {
  must(await engine.get(OpenCampaignPool).run(SPRING, 'maker'));
  for (const plan of [ONCE, POOLED, BOTH]) await publish(engine, 'plan', plan);
}

/** A customer of Shanghai with these accounts, none of which has a plan; verified unless said otherwise. */
export async function openCustomer(
  engine: Engine,
  code: string,
  accounts: readonly string[],
  { kind = 'one_person_company', isVerified = true }: { kind?: CustomerKind; isVerified?: boolean } = {},
): Promise<void> {
  const identity = code
    .replace(/[^a-z0-9]/gi, '')
    .toUpperCase()
    .padEnd(18, '0');
  must(await engine.get(RegisterCustomer).run({ code, kind, name: code, region: 'CN-SH', identity }));
  const verifiedAt = engine.clock.now();
  if (isVerified) must(await engine.get(VerifyCustomer).run({ code, verifiedAt, by: 'desk' }));
  for (const account of accounts) {
    const opened = { code: account, name: account, segment: 'consumer', customer: code };
    must(await engine.get(OpenAccount).run(opened));
  }
}

/** Takes up a plan now; `taken`, or the code of the refusal. */
export async function orderNow(
  engine: Engine,
  account: string,
  plan: string,
  channel?: string,
): Promise<string> {
  const order = { account, plan, startsAt: engine.clock.now(), ...(channel !== undefined && { channel }) };
  const answer = await engine.get(OrderPlan).run(order);
  return answer.ok ? 'taken' : answer.refusal.code;
}
