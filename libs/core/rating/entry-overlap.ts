import { bandsMeet, canMatchTheSame } from '../catalogue';
import type { Instant } from '../kernel';
import type { CompiledEntry } from './price-entry';

/** A readable entry and its place in the book. */
export interface PlacedEntry extends CompiledEntry {
  readonly index: number;
}

interface Span {
  readonly effectiveFrom: Instant;
  readonly effectiveTo: Instant;
}

/**
 * Whether there can be a record that both entries apply to, classes aside. Lower bounds never exclude one another:
 * a record can be long enough for both.
 */
export function canMeet(a: CompiledEntry, b: CompiledEntry): boolean {
  return (
    a.effectiveFrom < b.effectiveTo &&
    b.effectiveFrom < a.effectiveTo &&
    (a.serviceTier === undefined || b.serviceTier === undefined || a.serviceTier === b.serviceTier) &&
    a.when.every(([name, value]) => b.when.every(([other, its]) => other !== name || its === value)) &&
    bandsMeet(a.band, b.band) &&
    !areOpposite(a.holidays, b.holidays) &&
    canMatchTheSame(a.model.text, b.model.text)
  );
}

/**
 * Whether `entry` applies to every record that `a` and `b` both apply to, models and dates aside: it asks for nothing
 * that neither of them asks for.
 */
export function appliesWhere(entry: CompiledEntry, a: CompiledEntry, b: CompiledEntry): boolean {
  const asked = [...a.when, ...b.when];
  return (
    [undefined, a.serviceTier, b.serviceTier].includes(entry.serviceTier) &&
    entry.when.every(([name, value]) => asked.some(([other, its]) => other === name && its === value)) &&
    entry.promptOver <= Math.max(a.promptOver, b.promptOver) &&
    entry.completionOver <= Math.max(a.completionOver, b.completionOver) &&
    (entry.band === undefined || sameBand(entry, a) || sameBand(entry, b))
  );
}

/** Whether the spans leave no instant out of those that `a` and `b` have in common. */
export function coverDates(spans: readonly Span[], a: Span, b: Span): boolean {
  const end = Math.min(a.effectiveTo, b.effectiveTo);
  let covered = Math.max(a.effectiveFrom, b.effectiveFrom);
  for (const span of [...spans].sort((one, other) => one.effectiveFrom - other.effectiveFrom)) {
    if (span.effectiveFrom > covered) break;
    covered = Math.max(covered, span.effectiveTo);
  }
  return covered >= end;
}

/** Workdays and all other days of one calendar; those of two calendars may fall together, weekdays or not. */
const areOpposite = (a: CompiledEntry['holidays'], b: CompiledEntry['holidays']): boolean =>
  a !== undefined && b !== undefined && a.calendar === b.calendar && a.on !== b.on;

function sameBand({ band: a, holidays: its }: CompiledEntry, { band: b, holidays }: CompiledEntry): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.fromMinute !== b.fromMinute || a.toMinute !== b.toMinute) return false;
  if (its?.calendar !== holidays?.calendar || its?.on !== holidays?.on) return false;
  const [one, other] = [[...(a.days ?? [])].sort(), [...(b.days ?? [])].sort()];
  return (a.days === undefined) === (b.days === undefined) && one.join() === other.join();
}
