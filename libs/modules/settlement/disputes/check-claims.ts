import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { Statement } from '../statement';
import { StatementLinesStore } from '../statement-lines.store';
import type { ClaimedLine } from './dispute';
import type { OpeningRefusal } from './dispute-refusal';
import type { NewDispute } from './dispute-rows';
import { DisputedDifferencesStore } from './disputed-differences.store';
import { DisputesStore } from './disputes.store';

/**
 * Whether each line can be disputed: it is there, something else is claimed, and nobody disputed it before, or what proves
 * it. The caller holds the lock of the statement.
 */
@Injectable()
export class CheckClaims {
  constructor(
    private readonly lines: StatementLinesStore,
    private readonly disputes: DisputesStore,
    private readonly differences: DisputedDifferencesStore,
  ) {}

  async run(
    tx: Tx,
    statement: Statement,
    claims: readonly ClaimedLine[],
  ): Promise<Result<NewDispute['lines'], OpeningRefusal>> {
    const named = claims.flatMap(({ statementLine }) => (statementLine === null ? [] : [statementLine]));
    const shares = await this.lines.sharesOf(tx, statement, named);
    const before = (await this.disputes.ofStatement(tx, statement)).flatMap((one) => one.lines);
    const taken = new Set(
      before.filter(({ state }) => state !== 'withdrawn').map(({ statementLine }) => statementLine),
    );
    const checked: NewDispute['lines'][number][] = [];
    for (const claim of claims) {
      const { statementLine: line, claimedFen } = claim;
      const issuedFen = line === null ? statement.shareFen : shares.get(line);
      if (issuedFen === undefined) return refuse({ code: 'unknown_line', line: line ?? 0 });
      if (issuedFen === claimedFen) return refuse({ code: 'nothing_claimed', line });
      if (taken.has(line)) return refuse({ code: 'already_disputed', line });
      taken.add(line);
      checked.push({ ...claim, line: checked.length + 1, issuedFen });
    }
    const ids = claims.flatMap((claim) => claim.reconciliationDifferenceIds);
    const [id] = await this.differences.disputed(tx, ids);
    return id === undefined ? ok(checked) : refuse({ code: 'difference_disputed', id });
  }
}
