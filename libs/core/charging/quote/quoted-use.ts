import type { PicoYuan } from '../../kernel';
import { COUNTERS, type Counter } from '../../usage';
import type { SuspenseReason } from '../decision';
import type { ChargeExplanation } from '../replay/explain-charge';
import type { LikeCalls } from './typical-call';

/** What a customer uses of one model. */
export interface QuotedUse extends LikeCalls {
  readonly model: string;
  readonly serviceTier?: string;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** Tokens of a class that a package covers, each for so many milli-tokens of it. */
export interface QuotedCover {
  readonly plan: string;
  readonly counter: Counter;
  readonly coefficientMilli: bigint;
  readonly tokens: number;
}

/** Tokens or units that nothing covers, at one price. */
export interface QuotedLine {
  readonly plan: string;
  readonly counter: Counter;
  /** For one token, or one unit of a meter. */
  readonly picoPerUnit: bigint;
  readonly quantity: number;
}

/** What the ladder of a price book asks between two positions of its counter. */
export interface QuotedTier {
  readonly lineage: string;
  readonly from: bigint;
  readonly to: bigint;
  readonly amount: PicoYuan;
}

export interface QuotedCharge {
  readonly covers: readonly QuotedCover[];
  readonly lines: readonly QuotedLine[];
  readonly tiers: readonly QuotedTier[];
  /** A commitment's consumption before and after; tokens, or pico-yuan of a spend. */
  readonly commitment: { readonly plan: string; readonly from: bigint; readonly to: bigint } | null;
  /** What it is charged at most, and what was rated up to then. */
  readonly cap: { readonly limit: PicoYuan; readonly to: PicoYuan } | null;
  /** Tokens and units that are charged nothing, for the plan ends there. */
  readonly overdrawn: number;
  readonly gross: PicoYuan;
}

export type QuotedUseResult =
  | { readonly ok: true; readonly use: QuotedUse; readonly charge: QuotedCharge }
  | { readonly ok: false; readonly use: QuotedUse; readonly reason: SuspenseReason; readonly detail: string };

/** The steps of several charges of one use as the steps of one. */
export function summedCharge(explanations: readonly ChargeExplanation[]): QuotedCharge {
  const overages = explanations.flatMap((one) => one.overages);
  const committed = overages.flatMap(({ plan, commitment }) => (commitment ? [{ plan, ...commitment }] : []));
  const caps = overages.flatMap(({ cap }) => cap ?? []);
  const [first] = committed;
  const last = committed[committed.length - 1];
  return {
    covers: merged(explanations.flatMap(coversOf), ({ plan, counter, coefficientMilli }) =>
      [plan, counter, coefficientMilli].join(' '),
    )
      .map((all) => ({ ...all[0], tokens: sum(all.map(({ tokens }) => tokens)) }))
      .sort(byCounter),
    lines: merged(
      overages.flatMap(({ plan, lines }) => lines.map(({ amount: _amount, ...line }) => ({ plan, ...line }))),
      ({ plan, counter, picoPerUnit }) => [plan, counter, picoPerUnit].join(' '),
    )
      .map((all) => ({ ...all[0], quantity: sum(all.map(({ quantity }) => quantity)) }))
      .sort(byCounter),
    tiers: merged(
      overages.flatMap(({ tiers }) => tiers),
      ({ lineage }) => lineage,
    ).map((all) => tierOf(all)),
    commitment: first && last ? { plan: first.plan, from: first.from, to: last.to } : null,
    cap: caps[caps.length - 1] ?? null,
    overdrawn: sum(overages.flatMap((one) => (one.kind === 'overdraw' ? one.counts.map(countOf) : []))),
    gross: overages.reduce((total, { gross }) => total + gross, 0n),
  };
}

type Some<Item> = readonly [Item, ...Item[]];

const countOf = ({ quantity }: { readonly quantity: number }): number => quantity;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const byCounter = (a: { readonly counter: Counter }, b: { readonly counter: Counter }): number =>
  COUNTERS.indexOf(a.counter) - COUNTERS.indexOf(b.counter);

const coversOf = ({ grants }: ChargeExplanation): QuotedCover[] =>
  grants.flatMap(({ plan, covered }) => covered.map((one) => ({ plan, ...one })));

function tierOf(moves: Some<QuotedTier>): QuotedTier {
  const [{ lineage, from }] = moves;
  const to = moves[moves.length - 1]?.to ?? from;
  return { lineage, from, to, amount: moves.reduce((total, { amount }) => total + amount, 0n) };
}

/** Those of equal keys together, in the order in which the keys first came. */
function merged<Item>(items: readonly Item[], keyOf: (item: Item) => string): Some<Item>[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
