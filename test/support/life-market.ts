import { PublishDocument } from '@ciyuan/modules/catalogue';
import { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';

/** The market of the seeds with a few plans and a price book of round figures, for the lives of subscriptions. */

const ALWAYS = '2026-01-01T00:00:00+08:00';
const BY_DAYS = { mode: 'prorated', denominator: 'thirty', allowanceRounding: 'up' };
const WHOLE = { ...BY_DAYS, mode: 'full' };
const PLAN = {
  currency: 'CNY',
  price: '0',
  vatRate: '0.06',
  cycleAnchor: 'order_day',
  firstPeriod: BY_DAYS,
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
};
const allowance = (tokens: number, source = 'allowance') => ({ tokens, models: ['*'], source });

const plan = (code: string, own: object): object => ({ ...PLAN, code, name: code, ...own });
const PLANS: readonly object[] = [
  plan('life-payg', { role: 'base', priceBook: 'life', firstPeriod: WHOLE }),
  plan('life-loyal', { role: 'base', priceBook: 'life', priceProtection: 'term', firstPeriod: WHOLE }),
  plan('life-small', { role: 'package', price: '6.00', allowance: allowance(20_000) }),
  plan('life-big', { role: 'package', price: '10.00', allowance: allowance(45_000) }),
  plan('life-month', {
    role: 'package',
    price: '9.00',
    cycleAnchor: 'calendar',
    allowance: allowance(30_000),
  }),
  plan('life-pack', {
    role: 'pack',
    price: '1.00',
    validityDays: 30,
    firstPeriod: WHOLE,
    allowance: allowance(400_000, 'pack'),
  }),
];

/** Before the rise, and from then on: yuan a million, in and out. */
const RISE = '2026-11-10T00:00:00+08:00';
const PRICES = [
  [ALWAYS, '2', '8'],
  [RISE, '3', '9'],
] as const;

export async function openLifeMarket(now: string): Promise<SeededMarket> {
  const market = await SeededMarket.open(now);
  const publish = async (kind: 'plan' | 'price_book', body: object, from: string): Promise<void> => {
    const effectiveFrom = Date.parse(from);
    must(await market.engine.get(PublishDocument).run({ kind, body, effectiveFrom, by: 'maker' }));
  };
  for (const [from, input, output] of PRICES) {
    const entry = { model: '*', effectiveFrom: ALWAYS };
    const entries = [
      { ...entry, class: 'input', price: input },
      { ...entry, class: 'output', price: output },
    ];
    const book = {
      code: 'life',
      zone: 'Asia/Shanghai',
      currency: 'CNY',
      entries,
      multipliers: [],
      tiers: [],
    };
    await publish('price_book', book, from);
  }
  for (const body of PLANS) await publish('plan', body, ALWAYS);
  return market;
}
