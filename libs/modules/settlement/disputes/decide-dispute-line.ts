import { Injectable } from '@nestjs/common';
import { monthOf, ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { AssignMonths, OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { PartyTransfersStore } from '../party-transfers.store';
import { disputeReference, type Dispute, type DisputeEvent } from './dispute';
import type { DecisionRefusal } from './dispute-refusal';
import { EndDispute } from './end-dispute';
import { LockDisputeLine, type LineToLock, type LockedLine } from './lock-dispute-line';

export interface DecisionToTake extends LineToLock {
  readonly by: string;
  /** False sends the proposal back, and the line is open again. */
  readonly agreed: boolean;
  readonly reason: string;
}

/**
 * Another person agrees to what was proposed for a disputed line, or sends it back. What is granted stands on the next
 * statement that is issued; the disputed one never changes.
 */
@Injectable()
export class DecideDisputeLine {
  constructor(
    private readonly database: Database,
    private readonly lockDisputeLine: LockDisputeLine,
    private readonly assignMonths: AssignMonths,
    private readonly transfers: PartyTransfersStore,
    private readonly endDispute: EndDispute,
    private readonly clock: Clock,
  ) {}

  run(wanted: DecisionToTake): Promise<Result<Dispute, DecisionRefusal>> {
    return this.database.retrying((tx) => this.decide(tx, wanted));
  }

  private async decide(
    tx: Tx,
    { by, agreed, reason, ...wanted }: DecisionToTake,
  ): Promise<Result<Dispute, DecisionRefusal>> {
    const locked = await this.lockDisputeLine.run(tx, wanted);
    if (!locked.ok) return locked;
    const { state, events } = locked.value.line;
    const proposal = events.at(-1);
    if (state !== 'proposed' || proposal === undefined) return refuse({ code: 'wrong_line_state', state });
    if (proposal.by === by) return refuse({ code: 'second_person_needed' });
    const at = this.clock.now();
    const event = { number: proposal.number + 1, reason, at, by };
    if (agreed) await this.move(tx, locked.value, proposal, at, by);
    return ok(await this.endDispute.run(tx, locked.value, { ...event, ...decisionOf(proposal, agreed) }));
  }

  private async move(
    tx: Tx,
    { dispute, line }: LockedLine,
    { grantedFen }: DisputeEvent,
    at: Instant,
    by: string,
  ): Promise<void> {
    if (grantedFen === null) return;
    const months = await this.assignMonths.run(tx, { from: at, until: at });
    const { party, currency, month: originMonth, id } = dispute;
    await this.transfers.add(tx, {
      kind: 'dispute',
      party,
      currency,
      originMonth,
      month: months.accountingMonth(monthOf(OPERATOR_ZONE, at)),
      shareFen: grantedFen,
      reference: disputeReference(id, line.line),
      by,
      at,
    });
  }
}

function decisionOf(
  proposal: DisputeEvent,
  agreed: boolean,
): Pick<DisputeEvent, 'step' | 'grantedFen' | 'proposedBy'> {
  if (!agreed) return { step: 'returned', grantedFen: null, proposedBy: null };
  const { grantedFen, by: proposedBy } = proposal;
  return { step: grantedFen === null ? 'rejected' : 'upheld', grantedFen, proposedBy };
}
