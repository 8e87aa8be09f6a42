import type { Result } from '@ciyuan/core/kernel';
import { OpenAccount } from '@ciyuan/modules/parties';
import { OrderPlan } from '@ciyuan/modules/subscriptions';
import type { Engine } from '../scratch/scratch-engine';
import { LoadSeeds, SEED_FOLDER } from '../seed/load-seeds';
import { startProgress } from './progress';
import { SEEDED_PLANS } from './seeded-market';
import { population } from './spread/population';

/** Loads the seeds, opens the accounts and orders their plans. */
export async function openMarket(
  engine: Engine,
  accounts: readonly string[],
  monthStart: number,
  zone: string,
): Promise<void> {
  await engine.get(LoadSeeds).run(SEED_FOLDER, 'seed');
  const subscribers = population({ accounts, plans: SEEDED_PLANS, monthStart, zone });
  const progress = startProgress({ label: 'accounts', total: subscribers.length });
  for (const { code, name, segment, plans } of subscribers) {
    must(await engine.get(OpenAccount).run({ code, name, segment }));
    for (const { planCode, startsAt } of plans) {
      must(await engine.get(OrderPlan).run({ account: code, plan: planCode, startsAt }));
    }
    progress.advance(1);
  }
  progress.stop();
}

/** The demo's own data must be taken; a refusal is a fault of the demo. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
