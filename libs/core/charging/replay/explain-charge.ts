import type { Draw } from '../../entitlement';
import type { Instant, PicoYuan } from '../../kernel';
import { rateLines, tierSlice, type RatedLine, type TierSlice } from '../../rating';
import { COUNTERS, TOKEN_CLASSES, type Counter, type Counts, type UsageRecord } from '../../usage';
import type { AccountState, GrantState } from '../account-state';
import type { ChargingCatalogue } from '../catalogue-view';
import { rateCosts, type RatedCosts } from '../cost-prices';
import { partOfPrice } from '../grant-position';
import type { ChargePlan } from '../plan-charge';
import type { Overage } from '../rate-overage';
import { datedCall, pricedAt } from '../subscription/price-pin';
import { chargeTiers, type TierMove } from '../tier-charge';

/** What one grant covered of one class: `tokens` × `coefficientMilli` milli-tokens. */
export interface CoveredClass {
  readonly counter: Counter;
  readonly tokens: number;
  readonly coefficientMilli: bigint;
}

/** One grant that was eligible, in burn order, with what the record found and what it left. */
export interface GrantStep {
  readonly number: number;
  readonly plan: string;
  readonly planVersionId: number;
  readonly coefficientVersionId: number | null;
  readonly priority: number;
  readonly expiresAt: Instant | null;
  readonly beforeMilli: bigint;
  readonly drawnMilli: bigint;
  readonly afterMilli: bigint;
  readonly covered: readonly CoveredClass[];
  /** Of the price paid, recognised as it is consumed. */
  readonly recognisedGross: PicoYuan;
  readonly recognisedNet: PicoYuan;
}

export interface PricedClass {
  readonly counter: Counter;
  readonly quantity: number;
  /** Pico-yuan for one token, or one unit of a meter. */
  readonly picoPerUnit: bigint;
  readonly amount: PicoYuan;
}

/** The charge between two positions of a ladder's counter, and the tiers that they lie in. */
export interface TierStep extends Omit<TierMove, 'component'> {
  /** Where the first of its tokens lies. */
  readonly startsIn: TierSlice;
  readonly endsIn: TierSlice;
}

/** What no grant covered, and what it was charged by. */
export interface OverageStep {
  readonly kind: Overage['kind'];
  readonly rating: Overage['rating'];
  readonly plan: string;
  readonly planVersionId: number;
  readonly priceVersionId: number | null;
  readonly counts: readonly { readonly counter: Counter; readonly quantity: number }[];
  /** By entries of the price book; together with the tiers what was charged, or, under a cap, what was rated. */
  readonly lines: readonly PricedClass[];
  /** By its tiers: the charge between two positions of a counter. */
  readonly tiers: readonly TierStep[];
  /** By a commitment: its period's consumption before and after; tokens, or pico-yuan of a spend. */
  readonly commitment: { readonly from: bigint; readonly to: bigint } | null;
  /** What it is charged at most in its window, and what was rated in that before and after; null where nothing caps it. */
  readonly cap: { readonly limit: PicoYuan; readonly from: PicoYuan; readonly to: PicoYuan } | null;
  readonly gross: PicoYuan;
}

/** What a party's own book asks for the whole record, covered tokens too. */
export interface CostStep {
  readonly role: 'vendor' | 'compute';
  readonly party: string;
  readonly costVersionId: number | null;
  readonly lines: readonly PricedClass[];
  /** Null where no book prices it. */
  readonly amount: PicoYuan | null;
}

export interface ChargeExplanation {
  readonly grants: readonly GrantStep[];
  readonly overages: readonly OverageStep[];
  readonly costs: readonly CostStep[];
}

/**
 * How a record was charged, step by step. `account` is as the record found it, but that the plan has already lowered
 * what is left of the grants that it draws on; nothing else may have been booked.
 */
