import { Injectable } from '@nestjs/common';
import { lastPurchaseMonth } from '@ciyuan/core/catalogue';
import type { Instant } from '@ciyuan/core/kernel';
import type { ContractInput } from '@ciyuan/core/settlement';
import { CatalogueDocumentsStore } from '@ciyuan/modules/catalogue';
import type { Tx } from '@ciyuan/platform/database';
import { LoadCoverage } from '../bases/load-coverage';
import { ContractFiguresStore } from './contract-figures.store';
import { frozenRates } from './frozen-rates';
import { agreementsIn, purchasesBy } from './month-agreements';

export interface PostedRun {
  readonly id: number;
  readonly postedAt: Instant | null;
}

export interface MonthOfContracts {
  readonly month: string;
  /** Who has no contract with itself. */
  readonly operator: string;
  /** Of an issued month: what was approved and issued since then says nothing about it. */
  readonly posted: PostedRun | null;
  /** When the run is calculated, or was. */
  readonly calculatedAt: Instant;
}

/** Reads what contracts say about a month, and what was issued by them for the months before it. */
@Injectable()
export class LoadContracts {
  constructor(
    private readonly documents: CatalogueDocumentsStore,
    private readonly figures: ContractFiguresStore,
    private readonly loadCoverage: LoadCoverage,
  ) {}

  async run(tx: Tx, { month, operator, posted, calculatedAt }: MonthOfContracts): Promise<ContractInput> {
    const versions = await this.documents.versions(tx, 'contract');
    const contracts = versions.filter(
      ({ code, createdAt }) => code !== operator && createdAt <= (posted?.postedAt ?? Infinity),
    );
    const id = posted?.id ?? null;
    const due = purchasesBy(contracts, month).filter(({ purchase }) => lastPurchaseMonth(purchase) <= month);
    const purchases = [];
    for (const one of due) purchases.push(await this.figures.purchase(tx, one, month, id));
    const agreements = agreementsIn(contracts, month);
    const isConverted = agreements.some(({ settlesIn }) => settlesIn !== undefined);
    const published = isConverted ? await this.documents.versions(tx, 'exchange_rates') : [];
    const rates = published.filter(({ createdAt }) => createdAt <= (posted?.postedAt ?? Infinity));
    const heldBack = await this.figures.heldBack(tx, id);
    const coverage = await this.loadCoverage.run(tx, { month, posted: id, agreements, calculatedAt });
    return {
      agreements,
      advances: await this.figures.advances(tx, id),
      heldBack: heldBack.filter(({ releaseMonth }) => releaseMonth <= month),
      purchases,
      rates: frozenRates(rates, month),
      ...(coverage !== undefined && { coverage }),
    };
  }
}
