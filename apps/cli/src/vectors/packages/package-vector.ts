import { firstDifference } from '../first-difference';
import type { RowOutcome } from '../litellm/row-outcome';
import { asideOf } from './asides';
import { deductedInOrder, orderOfTies } from './deduction-order';
import { creditsUsed, deductedByRatio, multiplierAt } from './deduction-ratio';
import { millionPrice, upgradeDifference } from './plan-price';
import { costOfCaching, costOfUsage, costWithHours, pricesAt } from './published-prices';

/** A figure that a vendor publishes of what it sells, with what it follows from. */
export interface PackageVector {
  readonly id: string;
  readonly kind: string;
  readonly given: Readonly<Record<string, never>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

type Reproduce = (given: never) => object;

/** By the kind of the row and by what it gives: the functions that bill say what must come out. */
const REPRODUCED: readonly (readonly [kind: string, gives: string, reproduce: Reproduce])[] = [
  ['deduction_ratio', 'base_price_per_k', deductedByRatio],
  ['credits', 'coefficient', creditsUsed],
  ['proration', 'old_quota', upgradeDifference],
  ['rating', 'cny_per_mtok.cache_hit', costWithHours],
  ['rating', 'cny_per_mtok.input', costOfUsage('cny_per_mtok', 'total_cny')],
  ['rating', 'usd_per_mtok.input', costOfUsage('usd_per_mtok', 'total')],
  ['rating', 'hit_factor', costOfCaching],
  ['price_version', 'model', pricesAt],
  ['deduction_order', 'packs', deductedInOrder],
  ['deduction_order', 'granted', deductedInOrder],
  ['deduction_order', 'ties', orderOfTies],
  ['plan', 'tokens_per_month', millionPrice],
  ['quota_multiplier', 'model', multiplierAt],
];

/** Whether these are the rows of such a file. */
export const isPackageVector = (row: Readonly<Record<string, unknown>>): boolean =>
  'given' in row && 'expected' in row && 'kind' in row && 'basis' in row;

/** Computes what the row expects of what it gives; what no function of ours decides is out of scope, and says why. */
export function checkPackageVector({ id, kind, given, expected }: PackageVector): RowOutcome {
  const aside = asideOf(id);
  if (aside !== undefined) return { id, outcome: 'out_of_scope', detail: aside };
  const [, , reproduce] = REPRODUCED.find(([of, gives]) => of === kind && has(given, gives)) ?? [];
  if (reproduce === undefined)
    return { id, outcome: 'differs', detail: `nobody reproduces a ${kind} of this` };
  const difference = firstDifference(expected, reproduce(given as never));
  if (difference === undefined) return { id, outcome: 'reproduced' };
  const { path, expected: wanted, actual } = difference;
  return {
    id,
    outcome: 'differs',
    detail: `${path}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(actual)}`,
  };
}

function has(given: unknown, path: string): boolean {
  let found = given;
  for (const name of path.split('.'))
    found = (found as Readonly<Record<string, unknown>> | undefined)?.[name];
  return found !== undefined;
}
