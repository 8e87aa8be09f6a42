import { Injectable } from '@nestjs/common';
import { ok, type Instant, type Result } from '@ciyuan/core/kernel';
import type { PartyAgreement, PartyRates, SettlementInput } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import { LoadContracts, type PostedRun } from './contracts/load-contracts';
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

/** Reads everything that a month is settled from: as many statements as there are promises to buy, and ten more. */
@Injectable()
export class LoadSettlement {
  constructor(
    private readonly rollups: RollupLinesStore,
    private readonly issued: IssuedFiguresStore,
    private readonly transfers: PartyTransfersStore,
    private readonly readSettlementDocuments: ReadSettlementDocuments,
    private readonly loadContracts: LoadContracts,
  ) {}

  /** `posted`: the run of a month that was issued; `calculatedAt`: when it was, or is. */
  async run(
    tx: Tx,
    month: string,
    calculatedAt: Instant,
    posted: PostedRun | null = null,
  ): Promise<Result<LoadedSettlement, NoOperator>> {
    const documents = await this.readSettlementDocuments.run(tx);
    if (!documents.ok) return documents;
    const { operator, parties } = documents.value;
    const lines = await this.rollups.upTo(tx, month);
    const origins = [...new Set(lines.map((line) => line.usageMonth))];
    const contracts = await this.loadContracts.run(tx, { month, operator, posted, calculatedAt });
    const input: SettlementInput = {
      ...documents.value,
      parties: agreedRates(parties, contracts.agreements),
      month,
      lines,
      issuedShares: await this.issued.shares(tx, origins, month),
      issuedSplits: await this.issued.splits(tx, origins, month),
      transfers: await this.transfers.pending(tx, month),
      contracts,
    };
    return ok({ input, digest: inputDigest(input) });
  }
}

/** A contract's own rates stand instead of those that the party was registered with. */
function agreedRates(
  parties: ReadonlyMap<string, PartyRates>,
  agreements: readonly PartyAgreement[],
): ReadonlyMap<string, PartyRates> {
  const rates = new Map(parties);
  for (const { party, vatRate, withholdingRate } of agreements) {
    const known = rates.get(party);
    if (known === undefined) continue;
    rates.set(party, {
      vatRate: vatRate ?? known.vatRate,
      withholdingRate: withholdingRate ?? known.withholdingRate,
    });
  }
  return rates;
}
