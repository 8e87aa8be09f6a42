import { Injectable } from '@nestjs/common';
import { ok, refuse, type Fen, type Result } from '@ciyuan/core/kernel';
import { claimedDifference, isGrantable } from '@ciyuan/core/settlement';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { Dispute } from './dispute';
import type { ProposalRefusal } from './dispute-refusal';
import { DisputesStore } from './disputes.store';
import { LockDisputeLine, type LineToLock } from './lock-dispute-line';

export interface DecisionToPropose extends LineToLock {
  readonly by: string;
  /** What the party is to have more, or less; null to reject the claim. */
  readonly grantedFen: Fen | null;
  readonly reason: string;
}

/** One person says what should become of a disputed line; it stands once another agrees. */
@Injectable()
export class ProposeDecision {
  constructor(
    private readonly database: Database,
    private readonly lockDisputeLine: LockDisputeLine,
    private readonly disputes: DisputesStore,
    private readonly clock: Clock,
  ) {}

  run(wanted: DecisionToPropose): Promise<Result<Dispute, ProposalRefusal>> {
    return this.database.retrying((tx) => this.propose(tx, wanted));
  }

  private async propose(
    tx: Tx,
    { by, grantedFen, reason, ...wanted }: DecisionToPropose,
  ): Promise<Result<Dispute, ProposalRefusal>> {
    const locked = await this.lockDisputeLine.run(tx, wanted);
    if (!locked.ok) return locked;
    const { dispute, line } = locked.value;
    if (line.state !== 'open') return refuse({ code: 'wrong_line_state', state: line.state });
    if (grantedFen !== null && !isGrantable(line, grantedFen))
      return refuse({ code: 'not_grantable', mostFen: claimedDifference(line) });
    const told = { grantedFen, reason, at: this.clock.now(), by, proposedBy: null };
    const event = { number: line.events.length + 1, step: 'proposed', ...told } as const;
    await this.disputes.addEvent(tx, dispute.id, line.line, event);
    return ok((await this.disputes.byId(tx, dispute.id)) ?? dispute);
  }
}