export function explainCharge(
  account: AccountState,
  record: UsageRecord,
  plan: ChargePlan,
  catalogue: ChargingCatalogue,
): ChargeExplanation {
  const draws = new Map(plan.drawdown.draws.map((draw) => [draw.grant, draw]));
  return {
    grants: account.grants
      .filter((grant) => draws.has(grant) || isInForce(grant, record))
      .map((grant) => grantStep(grant, draws.get(grant), record)),
    overages: plan.overages.map(({ overage }) => overageStep(account, record, overage, catalogue)),
    costs: [
      costStep('vendor', record.vendor, rateCosts(record.vendor, record, catalogue, plan.currency)),
      costStep(
        'compute',
        record.computeOwner,
        rateCosts(record.computeOwner, record, catalogue, plan.currency),
      ),
    ],
  };
}

const isInForce = (grant: GrantState, { at, model }: UsageRecord): boolean =>
  grant.effectiveAt <= at && (grant.expiresAt === null || at < grant.expiresAt) && grant.matchesModel(model);

function grantStep(grant: GrantState, draw: Draw<GrantState> | undefined, record: UsageRecord): GrantStep {
  const drawnMilli = draw?.milliTokens ?? 0n;
  const recognised = partOfPrice(grant, drawnMilli);
  return {
    number: grant.number,
    plan: grant.plan.code,
    planVersionId: grant.plan.id,
    coefficientVersionId: grant.coefficientVersionId,
    priority: grant.priority,
    expiresAt: grant.expiresAt,
    beforeMilli: grant.leftMilli + drawnMilli,
    drawnMilli,
    afterMilli: grant.leftMilli,
    covered: TOKEN_CLASSES.flatMap((counter, index) => {
      const tokens = draw?.covered[index] ?? 0;
      const coefficientMilli = grant.coefficients(record.model, counter, record.at);
      return tokens === 0 ? [] : [{ counter, tokens, coefficientMilli }];
    }),
    recognisedGross: recognised.gross,
    recognisedNet: recognised.net,
  };
}

function overageStep(
  account: AccountState,
  record: UsageRecord,
  overage: Overage,
  catalogue: ChargingCatalogue,
): OverageStep {
  const { kind, rating, plan, priceVersionId, counts, move, cap, gross } = overage;
  return {
    kind,
    rating,
    plan: plan.code,
    planVersionId: plan.id,
    priceVersionId,
    counts: named(counts),
    ...pricesOf(account, record, overage, catalogue),
    commitment: move === undefined ? null : { from: move.quantityBefore, to: move.quantityAfter },
    cap: cap === undefined ? null : { limit: cap.limit, from: cap.from, to: cap.to },
    gross,
  };
}

function pricesOf(
  account: AccountState,
  record: UsageRecord,
  { base: own, cap, counts }: Overage,
  catalogue: ChargingCatalogue,
): Pick<OverageStep, 'lines' | 'tiers'> {
  // What lies beyond a cap was rated too.
  const base = own ?? cap?.tariff.base;
  if (base === undefined) return { lines: [], tiers: [] };
  const datedAt = pricedAt(base, record.at);
  const book = catalogue.pricesAt(base.plan.body.priceBook ?? '', datedAt);
  if (book === undefined) return { lines: [], tiers: [] };
  const { rest, moves } = chargeTiers(book.tiers, account, base, record, counts);
  const rated = rateLines(book.prices, datedCall(record, datedAt), rest);
  return { lines: rated.ok ? rated.lines.map(priced) : [], tiers: moves.map(tierStep) };
}

const tierStep = ({ component, ...move }: TierMove): TierStep => ({
  ...move,
  startsIn: tierSlice(component, move.from < move.to ? move.from + 1n : move.to),
  endsIn: tierSlice(component, move.to),
});

function costStep(role: CostStep['role'], party: string, rated: RatedCosts): CostStep {
  const costVersionId = rated.versionId;
  if (!rated.ok) return { role, party, costVersionId, lines: [], amount: null };
  const lines = rated.lines.map(priced);
  const amount = lines.reduce((total, line) => total + line.amount, 0n);
  return { role, party, costVersionId, lines, amount };
}

const priced = ({ counter, ...line }: RatedLine): PricedClass => ({
  counter: COUNTERS[counter] as Counter,
  ...line,
});

const named = (counts: Counts): OverageStep['counts'] =>
  COUNTERS.flatMap((counter, index) => {
    const quantity = counts[index] ?? 0;
    return quantity === 0 ? [] : [{ counter, quantity }];
  });
