import { allocatePrice, grantPriority, grantedModels, type Plan } from '../catalogue';
import type { DrawableGrant } from '../entitlement';
import {
  daysBetween,
  fenToPico,
  parseFen,
  pattern,
  periodContaining,
  plusLocalDays,
  prorate,
  type Fen,
  type Instant,
  type PicoYuan,
} from '../kernel';
import { netFen } from '../ledger';
import type { AccountState, GrantOrigin, GrantPlace, GrantState, SubscriptionState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';

const MILLI = 1000n;
const ID_DIGITS = 12;
const UNIT_COEFFICIENT = 1000n;

/** Grant ids are the account's sequence numbers, padded so that bytewise order is the order of issue. */
export const grantId = (number: number): string => String(number).padStart(ID_DIGITS, '0');

/** What a plan sells: whole tokens for whole fen. */
export interface SoldTerms {
  readonly effectiveAt: Instant;
  readonly expiresAt: Instant;
  readonly tokens: bigint;
  readonly grossFen: bigint;
}

/** What comes out of another grant has parts of tokens and of fen. */
export interface ExactTerms {
  readonly effectiveAt: Instant;
  readonly expiresAt: Instant | null;
  readonly quantityMilli: bigint;
  readonly priceGross: PicoYuan;
  readonly priceNet: PicoYuan;
}

/** What a grant is issued with; what is absent follows from its plan, and it is granted as it becomes effective. */
export type GrantTerms = (SoldTerms | ExactTerms) & {
  /** `sold` unless said otherwise. */
  readonly origin?: GrantOrigin;
  readonly priority?: number;
  readonly grantedAt?: Instant;
  /** Null: it follows the table. */
  readonly coefficientVersionId?: number | null;
  readonly from?: GrantPlace | null;
};

/** What the cycle that begins at `start` grants and costs; the first may be a partial one, prorated by day. */
export function cycleTerms(plan: Plan, zone: string, anchorDay: number, start: Instant): SoldTerms {
  const period = periodContaining(zone, anchorDay, start);
  const full = { tokens: BigInt(plan.allowance?.tokens ?? 0), grossFen: parseFen(plan.price) };
  const window = { effectiveAt: start, expiresAt: period.end };
  if (start === period.start || plan.firstPeriod.mode === 'full') return { ...window, ...full };
  const share = prorate({
    feeFen: full.grossFen,
    allowanceTokens: full.tokens,
    days: daysBetween(zone, start, period.end),
    periodDays: daysBetween(zone, period.start, period.end),
    denominator: plan.firstPeriod.denominator,
    allowanceRounding: plan.firstPeriod.allowanceRounding,
  });
  // Days too few for a whole token are not charged either.
  const grossFen = share.allowanceTokens === 0n ? 0n : share.feeFen;
  return { ...window, tokens: share.allowanceTokens, grossFen };
}

/** What a pack or a trial that begins at `start` grants and costs. */
export function packTerms(plan: Plan, zone: string, start: Instant): SoldTerms {
  return {
    effectiveAt: start,
    expiresAt: plusLocalDays(zone, start, plan.validityDays ?? 0),
    tokens: BigInt(plan.allowance?.tokens ?? 0),
    grossFen: parseFen(plan.price),
  };
}

/** A new grant of the account, under its next sequence number; the account's burn order is kept. */
export function newGrant(
  account: AccountState,
  subscription: Pick<SubscriptionState, 'plan' | 'channel'> & { readonly id: number | null },
  cycle: number,
  terms: GrantTerms,
  catalogue: ChargingCatalogue,
): GrantState {
  const plan = subscription.plan.body;
  const patterns = grantedModels(plan).map(pattern);
  const number = account.nextSequence++;
  const grantedAt = terms.grantedAt ?? terms.effectiveAt;
  const exact: ExactPrice = 'tokens' in terms ? exactTerms(terms, plan) : terms;
  return {
    id: grantId(number),
    number,
    plan: subscription.plan,
    subscriptionId: subscription.id,
    cycle,
    channel: subscription.channel,
    priority: terms.priority ?? grantPriority(plan),
    grantedAt,
    effectiveAt: terms.effectiveAt,
    expiresAt: terms.expiresAt,
    matchesModel: (model) => patterns.some((one) => one.matches(model)),
    ...coefficientsOf(plan, terms.coefficientVersionId, grantedAt, catalogue),
    quantityMilli: exact.quantityMilli,
    leftMilli: exact.quantityMilli,
    priceGross: exact.priceGross,
    priceNet: exact.priceNet,
    ...(exact.fees === undefined ? {} : { fees: exact.fees }),
    origin: terms.origin ?? 'sold',
    from: terms.from ?? null,
    drawnMilli: 0n,
    releasedMilli: 0n,
    releasedGross: 0n,
    releasedNet: 0n,
    expiredMilli: 0n,
    isNew: true,
    isChanged: false,
  };
}

type ExactPrice = Pick<ExactTerms, 'quantityMilli' | 'priceGross' | 'priceNet'> & Pick<GrantState, 'fees'>;

/** Of a bundle the grant has what lies on the tokens; the first period is prorated before its price is shared. */
function exactTerms({ tokens, grossFen }: SoldTerms, { bundle, vatRate }: Plan): ExactPrice {
  const quantityMilli = tokens * MILLI;
  if (bundle === undefined) return { quantityMilli, ...priced(grossFen, vatRate) };
  const parts = allocatePrice(bundle, grossFen);
  const own = bundle.parts.findIndex(({ kind }) => kind === 'tokens');
  const fees = bundle.parts.flatMap(({ code, kind }, index) => {
    const { priceGross: gross, priceNet: net } = priced(parts[index] ?? 0n, vatRate);
    return kind === 'tokens' ? [] : [{ part: code, gross, net }];
  });
  return { quantityMilli, ...priced(parts[own] ?? 0n, vatRate), fees };
}

const priced = (grossFen: Fen, vatRate: string): Pick<ExactTerms, 'priceGross' | 'priceNet'> => ({
  priceGross: fenToPico(grossFen),
  priceNet: fenToPico(netFen(grossFen, vatRate)),
});

/** A grant's coefficients: those it was issued with, or, where the plan says so, those of the table as it moves. */
export function grantCoefficients(
  plan: Plan,
  versionId: number | null,
  catalogue: ChargingCatalogue,
): DrawableGrant['coefficients'] {
  const table = plan.coefficientTable;
  if (table === undefined) return () => UNIT_COEFFICIENT;
  if (versionId !== null) return catalogue.coefficientsOf(versionId).lookup;
  return (model, tokenClass, at) => catalogue.coefficientsAt(table, at).lookup(model, tokenClass, at);
}

function coefficientsOf(
  plan: Plan,
  given: number | null | undefined,
  at: Instant,
  catalogue: ChargingCatalogue,
): Pick<GrantState, 'coefficients' | 'coefficientVersionId'> {
  const versionId = given === undefined ? versionAtIssue(plan, at, catalogue) : given;
  return { coefficients: grantCoefficients(plan, versionId, catalogue), coefficientVersionId: versionId };
}

function versionAtIssue(plan: Plan, at: Instant, catalogue: ChargingCatalogue): number | null {
  if (plan.coefficientTable === undefined || plan.coefficients !== 'at_issue') return null;
  return catalogue.coefficientsAt(plan.coefficientTable, at).versionId;
}
