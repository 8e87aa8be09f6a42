import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { deemedConfirmedAt, disputeDueOn } from '@ciyuan/core/settlement';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { LockStatement, type LockedStatement, type StatementToLock } from '../life/lock-statement';
import { NOTHING_TOLD } from '../life/statement-event';
import { TakeStep } from '../life/take-step';
import { CheckClaims } from './check-claims';
import type { ClaimedLine, Dispute } from './dispute';
import type { OpeningRefusal } from './dispute-refusal';
import { DisputesStore } from './disputes.store';

/** How long a dispute may take before it is listed as overdue: what interconnection contracts commonly allow. */
export const RESOLUTION_DAYS = 30;

export interface DisputeToOpen extends StatementToLock {
  readonly by: string;
  /** On whose word, where it is not the party itself that speaks; of the party's own nothing is kept. */
  readonly note?: string;
  /** At least one. */
  readonly lines: readonly ClaimedLine[];
}

/** Opens a dispute in a transaction that does more. */
@Injectable()
export class ClaimLines {
  constructor(
    private readonly lockStatement: LockStatement,
    private readonly checkClaims: CheckClaims,
    private readonly disputes: DisputesStore,
    private readonly takeStep: TakeStep,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, { by, note, lines, ...wanted }: DisputeToOpen): Promise<Result<Dispute, OpeningRefusal>> {
    const locked = await this.lockStatement.run(tx, wanted);
    if (!locked.ok) return locked;
    const at = this.clock.now();
    const { statement } = locked.value;
    if (statement.state !== 'issued' && statement.state !== 'disputed')
      return refuse({ code: 'wrong_state', state: statement.state });
    const endedAt = endOf(locked.value);
    if (at >= endedAt) return refuse({ code: 'window_over', endedAt });
    const isOwn = by === statement.party;
    if (!isOwn && note === undefined) return refuse({ code: 'note_needed' });
    const claims = await this.checkClaims.run(tx, statement, lines);
    if (!claims.ok) return claims;
    const id = await this.disputes.nextId(tx);
    const { runId, party, currency } = statement;
    const dueOn = disputeDueOn(OPERATOR_ZONE, at, RESOLUTION_DAYS);
    const told = { openedAt: at, openedBy: by, note: isOwn ? null : (note ?? null), dueOn };
    await this.disputes.add(tx, { id, runId, party, currency, ...told, lines: claims.value });
    if (statement.state === 'issued')
      await this.takeStep.run(tx, [locked.value], { ...NOTHING_TOLD, state: 'disputed', at, by });
    return ok((await this.disputes.byId(tx, id)) as Dispute);
  }
}

const endOf = ({ statement, terms }: LockedStatement): number =>
  deemedConfirmedAt(OPERATOR_ZONE, statement.issuedAt ?? -Infinity, terms.disputeDays);
