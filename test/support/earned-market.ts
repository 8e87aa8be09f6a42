import { VoidUsage } from '@ciyuan/modules/charging';
import { calls } from './seeded-calls';
import { SeededMarket } from './seeded-market';

const OCTOBER_BEGINS = '2026-10-01T00:00:00+08:00';

/**
 * Two months of the seeded market with something of every kind in them: packages, a pack, a trial and what goes beyond
 * it, pay-as-you-go, a bundle with its fees, a take-or-pay contract and its shortfall, breakage. October is issued;
 * November has what came late for it and a void, and is open.
 */
export async function openEarnedMarket(): Promise<SeededMarket> {
  const market = await SeededMarket.open(OCTOBER_BEGINS);
  await market.registerCustomer('C-wang', 'person', 'CN-SH', 'a'.repeat(64));
  await market.openAccount('wang', 'consumer', 'C-wang');
  await market.openAccount('wang-pad', 'consumer', 'C-wang');
  await market.openAccount('studio', 'small_firm');
  await market.openAccount('works', 'enterprise');
  for (const [account, plan] of [
    ['wang', 'payg-standard'],
    ['wang', 'personal-10m'],
    ['wang-pad', 'trial-200k'],
    ['studio', 'payg-standard'],
    ['studio', 'cloud-suite-30m'],
    ['works', 'payg-standard'],
    ['works', 'take-or-pay-ramp-12m'],
  ] as const)
    await taken(market, account, plan);
  market.moveTo('2026-10-31T22:00:00+08:00');
  await charged(market, OCTOBER);
  await market.endMonth('2026-10');
  await market.renew();
  await market.settle('2026-10');
  market.moveTo('2026-11-12T12:00:00+08:00');
  await taken(market, 'wang', 'entry-400k');
  await charged(market, NOVEMBER);
  const items = [{ source: 'api', id: 'o7', reason: 'sent twice' }];
  await market.engine.get(VoidUsage).run({ partner: 'gw-east', by: 'gw-east', asStaff: false, items });
  await market.renew();
  return market;
}

async function taken(market: SeededMarket, account: string, plan: string): Promise<void> {
  const answer = await market.order(account, plan);
  if (answer !== 'taken') throw new Error(`${account} and ${plan}: ${answer}`);
}

async function charged(market: SeededMarket, table: string): Promise<void> {
  const outcomes = await market.post(...calls(table));
  const odd = outcomes.find(({ status }) => status !== 'accepted');
  if (odd !== undefined) throw new Error(JSON.stringify(odd));
}

const OCTOBER = `
  o1 | wang | 2026-10-10T11:00:00 | telechat-2-115b | ascend-910c | input 1_000_000, output 500_000
  o2 | wang | 2026-10-20T11:00:00 | deepseek-v3.2 | hygon-dcu | input 2_000_000, output 1_000_000
  o3 | wang-pad | 2026-10-05T11:00:00 | telechat-2-115b | ascend-910c | input 150_000, output 10_000
  o4 | wang-pad | 2026-10-06T11:00:00 | telechat-2-115b | ascend-910c | input 150_000
  o5 | studio | 2026-10-07T11:00:00 | kimi-k2 | mlu-590 | input 3_000_000, cached_input 400_000, output 700_000
  o6 | works | 2026-10-08T11:00:00 | deepseek-v3.2 | hygon-dcu | input 200_000_000, output 10_000_000
  o7 | works | 2026-10-09T11:00:00 | telechat-2-115b | ascend-910c | input 5_000_000, output 1_000_000
  o8 | works | 2026-10-09T12:00:00 | telechat-2-115b | ascend-910c | input 123_457, reasoning 777`;
const NOVEMBER = `
  n1 | wang | 2026-10-30T11:00:00 | deepseek-v3.2 | hygon-dcu | input 1_500_000, output 500_000
  n2 | wang | 2026-11-11T11:00:00 | telechat-2-115b | ascend-910c | input 20_000_000, output 2_000_000
  n3 | wang | 2026-11-12T11:00:00 | deepseek-v3.2 | hygon-dcu | input 700_000
  n4 | studio | 2026-11-12T11:30:00 | kimi-k2 | mlu-590 | input 2_000_000, output 100_000
  n5 | works | 2026-11-12T11:40:00 | deepseek-v3.2 | hygon-dcu | input 350_000_000
  n6 | works | 2026-11-12T11:45:00 | telechat-2-115b | ascend-910c | input 2_000_000`;
