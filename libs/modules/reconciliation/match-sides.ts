import { Injectable } from '@nestjs/common';
import { judgePair, noTotals, pairSorted, withPair, type MatchRules } from '@ciyuan/core/reconciliation';
import type { Tx } from '@ciyuan/platform/database';
import { MONEY_PLACES, toleranceOf } from './agreement';
import { COUNT_FIELDS } from './file/file-columns';
import type { Header } from './file/read-header';
import { MatchedSidesStore } from './matched-sides.store';
import {
  NewDifferencesStore,
  isDiffering,
  type FoundDifference,
  type RunBeingMatched,
} from './new-differences.store';
import { OurFiguresStore } from './our-figures.store';
import type { Reconciliation } from './reconciliation-run';
import { ReconciliationTotalsStore } from './reconciliation-totals.store';

/**
 * Matches the staged rows with our own figures and writes what differs, and what both sides come to. The database puts
 * both sides in order, the rules of core take them as two streams: so there is one place that says what a key comes
 * to, and no more than a block of either side is held. False where there is nothing of ours to compare with.
 */
@Injectable()
export class MatchSides {
  constructor(
    private readonly ourFigures: OurFiguresStore,
    private readonly sides: MatchedSidesStore,
    private readonly differences: NewDifferencesStore,
    private readonly totals: ReconciliationTotalsStore,
  ) {}

  async run(tx: Tx, run: Reconciliation, header: Header): Promise<boolean> {
    if (!(await this.ourFigures.gather(tx, run))) return false;
    const { id, fileDigest, level } = run;
    const { statesTokens, statesMoney } = header;
    const matched = { id, fileDigest, countNames: COUNT_FIELDS[level], statesTokens, statesMoney };
    await this.differences.begin(tx);
    const totals = await this.judge(tx, matched, rulesOf(run, header));
    await this.differences.write(tx, matched);
    await this.totals.add(tx, id, fileDigest, totals);
    return true;
  }

  private async judge(tx: Tx, run: RunBeingMatched, rules: MatchRules) {
    const totals = noTotals();
    for await (const pairs of pairSorted(this.sides.ours(tx), this.sides.theirs(tx))) {
      const found: FoundDifference[] = [];
      for (const pair of pairs) {
        const outcome = judgePair(pair, rules);
        totals[outcome] = withPair(totals[outcome], pair);
        if (isDiffering(outcome)) found.push({ ...pair, outcome });
      }
      if (found.length > 0) await this.differences.gather(tx, run, found);
    }
    return totals;
  }
}

const rulesOf = ({ tolerances }: Reconciliation, header: Header): MatchRules => ({
  counts: toleranceOf(tolerances.tokens, 0),
  money: toleranceOf(tolerances.money, MONEY_PLACES),
  comparesCount: header.comparesCount,
  comparesMoney: header.statesMoney,
});
