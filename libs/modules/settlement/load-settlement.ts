import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@ciyuan/core/kernel';
import type { SettlementInput } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import { inputDigest } from './input-digest';
import { IssuedFiguresStore } from './issued-figures.store';
import { PartyTransfersStore } from './party-transfers.store';
import { ReadSettlementDocuments } from './read-settlement-documents';
import type { NoOperator } from './refusals';
import { RollupLinesStore } from './rollup-lines.store';

export interface LoadedSettlement {
  readonly input: SettlementInput;
  readonly digest: string;
}

/** Reads everything that a month is settled from: seven statements, however many lines. */
@Injectable()
export class LoadSettlement {
  constructor(
    private readonly rollups: RollupLinesStore,
    private readonly issued: IssuedFiguresStore,
    private readonly transfers: PartyTransfersStore,
    private readonly readSettlementDocuments: ReadSettlementDocuments,
  ) {}

  async run(tx: Tx, month: string): Promise<Result<LoadedSettlement, NoOperator>> {
    const documents = await this.readSettlementDocuments.run(tx);
    if (!documents.ok) return documents;
    const lines = await this.rollups.upTo(tx, month);
    const origins = [...new Set(lines.map((line) => line.usageMonth))];
    const input: SettlementInput = {
      ...documents.value,
      month,
      lines,
      issuedShares: await this.issued.shares(tx, origins, month),
      issuedSplits: await this.issued.splits(tx, origins, month),
      transfers: await this.transfers.pending(tx, month),
    };
    return ok({ input, digest: inputDigest(input) });
  }
}
