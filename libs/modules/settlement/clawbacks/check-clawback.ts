import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { ClawbackPart } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import type { ClawbackRefusal, ClawbackScope } from './clawback';
import { SharedRevenueStore } from './shared-revenue.store';

/** Whether parts, with what was taken back before, are no more than each party had of the month. */
@Injectable()
export class CheckClawback {
  constructor(private readonly shared: SharedRevenueStore) {}

  async run(
    tx: Tx,
    scope: ClawbackScope,
    parts: readonly ClawbackPart[],
  ): Promise<Result<undefined, ClawbackRefusal>> {
    const had = await this.shared.of(tx, { ...scope, plan: null, model: null });
    const before = await this.shared.takenBack(tx, scope);
    const fenOf = (all: typeof had, party: string): bigint =>
      all.find((one) => one.party === party)?.sharedFen ?? 0n;
    const beyond = parts.find(
      ({ party, shareFen }) => shareFen < 0n && fenOf(had, party) + fenOf(before, party) + shareFen < 0n,
    );
    if (beyond === undefined) return ok(undefined);
    const { party } = beyond;
    return refuse({ code: 'more_than_shared', party, sharedFen: fenOf(had, party) + fenOf(before, party) });
  }
}
