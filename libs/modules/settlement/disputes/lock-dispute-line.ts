import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { StatementsStore } from '../statements.store';
import type { Asking, Dispute, DisputeLine } from './dispute';
import { DisputesStore } from './disputes.store';

export interface LineToLock extends Asking {
  readonly disputeId: number;
  readonly line: number;
}

export interface LockedLine {
  readonly dispute: Dispute;
  readonly line: DisputeLine;
}

/** Finds a line of a dispute, and keeps others from moving it, or its statement, until the transaction ends. */
@Injectable()
export class LockDisputeLine {
  constructor(
    private readonly disputes: DisputesStore,
    private readonly statements: StatementsStore,
  ) {}

  async run(
    tx: Tx,
    { disputeId, line, toldTo }: LineToLock,
  ): Promise<Result<LockedLine, { readonly code: 'not_found' }>> {
    const found = await this.disputes.byId(tx, disputeId);
    if (found === undefined || (toldTo !== undefined && toldTo !== found.party))
      return refuse({ code: 'not_found' });
    await this.statements.lock(tx, found);
    const dispute = (await this.disputes.byId(tx, disputeId)) ?? found;
    const locked = dispute.lines.find((one) => one.line === line);
    return locked === undefined ? refuse({ code: 'not_found' }) : ok({ dispute, line: locked });
  }
}
