import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import { StatementBasesStore, type WaitingMonth } from '../bases/statement-bases.store';
import { StatementHoldbacksStore, type HoldbackMonth } from '../statement-holdbacks.store';
import { ContractFiguresStore } from './contract-figures.store';

/** What a party’s contracts have left open, by what was issued. */
export interface Outstanding {
  /** Advanced on the minimum and not given back, by currency. */
  readonly advances: readonly { readonly currency: string; readonly fen: bigint }[];
  readonly holdbacks: readonly HoldbackMonth[];
  /** Months whose shares still wait for invoices or money. */
  readonly waiting: readonly WaitingMonth[];
}

@Injectable()
export class ReadOutstanding {
  constructor(
    private readonly figures: ContractFiguresStore,
    private readonly holdbacks: StatementHoldbacksStore,
    private readonly bases: StatementBasesStore,
  ) {}

  async run(tx: Tx, party: string): Promise<Outstanding> {
    const advances = await this.figures.advances(tx, null);
    return {
      advances: advances.filter((one) => one.party === party),
      holdbacks: await this.holdbacks.ofParty(tx, party),
      waiting: await this.bases.waitingOf(tx, party),
    };
  }
}
