import { PublishDocument } from '@ciyuan/modules/catalogue';
import type { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';

/** A package whose overage is capped, a bundle of tokens and two products, and an addition to the bundle. */

const PLAN = {
  role: 'package',
  currency: 'CNY',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'prorated', denominator: 'actual', allowanceRounding: 'down' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
};
const allowance = (tokens: number) => ({ tokens, models: ['*'], source: 'allowance' });
const part = (code: string, name: string, kind: string, standAlonePrice: string) => ({
  code,
  name,
  kind,
  standAlonePrice,
});
const PLANS = [
  {
    ...PLAN,
    code: 'capped-10m',
    name: '封顶词元包1000万',
    price: '9.90',
    allowance: allowance(10_000_000),
    exhaustion: 'payg_cap',
    overageCap: '5.00',
  },
  {
    ...PLAN,
    code: 'suite-10m',
    name: '词元云套装',
    price: '99.00',
    allowance: allowance(10_000_000),
    bundle: {
      parts: [
        part('tokens', '词元1000万', 'tokens', '60.00'),
        part('cloud-host', '云主机', 'product', '40.00'),
        part('cloud-disk', '云盘', 'product', '20.00'),
      ],
    },
  },
  {
    ...PLAN,
    code: 'boost-5m',
    name: '叠加包500万',
    price: '6.20',
    allowance: allowance(5_000_000),
    eligibility: { holds: ['suite-10m'] },
  },
];

export async function publishBundles({ engine }: SeededMarket): Promise<void> {
  const effectiveFrom = Date.parse('2026-01-01T00:00:00+08:00');
  for (const body of PLANS)
    must(await engine.get(PublishDocument).run({ kind: 'plan', body, effectiveFrom, by: 'maker' }));
}
