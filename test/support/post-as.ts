import { IntakeUsage } from '@ciyuan/modules/charging';
import { calls } from './seeded-calls';
import type { SeededMarket } from './seeded-market';

/** Posts the table's calls as that gateway; what became of each: `accepted`, or why it waits. */
export async function postAs(market: SeededMarket, gateway: string, table: string): Promise<string[]> {
  const outcomes = await market.engine.get(IntakeUsage).run(gateway, calls(table) as never);
  return outcomes.map((outcome) =>
    outcome.status === 'suspense' ? outcome.suspense.reason : outcome.status,
  );
}
