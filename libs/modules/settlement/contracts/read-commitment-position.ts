import { Injectable } from '@nestjs/common';
import { lastPurchaseMonth } from '@ciyuan/core/catalogue';
import { OPERATOR_ZONE, monthBounds, monthOf, type Fen } from '@ciyuan/core/kernel';
import {
  countedBefore,
  purchasePosition,
  type Purchase,
  type PurchasePosition,
} from '@ciyuan/core/settlement';
import { CatalogueDocumentsStore } from '@ciyuan/modules/catalogue';
import { PartiesStore } from '@ciyuan/modules/parties';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { ContractFiguresStore } from './contract-figures.store';
import { purchasesBy } from './month-agreements';

/** Where one promise to buy stands now. */
export interface CommitmentPosition extends Purchase, PurchasePosition {
  /** `YYYY-MM`: the last month of its period. */
  readonly last: string;
  /** Of the period's time and of what was promised, in ten thousandths. */
  readonly timeElapsed: number;
  readonly volumeCounted: number;
  /** What would be due if the period went on at the pace that it had: volume in proportion to time. */
  readonly expectedDueFen: Fen;
}

const WHOLE = 10_000;

/** Reads the promises to a party that have begun, the earliest first; undefined where nobody has this code. */
@Injectable()
export class ReadCommitmentPosition {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesStore,
    private readonly documents: CatalogueDocumentsStore,
    private readonly figures: ContractFiguresStore,
    private readonly clock: Clock,
  ) {}

  run(party: string): Promise<CommitmentPosition[] | undefined> {
    return this.database.snapshot(async (tx) => {
      if ((await this.parties.byCode(tx, party)) === undefined) return undefined;
      const now = this.clock.now();
      const month = monthOf(OPERATOR_ZONE, now);
      const versions = await this.documents.versions(tx, 'contract', party);
      const found: CommitmentPosition[] = [];
      for (const one of purchasesBy(versions, month))
        found.push(positionAt(await this.figures.purchase(tx, one, month, null), now));
      return found.sort((a, b) => (a.purchase.from < b.purchase.from ? -1 : 1));
    });
  }
}

function positionAt(one: Purchase, now: number): CommitmentPosition {
  const last = lastPurchaseMonth(one.purchase);
  const { start } = monthBounds(OPERATOR_ZONE, one.purchase.from);
  const { end } = monthBounds(OPERATOR_ZONE, last);
  const length = BigInt(end - start);
  const elapsed = BigInt(Math.min(Math.max(now - start, 0), end - start));
  const position = purchasePosition(one.purchase, countedBefore(one));
  const { committed, counted } = position;
  const expected = elapsed === 0n ? 0n : (counted * length) / elapsed;
  return {
    ...one,
    ...position,
    last,
    timeElapsed: Number((elapsed * BigInt(WHOLE)) / length),
    volumeCounted: Number((counted * BigInt(WHOLE)) / committed),
    expectedDueFen: purchasePosition(one.purchase, expected).dueFen,
  };
}
