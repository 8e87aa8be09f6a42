import { isDecimal } from '../kernel';
import { WINDOW_LENGTHS, type UsageWindow, type WindowMultiplier } from './plan-limits';
import type { PlanFault } from './plan-fault';
import { checkHours } from './time-band';

const FACTOR_PLACES = 3;

/**
 * The faults of a plan's windows. Two of the same kind and length count the same thing twice; and one that is longer must
 * let no less through than a shorter one that counts alike, whatever opens them, or the shorter one is never reached.
 */
export function checkWindows(windows: readonly UsageWindow[], path: string): PlanFault[] {
  if (windows.length === 0)
    return [{ path, code: 'missing', detail: 'at least one window, or none of them' }];
  return windows.flatMap((window, index): PlanFault[] => {
    const here = `${path}.${index}`;
    return [
      ...checkLimit(window.limit, `${here}.limit`),
      ...(window.models?.length === 0
        ? [{ path: `${here}.models`, code: 'missing' as const, detail: 'a model or a pattern' }]
        : []),
      ...(window.multipliers ?? []).flatMap((row, at) => checkFactor(row, `${here}.multipliers.${at}`)),
      ...checkAgainst(windows, index, path),
    ];
  });
}

/** A whole number above 0: what lets nothing through is no limit but a plan that is not sold. */
export function checkLimit(limit: number, path: string): PlanFault[] {
  if (Number.isSafeInteger(limit) && limit > 0) return [];
  return [{ path, code: 'out_of_range', detail: 'a whole number above 0' }];
}

function checkFactor({ factor, timeBand }: WindowMultiplier, path: string): PlanFault[] {
  const faults: PlanFault[] = [];
  if (!isDecimal(factor, FACTOR_PLACES) || factor.startsWith('-'))
    faults.push({ path: `${path}.factor`, code: 'not_an_amount', detail: `${factor}: at most three places` });
  if (timeBand === undefined) return faults;
  const hours = checkHours(timeBand, `${path}.timeBand`);
  faults.push(
    ...hours.map(({ detail, path: at }): PlanFault => ({ path: at, code: 'out_of_range', detail })),
  );
  return faults;
}

function checkAgainst(windows: readonly UsageWindow[], index: number, path: string): PlanFault[] {
  const window = windows[index] as UsageWindow;
  const twin = windows.slice(0, index).findIndex((other) => isTwin(other, window));
  if (twin >= 0) return [{ path: `${path}.${index}`, code: 'said_twice', detail: `as ${path}.${twin}` }];
  const at = windows.findIndex(
    (other) => isLonger(other, window) && countAlike(other, window) && other.limit < window.limit,
  );
  const longer = windows[at];
  if (longer === undefined) return [];
  const detail = `never reached: ${path}.${at} lets only ${longer.limit} through in a ${longer.length}`;
  return [{ path: `${path}.${index}`, code: 'never_reached', detail }];
}

const isLonger = (a: UsageWindow, b: UsageWindow): boolean =>
  WINDOW_LENGTHS.indexOf(a.length) > WINDOW_LENGTHS.indexOf(b.length);

const isTwin = (a: UsageWindow, b: UsageWindow): boolean =>
  a.kind === b.kind && a.length === b.length && a.unit === b.unit && modelsOf(a) === modelsOf(b);

/** Whether both count the same calls in the same way: then their limits can be compared. */
const countAlike = (a: UsageWindow, b: UsageWindow): boolean =>
  a.unit === b.unit && modelsOf(a) === modelsOf(b) && factorsOf(a) === factorsOf(b);

const modelsOf = ({ models = ['*'] }: UsageWindow): string => JSON.stringify([...models].sort());
const factorsOf = ({ multipliers = [] }: UsageWindow): string => JSON.stringify(multipliers);
