import type { Instant } from '@ciyuan/core/kernel';
import { OpenAccount } from '@ciyuan/modules/parties';
import { OrderPlan } from '@ciyuan/modules/subscriptions';
import { must } from '../../demo/open-market';
import { startProgress } from '../../demo/progress';
import type { Engine } from '../../scratch/scratch-engine';
import { LoadSeeds, SEED_FOLDER } from '../../seed/load-seeds';

const BASE = 'payg-standard';
/** What accounts hold beside the base tariff, in turn: so that lines of many plans are settled. */
const HOLDINGS: readonly (readonly [segment: string, plans: readonly string[]])[] = [
  ['consumer', ['personal-10m']],
  ['developer', ['developer-15m']],
  ['consumer', ['personal-40m', 'entry-400k']],
  ['developer', ['developer-70m']],
  ['consumer', ['trial-200k', 'personal-80m']],
  ['consumer', ['entry-400k']],
  ['developer', ['developer-150m']],
  ['consumer', []],
];
const CHANNEL = 'telecom-shops';

/** The seeds' market with accounts of many plans, every other run of them through a channel. */
export async function openSettlementMarket(
  engine: Engine,
  accounts: readonly string[],
  startsAt: Instant,
): Promise<void> {
  await engine.get(LoadSeeds).run(SEED_FOLDER, 'seed');
  const progress = startProgress({ label: 'accounts', total: accounts.length });
  for (const [index, code] of accounts.entries()) {
    const [segment, plans] = HOLDINGS[index % HOLDINGS.length] as (typeof HOLDINGS)[number];
    const sold = Math.floor(index / HOLDINGS.length) % 2 === 1 ? { channel: CHANNEL } : {};
    must(await engine.get(OpenAccount).run({ code, name: code, segment }));
    for (const plan of [BASE, ...plans])
      must(await engine.get(OrderPlan).run({ account: code, plan, startsAt, ...sold }));
    progress.advance(1);
  }
  progress.stop();
}
