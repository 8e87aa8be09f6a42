import type { PriceEntry, TimeBand } from './price-book';

type Conditions = Pick<PriceEntry, 'serviceTier' | 'when' | 'promptOver' | 'completionOver' | 'timeBand'>;

/** What an entry asks for beyond its model, class and dates, as people read it; the same text for the same conditions. */
export function conditionsText({
  serviceTier,
  when,
  promptOver,
  completionOver,
  timeBand,
}: Conditions): string {
  return [
    ...(serviceTier === undefined ? [] : [`serviceTier=${serviceTier}`]),
    ...(when === undefined ? [] : [whenText(when)]),
    ...(promptOver === undefined ? [] : [`promptOver=${promptOver}`]),
    ...(completionOver === undefined ? [] : [`completionOver=${completionOver}`]),
    ...(timeBand === undefined ? [] : [bandText(timeBand)]),
  ].join('; ');
}

/** The dimensions by name; none at all is said too, for it is written down otherwise than no word of them. */
export function whenText(when: Readonly<Record<string, string>>): string {
  const named = Object.entries(when).sort(([a], [b]) => (a < b ? -1 : 1));
  return named.length === 0 ? 'any' : named.map(([name, value]) => `${name}=${value}`).join('; ');
}

function bandText({ from, to, days, holidays, on }: TimeBand): string {
  return [
    `${from}-${to}`,
    ...(days === undefined ? [] : [`days ${days.join(' ')}`]),
    ...(holidays === undefined ? [] : [`${on} of ${holidays}`]),
  ].join(', ');
}
