import { Injectable } from '@nestjs/common';
import { SuspenseStore, type ReportedUsage } from '@ciyuan/modules/usage';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { ClaimUsage } from './claim-usage';
import { TakeBackUsage, type UsageToTakeBack } from './take-back-usage';
import type { UsageOutcome } from './usage-outcome';
import type { ReplacementOutcome } from './void-outcome';
import { WriteClaimedUsage } from './write-claimed-usage';

export interface RecordToReplace extends Omit<UsageToTakeBack, 'alsoLocked'> {
  readonly usage: ReportedUsage;
}

type Known = Extract<UsageOutcome, { readonly status: 'duplicate' | 'conflict' }>;

/** Voids one record and charges another in its place, inside the caller's transaction, which anything else undoes. */
@Injectable()
export class ReplaceRecord {
  constructor(
    private readonly claimUsage: ClaimUsage,
    private readonly takeBackUsage: TakeBackUsage,
    private readonly writeClaimedUsage: WriteClaimedUsage,
    private readonly suspense: SuspenseStore,
    private readonly clock: Clock,
  ) {}

  /** What is not `replaced` has left something behind that is to be rolled back. */
  async run(tx: Tx, { usage, ...voided }: RecordToReplace): Promise<ReplacementOutcome> {
    const { answered, accountIdOf } = await this.claimUsage.run(tx, [usage]);
    const known = answered.get(usage);
    if (known !== undefined) return { status: 'known', record: known as Known };
    const accountId = accountIdOf(usage);
    const alsoLocked = accountId === undefined ? [] : [accountId];
    const [taken] = await this.takeBackUsage.run(tx, { ...voided, alsoLocked });
    if (taken === undefined) throw new Error('nothing was to be replaced');
    if (taken.status !== 'voided') return taken;
    const { charged, suspended } = await this.writeClaimedUsage.run(tx, { usage: [usage], accountIdOf });
    await this.suspense.open(tx, suspended, this.clock.now());
    const [charge] = charged.values();
    const [waiting] = suspended;
    if (charge !== undefined) {
      return { status: 'replaced', void: taken.void, record: { status: 'accepted', charge } };
    }
    if (waiting === undefined) throw new Error(`record ${usage.key} has no outcome`);
    const { reason, detail } = waiting;
    return {
      status: 'replaced',
      void: taken.void,
      record: { status: 'suspense', suspense: { reason, detail } },
    };
  }
}
