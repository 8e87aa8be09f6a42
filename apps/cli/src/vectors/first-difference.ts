import { compare, isDecimal, ratioOf } from '@ciyuan/core/kernel';

export interface Difference {
  /** Dot-separated; empty when the values themselves differ. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const MOST_PLACES = 30;

/** The first place where two JSON values differ, in the order of the expected one; decimals compare by value. */
export function firstDifference(expected: unknown, actual: unknown, path = ''): Difference | undefined {
  if (isObject(expected) && isObject(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const below = path === '' ? key : `${path}.${key}`;
      const difference = firstDifference(member(expected, key), member(actual, key), below);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return sameScalar(expected, actual) ? undefined : { path, expected, actual };
}

function sameScalar(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  return isDecimalText(a) && isDecimalText(b) && compare(ratioOf(a), ratioOf(b)) === 0;
}

const isDecimalText = (value: unknown): value is string =>
  typeof value === 'string' && isDecimal(value, MOST_PLACES);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const member = (object: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;
