import { Injectable } from '@nestjs/common';
import { AccountsStore } from '@ciyuan/modules/parties';
import {
  UsageKeysStore,
  UsageOutcomesStore,
  differingFields,
  type FirstOutcome,
  type ReportedUsage,
} from '@ciyuan/modules/usage';
import type { Tx } from '@ciyuan/platform/database';
import type { UsageOutcome } from './usage-outcome';

/** The account of what no account is known for. */
export const NO_ACCOUNT = 0;

export interface ClaimedUsage {
  /** Seen for the first time, in the order received. */
  readonly fresh: readonly ReportedUsage[];
  /** The answers for what came before. */
  readonly answered: ReadonlyMap<ReportedUsage, UsageOutcome>;
  readonly accountIdOf: (usage: ReportedUsage) => number | undefined;
}

/** Claims identities for the transaction that charges them; what was there is answered by what became of it. */
@Injectable()
export class ClaimUsage {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly keys: UsageKeysStore,
    private readonly outcomes: UsageOutcomesStore,
  ) {}

  async run(tx: Tx, usage: readonly ReportedUsage[]): Promise<ClaimedUsage> {
    const ids = await this.accounts.idsByCode(tx, [...new Set(usage.map((one) => one.record.accountCode))]);
    const accountIdOf = (one: ReportedUsage): number | undefined => ids.get(one.record.accountCode);
    const seen = await this.keys.claim(tx, usage, (one) => accountIdOf(one) ?? NO_ACCOUNT);
    if (seen.size === 0) return { fresh: usage, answered: new Map(), accountIdOf };
    const again = usage.filter((one) => seen.has(one.key));
    return {
      fresh: usage.filter((one) => !seen.has(one.key)),
      answered: await this.answer(tx, again),
      accountIdOf,
    };
  }

  private async answer(tx: Tx, again: readonly ReportedUsage[]): Promise<Map<ReportedUsage, UsageOutcome>> {
    const known = await this.keys.known(
      tx,
      again.map((one) => one.key),
    );
    const first = await this.outcomes.first(tx, again, known);
    const answered = new Map<ReportedUsage, UsageOutcome>();
    for (const one of again) {
      const outcome = first.get(one.key);
      if (outcome === undefined)
        throw new Error(`record ${one.record.recordId} was claimed and has no outcome`);
      const isSame = known.get(one.key)?.contentHash === one.contentHash;
      answered.set(
        one,
        isSame ? duplicateOf(outcome) : { status: 'conflict', fields: differingFields(one, outcome) },
      );
    }
    return answered;
  }
}

function duplicateOf(first: FirstOutcome): UsageOutcome {
  if (first.state === 'suspense') {
    return { status: 'duplicate', first: { reason: first.reason, detail: first.detail } };
  }
  const { sequence, drawnMilli, usageGross } = first;
  return { status: 'duplicate', first: { sequence, drawnMilli, usageGross } };
}
