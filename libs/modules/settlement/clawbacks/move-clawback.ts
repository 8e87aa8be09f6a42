import { Injectable } from '@nestjs/common';
import { PartiesStore } from '@ciyuan/modules/parties';
import type { Tx } from '@ciyuan/platform/database';
import { PartyTransfersStore } from '../party-transfers.store';
import { clawbackReference, type Clawback, type ClawbackDecision } from './clawback';

/** Moves what was approved from each party to the operator, whose own part is with it already. */
@Injectable()
export class MoveClawback {
  constructor(
    private readonly parties: PartiesStore,
    private readonly transfers: PartyTransfersStore,
  ) {}

  async run(
    tx: Tx,
    { id, originMonth, currency, parts }: Clawback,
    { month, decidedBy: by, decidedAt: at }: ClawbackDecision,
  ): Promise<void> {
    if (month === null) throw new Error(`clawback ${id} moves in no month`);
    const operators = (await this.parties.list(tx)).filter(({ kinds }) => kinds.includes('operator'));
    for (const [index, { party, shareFen }] of parts.entries()) {
      if (operators.some(({ code }) => code === party)) continue;
      const reference = clawbackReference(id, index + 1);
      const moved = { kind: 'clawback', party, currency, originMonth, month, shareFen, reference } as const;
      await this.transfers.add(tx, { ...moved, by, at });
    }
  }
}
