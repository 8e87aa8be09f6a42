import { Injectable } from '@nestjs/common';
import { voidRecords } from '@ciyuan/core/charging';
import { formatInstant } from '@ciyuan/core/kernel';
import { AccountStatesStore } from '@ciyuan/modules/entitlement';
import { SuspenseStore, UsageCorrectionsStore, type KeyPlace, type RatedEntry } from '@ciyuan/modules/usage';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import type { ReportingWindow } from './read-usage';
import type { UsageToVoid, VoidOutcome, VoidTotals } from './void-outcome';
import { WriteCorrections } from './write-corrections';

export interface UsageToTakeBack {
  readonly partner: string;
  readonly by: string;
  readonly items: readonly UsageToVoid[];
  /** Undefined for a partner without a contract in force. */
  readonly window: ReportingWindow | undefined;
  /** Accounts that the caller changes afterwards, in the same transaction: locked here, in their order. */
  readonly alsoLocked?: readonly number[];
}

const NOTHING: VoidTotals = { sequence: null, returnedMilli: 0n, creditedGross: 0n };

/** Voids records inside the caller's transaction: what is charged by a reversal, what is in suspense where it lies. */
@Injectable()
export class TakeBackUsage {
  constructor(
    private readonly states: AccountStatesStore,
    private readonly suspense: SuspenseStore,
    private readonly corrections: UsageCorrectionsStore,
    private readonly writeCorrections: WriteCorrections,
    private readonly clock: Clock,
  ) {}

  /** One outcome for each item, in order. What stands in the items twice is void the second time. */
  async run(tx: Tx, request: UsageToTakeBack): Promise<VoidOutcome[]> {
    const reasons = new Map<string, string>();
    for (const item of request.items.toReversed()) reasons.set(keyOf(request.partner, item), item.reason);
    const outcomes = new Map<string, VoidOutcome>();
    for (const [key, { at }] of await this.corrections.places(tx, [...reasons.keys()])) {
      const refused = refusedByWindow(at, request.window);
      if (refused !== undefined) outcomes.set(key, refused);
    }
    const wanted = [...reasons]
      .filter(([key]) => !outcomes.has(key))
      .map(([key, reason]) => ({ key, reason }));
    const waiting = await this.suspense.void(tx, wanted, request.by, this.clock.now());
    for (const key of waiting) outcomes.set(key, { status: 'voided', void: NOTHING });
    // Read again once the suspense rows are held: what was recycled meanwhile is charged by now.
    const places = await this.corrections.places(
      tx,
      wanted.map((one) => one.key).filter((key) => !waiting.has(key)),
    );
    for (const [key, outcome] of await this.charged(tx, request, [...places.values()], reasons)) {
      outcomes.set(key, outcome);
    }
    return inOrder(request, outcomes);
  }

  private async charged(
    tx: Tx,
    { by, alsoLocked = [] }: UsageToTakeBack,
    places: readonly KeyPlace[],
    reasons: ReadonlyMap<string, string>,
  ): Promise<Map<string, VoidOutcome>> {
    const outcomes = new Map<string, VoidOutcome>();
    for (const { key, voidedInSuspense } of places) {
      if (voidedInSuspense) outcomes.set(key, { status: 'already_voided', void: NOTHING });
    }
    const charged = places.filter((one) => !one.voidedInSuspense);
    const accountIds = [...new Set([...charged.map((one) => one.accountId), ...alsoLocked])];
    if (accountIds.length > 0) await this.states.lock(tx, new Map(accountIds.map((id) => [id, 0])));
    const entries = await this.corrections.ofKeys(tx, charged);
    for (const one of entries) {
      if (one.kind === 'reversal')
        outcomes.set(keyOfEntry(one), { status: 'already_voided', void: totalsOf(one) });
    }
    const inForce = entries.filter((one) => one.kind !== 'reversal');
    if (inForce.length === 0) return outcomes;
    const { decision } = await this.writeCorrections.run(tx, {
      entries: inForce,
      accountIds: [...new Set(inForce.map(({ rating }) => rating.accountId))],
      takes: 1,
      by,
      reasonOf: (one) => reasons.get(keyOfEntry(one)) ?? '',
      decide: (rated, accounts, months, catalogue, now) =>
        voidRecords({ accounts, catalogue, months, now }, rated),
    });
    for (const one of decision.corrections) {
      outcomes.set(keyOfEntry(one), { status: 'voided', void: totalsOf(one) });
    }
    return outcomes;
  }
}

const keyOf = (partner: string, { source, id }: UsageToVoid): string => `${partner} ${source} ${id}`;

function keyOfEntry({ rating }: Pick<RatedEntry, 'rating'>): string {
  const { partner, source, recordId } = rating.record;
  return `${partner} ${source} ${recordId}`;
}

const totalsOf = ({ rating }: Pick<RatedEntry, 'rating'>): VoidTotals => ({
  sequence: rating.sequence,
  returnedMilli: -rating.drawnMilli,
  creditedGross: -rating.usageGross,
});

function refusedByWindow(at: Date, window: ReportingWindow | undefined): VoidOutcome | undefined {
  if (window === undefined) {
    return { status: 'refused', field: 'partner', message: 'has no contract in force' };
  }
  if (at.getTime() >= window.earliest) return undefined;
  return { status: 'refused', field: 'id', message: `of a call before ${formatInstant(window.earliest)}` };
}

function inOrder(
  { partner, items }: UsageToTakeBack,
  outcomes: ReadonlyMap<string, VoidOutcome>,
): VoidOutcome[] {
  const seen = new Set<string>();
  return items.map((item) => {
    const key = keyOf(partner, item);
    const outcome = outcomes.get(key) ?? { status: 'not_found' };
    const isAgain = seen.has(key);
    seen.add(key);
    return isAgain && outcome.status === 'voided' ? { ...outcome, status: 'already_voided' } : outcome;
  });
}
