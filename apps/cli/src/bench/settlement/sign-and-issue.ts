import {
  AcknowledgeVariances,
  ApproveSettlement,
  IssueStatements,
  ReadVariances,
} from '@ciyuan/modules/settlement';
import { must } from '../../demo/open-market';
import type { Engine } from '../../scratch/scratch-engine';
import { measured } from './measured';

const CHECKER = 'bench-checker';

/** What the policy asks about is acknowledged, then the run is signed and issued; milliseconds of each. */
export async function signAndIssue(
  engine: Engine,
  runId: number,
): Promise<{ readonly approveMs: number; readonly issueMs: number }> {
  const { evaluated } = must(await engine.get(ReadVariances).run(runId));
  const findings = evaluated?.findings.map(({ finding }) => finding) ?? [];
  if (findings.length > 0) {
    const reason = 'the records are made up';
    must(await engine.get(AcknowledgeVariances).run({ runId, findings, reason, by: CHECKER }));
  }
  const approved = await measured(() => engine.get(ApproveSettlement).run({ runId, by: CHECKER }));
  must(approved.result);
  const issued = await measured(() =>
    engine
      .get(IssueStatements)
      .run({ runId, by: 'bench-finance', waiveOpenSuspense: true, waiveOpenCosts: true }),
  );
  must(issued.result);
  return { approveMs: approved.ms, issueMs: issued.ms };
}
