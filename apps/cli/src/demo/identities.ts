import type { CheckResult } from '@ciyuan/platform/database';
import type { MonthVerdict, Occurrences } from '@ciyuan/modules/reporting';
import type { OutcomeCounts } from './import-usage';
import type { Identity } from './report/demo-report';

/** What must have happened for the demo to show anything: each is a number of rows. */
const MUST_OCCUR: readonly (readonly [keyof Occurrences, string])[] = [
  ['trialDraws', 'a trial was drawn on'],
  ['packageDraws', 'a package was drawn on'],
  ['overage', 'overage was charged'],
  ['overTwoGrants', 'a record went over two grants'],
  ['suspense', 'a record went to suspense'],
  ['breakage', 'a grant expired with something left'],
];

export function occurred(occurrences: Occurrences): Identity[] {
  return MUST_OCCUR.map(([name, text]) => ({
    name: text,
    holds: occurrences[name] > 0,
    finding: `${occurrences[name]} times`,
  }));
}

/** Every record of the file has one outcome, and a second import gives every one of them its first. */
export function importedOnce(rows: number, first: OutcomeCounts, second: OutcomeCounts): Identity[] {
  const total = Object.values(first).reduce((sum, count) => sum + count, 0);
  return [
    {
      name: 'every record of the file has one outcome',
      holds: total === rows,
      finding: `${total} of ${rows}`,
    },
    {
      name: 'the file imported again is all duplicates',
      holds: second.duplicate === first.accepted + first.suspense && second.accepted + second.suspense === 0,
      finding: `${second.duplicate} duplicates`,
    },
  ];
}

export const unchanged = (name: string, before: string, after: string): Identity => ({
  name,
  holds: before === after,
  ...(before === after ? {} : { finding: `${before} became ${after}` }),
});

/** The identities over stored rows, as SQL finds them. */
export function checked(results: readonly CheckResult[]): Identity[] {
  return results.map(({ name, violations }) => ({
    name: `SQL: ${name.replaceAll('-', ' ')}`,
    holds: violations.length === 0,
    ...(violations[0] === undefined ? {} : { finding: `${violations[0].what}: ${violations[0].detail}` }),
  }));
}

/** The month computed again from its records. */
export function verified({ figures, settlement, differences: [first] }: MonthVerdict): Identity {
  const found = first && `${first.figure} ${first.column}: ${first.stored}, not ${first.computed}`;
  return {
    name: `the month computed again gives its ${figures} figures`,
    holds: figures > 0 && settlement === 'posted' && first === undefined,
    ...(found === undefined ? {} : { finding: found }),
  };
}
