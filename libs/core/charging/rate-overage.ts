import type { PicoYuan } from '../kernel';
import { rateLines, totalOf } from '../rating';
import { COUNTERS, type Counts, type UsageRecord } from '../usage';
import type { AccountState, GrantState, SubscriptionState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';
import type { SuspenseReason } from './decision';
import { chargeTiers, type TierPositions } from './tier-charge';

/** A part of a record that no grant covered, rated in one way. */
export interface Overage {
  readonly kind: 'usage' | 'overdraw';
  readonly base: SubscriptionState | undefined;
  readonly plan: SubscriptionState['plan'];
  readonly channel: string | null;
  readonly gross: PicoYuan;
  readonly currency: string;
  readonly priceVersionId: number | null;
  /** What of the record it is, by counter. */
  readonly counts: Counts;
  readonly positions: TierPositions;
}

export type RatedOverage =
  | { readonly ok: true; readonly overage: Overage }
  | { readonly ok: false; readonly reason: SuspenseReason; readonly detail: string };

const NOTHING: Counts = COUNTERS.map(() => 0);

/**
 * What no grant covered: for a hard limit charged nothing, as overdraw; else priced from the account's base
 * subscription. The plan of the grant that would be burnt last decides which, for it is the one that ran dry.
 */
export function rateOverage(
  account: AccountState,
  record: UsageRecord,
  overage: Counts,
  lastEligible: GrantState | undefined,
  catalogue: ChargingCatalogue,
): RatedOverage {
  if (lastEligible?.plan.body.exhaustion === 'hard_limit') {
    return {
      ok: true,
      overage: overdraw(lastEligible, overage, unchargedPositions(account, record, catalogue)),
    };
  }
  const base = baseAt(account, record.at);
  if (base === undefined)
    return { ok: false, reason: 'no_tariff', detail: 'no base subscription at the instant' };
  const book = base.plan.body.priceBook ?? '';
  const inForce = catalogue.pricesAt(book, record.at);
  if (inForce === undefined) {
    return { ok: false, reason: 'no_tariff', detail: `price book ${book} is not in force at the instant` };
  }
  const tiers = chargeTiers(inForce.tiers, account, base, record, overage);
  const rated = rateLines(inForce.prices, record, tiers.rest);
  if (!rated.ok) return { ok: false, reason: 'unpriced', detail: COUNTERS[rated.unpriced] as string };
  return {
    ok: true,
    overage: {
      kind: 'usage',
      base,
      plan: base.plan,
      channel: base.channel,
      gross: tiers.amount + totalOf(rated.lines),
      currency: inForce.prices.currency,
      priceVersionId: inForce.versionId,
      counts: overage,
      positions: tiers.positions,
    },
  };
}

/** A tier row that counts all is moved by what is not charged too: what grants covered whole, and overdraw. */
export function unchargedPositions(
  account: AccountState,
  record: UsageRecord,
  catalogue: ChargingCatalogue,
): TierPositions {
  const base = baseAt(account, record.at);
  const tiers = base && catalogue.pricesAt(base.plan.body.priceBook ?? '', record.at)?.tiers;
  if (base === undefined || tiers === undefined || tiers.length === 0) return [];
  return chargeTiers(tiers, account, base, record, NOTHING).positions;
}

function overdraw(grant: GrantState, counts: Counts, positions: TierPositions): Overage {
  return {
    kind: 'overdraw',
    base: undefined,
    plan: grant.plan,
    channel: grant.channel,
    gross: 0n,
    currency: grant.plan.body.currency,
    priceVersionId: null,
    counts,
    positions,
  };
}

function baseAt(account: AccountState, at: number): SubscriptionState | undefined {
  return account.subscriptions.find(
    ({ plan, startsAt, endsAt }) =>
      plan.body.role === 'base' && startsAt <= at && (endsAt === null || at < endsAt),
  );
}
