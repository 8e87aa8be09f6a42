import {
  CLOSE_ITEMS,
  checklistOf,
  waivedCounts,
  type CloseFindings,
  type CloseItemCode,
  type StandingWaiver,
} from './checklist';

const findings = (counts: Partial<Record<CloseItemCode, number>>): CloseFindings =>
  Object.fromEntries(
    CLOSE_ITEMS.map(({ code }) => [code, { count: counts[code] ?? 0, example: null }]),
  ) as CloseFindings;
const waiver = (seen: number): StandingWaiver => ({ item: 'suspense_open', seen });

const CASES: readonly (readonly [
  what: string,
  counts: Partial<Record<CloseItemCode, number>>,
  waivers: readonly StandingWaiver[],
  notOk: readonly string[],
])[] = [
  ['nothing holds it up', {}, [], []],
  ['a waiver of nothing', {}, [waiver(3)], []],
  ['something is open', { suspense_open: 2 }, [], ['suspense_open open']],
  ['all of it was seen', { suspense_open: 2 }, [waiver(2)], ['suspense_open waived']],
  ['less than was seen', { suspense_open: 1 }, [waiver(2)], ['suspense_open waived']],
  ['more than was seen', { suspense_open: 3 }, [waiver(2)], ['suspense_open open']],
  ['more was seen later', { suspense_open: 3 }, [waiver(2), waiver(3)], ['suspense_open waived']],
  ['another item', { cost_suspense_open: 1 }, [waiver(9)], ['cost_suspense_open open']],
  [
    'what cannot be waived',
    { books_differ: 1, voids_not_re_rated: 1 },
    [{ item: 'books_differ', seen: 9 } as unknown as StandingWaiver],
    ['voids_not_re_rated open', 'books_differ open'],
  ],
];

describe('the checklist of a month', () => {
  it.each(CASES)('%s', (_what, counts, waivers, notOk) => {
    const checklist = checklistOf(findings(counts), waivers);
    expect(checklist.map(({ code }) => code)).toEqual(CLOSE_ITEMS.map(({ code }) => code));
    const told = checklist.filter(({ state }) => state !== 'ok').map(({ code, state }) => `${code} ${state}`);
    expect(told).toEqual(notOk);
  });

  it('counts what was not waited for, and nothing else', () => {
    const counts = { suspense_open: 2, cost_suspense_open: 1 };
    expect(waivedCounts(checklistOf(findings(counts), [waiver(2)]))).toEqual({ suspense_open: 2 });
  });
});
