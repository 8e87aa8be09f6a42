import { monthBounds, type Instant } from '@ciyuan/core/kernel';
import { ExportStatements } from '@ciyuan/modules/reporting';
import {
  ApproveSettlement,
  IssueStatements,
  ListStatements,
  RunSettlement,
  STATEMENT_ORDER,
  type Statement,
} from '@ciyuan/modules/settlement';
import { ExpireDue, RenewDue } from '@ciyuan/modules/subscriptions';
import { everyItem } from '@ciyuan/platform/lists';
import type { Engine } from '../scratch/scratch-engine';
import { must } from './open-market';

const PARTIES_A_PAGE = 100;
const MS_PER_HOUR = 3_600_000;
/** Longer than any plan of the seeds waits for late records. */
const LATENESS_HOURS = 73;

/** The next cycles begin, what expired is booked when its lateness window is over, the month is settled and issued. */
export async function closeMonth(
  engine: Engine,
  month: string,
  zone: string,
  directory: string,
): Promise<readonly Statement[]> {
  const end: Instant = monthBounds(zone, month).end;
  await engine.get(RenewDue).run(end);
  engine.clock.moveTo(end + LATENESS_HOURS * MS_PER_HOUR);
  await engine.get(ExpireDue).run(engine.clock.now());
  const { id: runId } = must(await engine.get(RunSettlement).run({ month, by: 'demo-finance' }));
  must(await engine.get(ApproveSettlement).run({ runId, by: 'demo-checker' }));
  // The records that name an unlisted model stay in suspense, as the demo means them to.
  must(await engine.get(IssueStatements).run({ runId, by: 'demo-finance', waiveOpenSuspense: true }));
  must(await engine.get(ExportStatements).run({ runId, directory }));
  return everyItem({ order: STATEMENT_ORDER, limit: PARTIES_A_PAGE }, (page) =>
    engine.get(ListStatements).run({ month, ...page }),
  );
}
