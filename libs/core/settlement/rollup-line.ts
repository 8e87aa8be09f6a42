import type { PicoYuan } from '../kernel';

/**
 * What a line of revenue is: consumption of a package, usage charged as it comes, usage beyond a hard limit, what
 * expired, and what a commitment fell short of: without a model, or, once it is made up, of the model that used it.
 * A fee is for what a package was sold with.
 */
export type RollupKind = 'package' | 'usage' | 'overdraw' | 'breakage' | 'shortfall' | 'fee';

/** What tells the lines of one split apart, in the order in which they are compared. */
export interface LineKey {
  readonly planVersionId: number;
  readonly model: string | null;
  readonly vendor: string | null;
  readonly computeOwner: string | null;
  /** Null where the account came without one: the operator's own channel. */
  readonly channel: string | null;
  readonly chipKind: string | null;
  readonly kind: RollupKind;
  /** Whether something was paid for what was used. */
  readonly paid: boolean;
}

/** What was charged under one key, summed up. Amounts may be negative: reversals come as lines too. */
export interface RollupLine extends LineKey {
  /** The month that the records lie in, `YYYY-MM`. */
  readonly usageMonth: string;
  /** The month that they were booked in: the same while it was open, a later one else. */
  readonly accountingMonth: string;
  readonly splitRuleVersionId: number;
  readonly currency: string;
  readonly records: bigint;
  /** By the index of the counter. */
  readonly counts: readonly bigint[];
  readonly gross: PicoYuan;
  /** Stated where the sale fixed it; null for usage, whose tax its document fixes. */
  readonly net: PicoYuan | null;
  readonly vendorCost: PicoYuan;
  readonly computeCost: PicoYuan;
}

/** All of a key, in the order in which keys are compared. */
export const KEY_FIELDS = [
  'planVersionId',
  'model',
  'vendor',
  'computeOwner',
  'channel',
  'chipKind',
  'kind',
  'paid',
] as const satisfies readonly (keyof LineKey)[];

/** The order of keys: by each field in turn, texts by their code units, nothing before something. */
export function compareKeys(a: LineKey, b: LineKey): number {
  for (const field of KEY_FIELDS) {
    const [x, y] = [a[field] ?? '', b[field] ?? ''];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** One line for each key of the usage month, whatever the months it was booked in; in no order. */
export function mergeByKey(lines: Iterable<RollupLine>): RollupLine[] {
  const merged = new Map<string, RollupLine>();
  for (const line of lines) {
    const key = [line.splitRuleVersionId, line.currency, ...KEY_FIELDS.map((field) => line[field])];
    const text = JSON.stringify(key);
    const found = merged.get(text);
    merged.set(text, found === undefined ? line : together(found, line));
  }
  return [...merged.values()];
}

function together(a: RollupLine, b: RollupLine): RollupLine {
  return {
    ...a,
    records: a.records + b.records,
    counts: a.counts.map((count, index) => count + (b.counts[index] ?? 0n)),
    gross: a.gross + b.gross,
    net: a.net === null && b.net === null ? null : (a.net ?? 0n) + (b.net ?? 0n),
    vendorCost: a.vendorCost + b.vendorCost,
    computeCost: a.computeCost + b.computeCost,
  };
}
