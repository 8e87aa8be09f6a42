import type { PicoYuan } from '../kernel';
import { rateLines, totalOf } from '../rating';
import { COUNTERS, TOKEN_CLASSES, totalTokens, type Counts, type UsageRecord } from '../usage';
import { commitmentAt } from './contract/account-commitments';
import type { AccountState, GrantState, SubscriptionState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';
import { planMove, type CommitmentMove } from './contract/commitment-move';
import type { SuspenseReason } from './decision';
import { capAt, moveCap, type CappedKind, type CapMove } from './overage-cap';
import { datedCall, pricedAt } from './subscription/price-pin';
import { chargeTiers, type TierPositions } from './tier-charge';

/** A part of a record that no grant covered, rated in one way. */
export interface Overage {
  readonly kind: 'usage' | 'overdraw';
  /** Who says what it costs; nobody for overdraw. */
  readonly rating: 'commitment' | 'base' | 'none';
  readonly base: SubscriptionState | undefined;
  readonly plan: SubscriptionState['plan'];
  readonly channel: string | null;
  readonly gross: PicoYuan;
  readonly currency: string;
  readonly priceVersionId: number | null;
  /** What of the record it is, by counter. */
  readonly counts: Counts;
  readonly positions: TierPositions;
  /** How it moves a commitment: one that rates it, or whose spend it counts towards. */
  readonly move?: CommitmentMove;
  /** How it moves the cap that it is charged within, and what it would be charged without. */
  readonly cap?: CapMove & { readonly tariff: Overage };
}

export type RatedOverage =
  | { readonly ok: true; readonly overages: readonly Overage[] }
  | { readonly ok: false; readonly reason: SuspenseReason; readonly detail: string };

const NOTHING: Counts = COUNTERS.map(() => 0);

/** A record that grants do not cover whole, and what says what the rest of it is charged. */
export interface Uncovered {
  readonly account: AccountState;
  readonly record: UsageRecord;
  /** The grant that would be burnt last: the one that ran dry. */
  readonly ranDry: GrantState | undefined;
  readonly catalogue: ChargingCatalogue;
  /** What the part that a cap limits was called, where it has been stated before. */
  readonly kept: CappedKind | undefined;
}

/**
 * What no grant covered. The tokens of a model that a take-or-pay commitment names are rated by it; the rest is
 * charged nothing, as overdraw, for a hard limit, or else priced from the account's base subscription, as far as a cap
 * lets it be charged. The plan of the grant that ran dry decides which; a throttle slows calls down and prices nothing.
 * What somebody gave says nothing of what the account has agreed to pay, where it has a base tariff.
 */
export function rateOverage(call: Uncovered, overage: Counts): RatedOverage {
  const { account, record } = call;
  const commitment = commitmentAt(account, record.model, record.at);
  if (commitment?.plan.body.commitment?.mode !== 'take_or_pay') return rateRest(call, overage, commitment);
  const committed = rateCommitted(account, record, overage, commitment);
  const rest = overage.map((count, counter) => (counter < TOKEN_CLASSES.length ? 0 : count));
  if (rest.every((count) => count === 0)) return { ok: true, overages: [committed] };
  const rated = rateRest(call, rest, undefined);
  if (!rated.ok || totalTokens(committed.counts) === 0) return rated;
  return { ok: true, overages: [committed, ...rated.overages] };
}

/** What the difference between the contract's positions charges. */
function rateCommitted(
  account: AccountState,
  record: UsageRecord,
  overage: Counts,
  commitment: SubscriptionState,
): Overage {
  const counts = overage.map((count, counter) => (counter < TOKEN_CLASSES.length ? count : 0));
  const move = planMove(account, commitment, record.at, BigInt(totalTokens(counts)));
  return {
    kind: 'usage',
    rating: 'commitment',
    base: undefined,
    plan: commitment.plan,
    channel: commitment.channel,
    gross: move.gross,
    currency: commitment.plan.body.currency,
    priceVersionId: null,
    counts,
    positions: [],
    move,
  };
}

function rateRest(call: Uncovered, overage: Counts, spend: SubscriptionState | undefined): RatedOverage {
  const { account, record, ranDry, catalogue } = call;
  if (isHardLimit(account, record, ranDry)) {
    const positions = unchargedPositions(account, record, catalogue);
    return { ok: true, overages: [overdraw(ranDry, overage, positions)] };
  }
  const base = baseAt(account, record.at);
  if (base === undefined)
    return { ok: false, reason: 'no_tariff', detail: 'no base subscription at the instant' };
  const book = base.plan.body.priceBook ?? '';
  const datedAt = pricedAt(base, record.at);
  const inForce = catalogue.pricesAt(book, datedAt);
  if (inForce === undefined) {
    return { ok: false, reason: 'no_tariff', detail: `price book ${book} is not in force at the instant` };
  }
  const tiers = chargeTiers(inForce.tiers, account, base, record, overage);
  const rated = rateLines(inForce.prices, datedCall(record, datedAt), tiers.rest);
  if (!rated.ok) return { ok: false, reason: 'unpriced', detail: COUNTERS[rated.unpriced] as string };
  const priced: Overage = {
    kind: 'usage',
    rating: 'base',
    base,
    plan: base.plan,
    channel: base.channel,
    gross: tiers.amount + totalOf(rated.lines),
    currency: inForce.prices.currency,
    priceVersionId: inForce.versionId,
    counts: overage,
    positions: tiers.positions,
  };
  const charged = withinCap(call, base, priced);
  return { ok: true, overages: [spend === undefined ? charged : spent(account, record, charged, spend)] };
}

/** What lies beyond a cap was rated, for the cap counts it, but is charged to nobody: no tariff is named for it. */
function withinCap(
  { account, record, ranDry, kept }: Uncovered,
  base: SubscriptionState,
  priced: Overage,
): Overage {
  const limit = capAt(account, base, ranDry, record.at);
  if (limit === undefined) return priced;
  const cap = { ...moveCap(account, limit, priced.gross, kept), tariff: priced };
  const positions = [...priced.positions, [cap.key, cap.to] as const];
  if (cap.kind === 'overdraw') return { ...overdraw(cap, priced.counts, positions), gross: cap.gross, cap };
  return { ...priced, gross: cap.gross, positions, cap };
}

function isHardLimit(
  account: AccountState,
  { at }: UsageRecord,
  last: GrantState | undefined,
): last is GrantState {
  if (last?.plan.body.exhaustion !== 'hard_limit') return false;
  return last.origin !== 'received' || baseAt(account, at) === undefined;
}

/** Usage in the contract's own currency counts towards its spend. */
function spent(
  account: AccountState,
  record: UsageRecord,
  priced: Overage,
  spend: SubscriptionState,
): Overage {
  if (priced.currency !== spend.plan.body.currency) return priced;
  return { ...priced, move: planMove(account, spend, record.at, priced.gross) };
}

/** A tier row that counts all is moved by what is not charged too: what grants covered whole, and overdraw. */
export function unchargedPositions(
  account: AccountState,
  record: UsageRecord,
  catalogue: ChargingCatalogue,
): TierPositions {
  const base = baseAt(account, record.at);
  const tiers = base && catalogue.pricesAt(base.plan.body.priceBook ?? '', pricedAt(base, record.at))?.tiers;
  if (base === undefined || tiers === undefined || tiers.length === 0) return [];
  return chargeTiers(tiers, account, base, record, NOTHING).positions;
}

function overdraw(
  by: Pick<SubscriptionState, 'plan' | 'channel'>,
  counts: Counts,
  positions: TierPositions,
): Overage {
  return {
    kind: 'overdraw',
    rating: 'none',
    base: undefined,
    plan: by.plan,
    channel: by.channel,
    gross: 0n,
    currency: by.plan.body.currency,
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
