import { PublishDocument, type Publication } from '@ciyuan/modules/catalogue';
import { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';

export const OCTOBER = '2026-10-01T00:00:00+08:00';
const EVER = { effectiveFrom: OCTOBER };

const PLAN = {
  currency: 'USD',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'up' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
};
const BOOK = {
  code: 'overseas',
  zone: 'UTC',
  currency: 'USD',
  entries: [{ model: '*', class: 'input', price: '0.5', ...EVER }],
  multipliers: [],
  tiers: [],
};
const TARIFF = {
  ...PLAN,
  code: 'payg-overseas',
  role: 'base',
  name: 'Overseas',
  price: '0',
  priceBook: 'overseas',
};
const PACKAGE = {
  ...PLAN,
  code: 'global-1m',
  role: 'package',
  name: 'Global 1M',
  price: '10.60',
  allowance: { tokens: 1_000_000, models: ['*'], source: 'allowance' },
};
/** The seeds' market, and beside it 10.60 dollars for a million tokens, 10.00 net; beyond, 0.50 a million. */
export class DollarMarket {
  private constructor(readonly market: SeededMarket) {}

  static async open(): Promise<DollarMarket> {
    const dollars = new DollarMarket(await SeededMarket.open(OCTOBER));
    await dollars.publish('price_book', BOOK);
    await dollars.publish('plan', TARIFF);
    await dollars.publish('plan', PACKAGE);
    await dollars.market.openAccount('atlas', 'enterprise');
    for (const plan of ['payg-overseas', 'global-1m']) {
      const taken = await dollars.market.order('atlas', plan);
      if (taken !== 'taken') throw new Error(`${plan}: ${taken}`);
    }
    return dollars;
  }

  /** From October on, where nothing is said. */
  async publish(kind: Publication['kind'], body: object, from = OCTOBER): Promise<void> {
    const wanted = { kind, body, effectiveFrom: Date.parse(from), by: 'maker' };
    must(await this.market.engine.get(PublishDocument).run(wanted));
  }
}
