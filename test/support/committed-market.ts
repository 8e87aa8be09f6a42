import { RenewDue } from '@ciyuan/modules/subscriptions';
import { calls } from './seeded-calls';
import { SeededMarket } from './seeded-market';

/** The prepaid three billion a quarter are used up first. */
const IN_TIME = `
  m0 | works | 2026-02-09T10:00:00 | telechat-2-115b | ascend-910c | input 3_750_000_000
  m1 | works | 2026-02-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 240_000_000
  m2 | works | 2026-03-05T10:00:00 | deepseek-v3.2 | hygon-dcu | input 310_000_000
  k1 | mill | 2026-02-10T10:00:00 | glm-5 | ascend-910c | input 1_000_000_000`;
const LATE = `
  m3 | works | 2026-02-20T10:00:00 | glm-5-air | ascend-910c | input 30_000_000
  m4 | works | 2026-03-11T10:00:00 | glm-5-air | ascend-910c | input 5_000_000`;

/**
 * Half a year of contracts of each mode: shortfalls, make-up that is used and that lapses, and late records that correct
 * a period that was closed.
 */
export async function openCommittedMarket(): Promise<SeededMarket> {
  const market = await SeededMarket.open('2026-02-01T00:00:00+08:00');
  await market.openAccount('works', 'enterprise');
  await market.openAccount('mill', 'enterprise');
  for (const plan of ['payg-standard', 'take-or-pay-ramp-12m', 'prepaid-quarters-12b']) {
    await market.order('works', plan);
  }
  for (const plan of ['payg-standard', 'spend-year-50k']) await market.order('mill', plan);
  market.moveTo('2026-03-10T00:00:00+08:00');
  await market.post(...calls(IN_TIME));
  market.moveTo('2026-03-20T00:00:00+08:00');
  await market.post(...calls(LATE));
  market.moveTo('2026-09-10T00:00:00+08:00');
  await market.engine.get(RenewDue).run(market.engine.clock.now());
  return market;
}
