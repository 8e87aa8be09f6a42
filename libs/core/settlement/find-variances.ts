import type { VariancePolicy } from '../catalogue';
import { divideHalfAway, multiply, parseFen, ratio, ratioOf, compare, type Fen } from '../kernel';
import type {
  ModelSum,
  Movement,
  PartySum,
  SettledSums,
  VarianceFinding,
  VarianceKind,
  Variances,
} from './variance';

const BASIS_POINTS = 10_000n;

/**
 * What of a settlement is further from the month before than the policy lets pass; with no month before (`undefined`)
 * only what is wrong by itself. The same sums in any order give the same findings, the largest first.
 */
export function findVariances(
  now: SettledSums,
  before: SettledSums | undefined,
  policy: VariancePolicy,
): Variances {
  const parties = pairs(now.parties, before?.parties ?? [], partyName);
  const models = pairs(now.models, before?.models ?? [], modelName);
  const findings = parties.flatMap((pair) => [
    ...negativeStatement(pair, policy),
    ...(before === undefined ? [] : movedParty(pair, policy)),
  ]);
  if (before !== undefined) findings.push(...models.flatMap((pair) => movedModel(pair, policy)));
  const movers = before === undefined ? [] : [...parties, ...models].map(shareMovement);
  return {
    findings: findings.sort((a, b) => bySize(a.sizeFen, b.sizeFen) || byText(a.finding, b.finding)),
    topMovers: movers
      .filter(({ change }) => change !== 0n)
      .sort((a, b) => bySize(absolute(a.change), absolute(b.change)) || byText(moverName(a), moverName(b)))
      .slice(0, policy.topMovers),
  };
}

/** The same thing in two months; at least one of them has it. */
interface Pair<Sum> {
  readonly now: Sum | undefined;
  readonly before: Sum | undefined;
}

function pairs<Sum>(now: readonly Sum[], before: readonly Sum[], name: (sum: Sum) => string): Pair<Sum>[] {
  const then = new Map(before.map((sum) => [name(sum), sum]));
  const found = new Map<string, Pair<Sum>>();
  for (const sum of now) found.set(name(sum), { now: sum, before: then.get(name(sum)) });
  for (const [key, sum] of then) if (!found.has(key)) found.set(key, { now: undefined, before: sum });
  return [...found.values()];
}

function negativeStatement({ now, before }: Pair<PartySum>, policy: VariancePolicy): VarianceFinding[] {
  const limit = policy.negativeStatement;
  if (limit === undefined || now === undefined || -now.shareFen <= parseFen(limit.yuan)) return [];
  return [partyFinding('negative_statement', { now, before }, -now.shareFen)];
}

/** At most one of these holds: a party is new, gone, billed nothing, or just moved. */
function movedParty(pair: Pair<PartySum>, policy: VariancePolicy): VarianceFinding[] {
  const [before, after] = [pair.before?.shareFen ?? 0n, pair.now?.shareFen ?? 0n];
  const size = absolute(after - before);
  const beyond = (limit: { readonly yuan: string } | undefined): boolean =>
    limit !== undefined && size > parseFen(limit.yuan);
  const asked = (kind: VarianceKind, isAsked: boolean): VarianceFinding[] =>
    isAsked ? [partyFinding(kind, pair, size)] : [];
  if (pair.before === undefined) return asked('new_party', beyond(policy.newParty));
  if (pair.now === undefined) return asked('party_gone', beyond(policy.partyGone));
  if (after === 0n) return asked('zero_bill', beyond(policy.zeroBill));
  const { partyShare } = policy;
  const isFar = partyShare !== undefined && exceeds(before, after - before, partyShare.percent);
  return asked('party_share', isFar && beyond(partyShare));
}

function movedModel(pair: Pair<ModelSum>, { modelTokens }: VariancePolicy): VarianceFinding[] {
  const [before, after] = [pair.before?.tokens ?? 0n, pair.now?.tokens ?? 0n];
  const isFar =
    modelTokens !== undefined &&
    absolute(after - before) > BigInt(modelTokens.tokens) &&
    exceeds(before, after - before, modelTokens.percent);
  if (!isFar) return [];
  const sizeFen = absolute((pair.now?.shareFen ?? 0n) - (pair.before?.shareFen ?? 0n));
  const moved = movement(pair, before, after);
  return [{ ...moved, kind: 'model_tokens', finding: findingName('model_tokens', moved), sizeFen }];
}

/** Whether the change is more than so many per cent of what was before; from nothing, every change is. */
const exceeds = (before: bigint, change: bigint, percent: string): boolean =>
  compare(ratio(absolute(change) * 100n), multiply(ratio(absolute(before)), ratioOf(percent))) > 0;

function partyFinding(kind: VarianceKind, pair: Pair<PartySum>, sizeFen: Fen): VarianceFinding {
  const moved = shareMovement(pair);
  return { ...moved, kind, finding: findingName(kind, moved), sizeFen };
}

const shareMovement = (pair: Pair<PartySum | ModelSum>): Movement =>
  movement(pair, pair.before?.shareFen ?? 0n, pair.now?.shareFen ?? 0n);

function movement(pair: Pair<PartySum | ModelSum>, before: bigint, after: bigint): Movement {
  const one = (pair.now ?? pair.before) as PartySum | ModelSum;
  const change = after - before;
  const basisPoints = before === 0n ? null : divideHalfAway(change * BASIS_POINTS, absolute(before));
  const model = 'model' in one ? one.model : null;
  return { party: one.party, currency: one.currency, model, before, after, change, basisPoints };
}

const partyName = ({ party, currency }: PartySum): string => JSON.stringify([party, currency]);
const modelName = ({ party, currency, model }: ModelSum): string => JSON.stringify([party, currency, model]);
const moverName = ({ party, currency, model }: Movement): string => JSON.stringify([party, currency, model]);

/** Codes of parties and currencies have no slash; a model's name, which may, comes last. */
const findingName = (kind: VarianceKind, { party, currency, model }: Movement): string =>
  [kind, party, currency, ...(model === null ? [] : [model])].join('/');

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
const bySize = (a: bigint, b: bigint): number => (a > b ? -1 : a < b ? 1 : 0);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
