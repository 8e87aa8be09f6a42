import { DefineModel, PublishDocument } from '@ciyuan/modules/catalogue';
import { OpenAccount, RegisterParty } from '@ciyuan/modules/parties';
import { OrderPlan } from '@ciyuan/modules/subscriptions';
import type { Result } from '@ciyuan/core/kernel';
import type { DocumentKind } from '@ciyuan/core/charging';
import type { Json, UsageSemantics } from '@ciyuan/core/usage';
import type { Engine } from './engine';

const FROM = Date.parse('2026-01-01T00:00:00+08:00');
const ALWAYS = '2026-01-01T00:00:00+08:00';

const FIRST_PERIOD = { mode: 'full', denominator: 'actual', allowanceRounding: 'down' };
const PLAN = {
  currency: 'CNY',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: FIRST_PERIOD,
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
};

/** Plans of a market small enough to work out by hand. */
const PLANS = [
  { ...PLAN, code: 'base', role: 'base', name: 'Base', price: '0', priceBook: 'retail' },
  {
    ...PLAN,
    code: 'monthly',
    role: 'package',
    name: 'Monthly 1M',
    price: '9.90',
    coefficientTable: 'standard',
    allowance: { tokens: 1_000_000, models: ['*'], source: 'allowance' },
  },
  {
    ...PLAN,
    code: 'trial',
    role: 'trial',
    name: 'Trial 10k',
    price: '0',
    exhaustion: 'hard_limit',
    validityDays: 15,
    allowance: { tokens: 10_000, models: ['*'], source: 'trial' },
  },
  {
    ...PLAN,
    code: 'pack',
    role: 'pack',
    name: 'Pack 400k',
    price: '1.00',
    validityDays: 30,
    allowance: { tokens: 400_000, models: ['*'], source: 'pack' },
  },
];

const price = (model: string, tokenClass: string, yuan: string): object => ({
  model,
  class: tokenClass,
  price: yuan,
  effectiveFrom: ALWAYS,
});

const book = (code: string, entries: readonly object[]): object => ({
  code,
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries,
  multipliers: [],
  tiers: [],
});

const RULE = {
  vatRate: '0.06',
  vatIncluded: true,
  residual: 'operator',
  steps: [
    { party: 'vendor', type: 'percent', basis: 'net', value: '40' },
    { party: 'compute', type: 'cost' },
  ],
};

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** Two models of two vendors on one compute owner, reported by `gateway`; retail 2 yuan in, 8 yuan out a million. */
export async function openMarket(engine: Engine): Promise<void> {
  const parties = engine.get(RegisterParty);
  for (const [code, kinds] of [
    ['operator', ['operator']],
    ['zhipu', ['vendor']],
    ['kimi', ['vendor']],
    ['tianyi', ['compute']],
    ['gateway', ['partner']],
    ['shop', ['channel']],
  ] as const) {
    must(await parties.run({ code, name: code, kinds: [...kinds], vatRate: '0.06', withholdingRate: '0' }));
  }
  const models = engine.get(DefineModel);
  must(await models.run({ code: 'glm-5', name: 'GLM-5', vendor: 'zhipu' }));
  must(await models.run({ code: 'kimi-k2', name: 'Kimi K2', vendor: 'kimi' }));
  await publish(engine, 'price_book', book('retail', [price('*', 'input', '2'), price('*', 'output', '8')]));
  await publish(engine, 'cost_book', {
    ...book('tianyi-costs', [price('*', 'input', '0.5'), price('*', 'output', '1')]),
    party: 'tianyi',
  });
  await publish(engine, 'coefficient_table', {
    code: 'standard',
    rows: [{ model: '*', class: 'cached_input', coefficient: '0.1' }],
  });
  await publish(engine, 'split_rule', { code: 'default', match: {}, breakage: 'operator', rule: RULE });
  await publish(engine, 'contract', {
    partner: 'gateway',
    lateWindowDays: 100,
    serves: [
      { vendor: 'zhipu', computeOwner: 'tianyi' },
      { vendor: 'kimi', computeOwner: 'tianyi' },
    ],
  });
  for (const plan of PLANS) await publish(engine, 'plan', plan);
}

export async function publish(engine: Engine, kind: DocumentKind, body: object, from = FROM): Promise<void> {
  must(await engine.get(PublishDocument).run({ kind, body, effectiveFrom: from, by: 'test' }));
}

/** An account with its plans, all taken up at `startsAt`. */
export async function openAccount(
  engine: Engine,
  code: string,
  plans: readonly string[],
  startsAt: string,
): Promise<number> {
  const account = must(await engine.get(OpenAccount).run({ code, name: code, segment: 'consumer' }));
  for (const plan of plans) {
    must(await engine.get(OrderPlan).run({ account: code, plan, startsAt: Date.parse(startsAt) }));
  }
  return account.id;
}

/** A record with the provider's own usage object, as the partner posts it. */
export function wireUsage(
  id: string,
  account: string,
  at: string,
  [semantics, raw]: readonly [UsageSemantics, Json],
  more: Readonly<Record<string, string>> = {},
): { readonly [key: string]: Json } {
  const { tokens: _counted, ...call } = usage(id, account, at, {}, more);
  return { ...call, semantics, usage: raw };
}

/** A record as the partner posts it. */
export function usage(
  id: string,
  account: string,
  at: string,
  tokens: Readonly<Record<string, number>>,
  more: Readonly<Record<string, string>> = {},
): Record<string, string | Record<string, number>> {
  const call = { model: 'glm-5', vendor: 'zhipu', computeOwner: 'tianyi', chipKind: 'ascend', ...more };
  return { id, account, at, ...call, tokens: { ...tokens } };
}
