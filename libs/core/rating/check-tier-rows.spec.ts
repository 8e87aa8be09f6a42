import type { PriceEntry, TierRow } from '../catalogue';
import { book, entry, faultsOf, m } from '../../../test/support/price-books';

describe('tier rows', () => {
  const ladder = {
    mode: 'graduated',
    tiers: [
      { upTo: '1000', unitPrice: '2' },
      { upTo: null, unitPrice: '1' },
    ],
  } as const;
  const row = (rest: Partial<TierRow> = {}): TierRow => ({
    lineage: 'one',
    models: ['m'],
    classes: ['input'],
    window: 'billing_period',
    counts: 'overage',
    component: ladder,
    ...rest,
  });
  const unbounded = { mode: 'volume', tiers: [{ upTo: '5' }] } as const;
  it.each<[string, TierRow[], PriceEntry[], string[]]>([
    ['stand beside other classes', [row()], [m({ class: 'output' })], []],
    ['stand beside other models', [row()], [entry('n', 'input')], []],
    ['stand beside a wider pattern', [row()], [entry('*', 'input')], []],
    ['name what an entry names', [row()], [m()], ['tiers.0 tier_and_entry']],
    ['swallow a narrower entry', [row({ models: ['*'] })], [m()], ['tiers.0 tier_and_entry']],
    ['share a lineage', [row(), row({ models: ['n'] })], [], ['tiers.1.lineage lineage_taken']],
    ['overlap', [row(), row({ lineage: 'two', models: ['*'] })], [], ['tiers.1 tiers_overlap']],
    ['have other classes', [row(), row({ lineage: 'two', classes: ['output'] })], [], []],
    ['name no class', [row({ classes: [] })], [], ['tiers.0.classes no_class']],
    ['name an unknown class', [row({ classes: ['inputs'] })], [], ['tiers.0.classes.0 unknown_class']],
    ['name no model', [row({ models: [] })], [], ['tiers.0.models no_model']],
    ['have no lineage', [row({ lineage: '' })], [], ['tiers.0.lineage no_lineage']],
    [
      'end with a bound',
      [row({ component: unbounded })],
      [],
      ['tiers.0.component.tiers.0.upTo not_a_ladder'],
    ],
    [
      'cannot be read',
      [row({ component: { ...ladder, per: 'x' } })],
      [],
      ['tiers.0.component.per unreadable_tier'],
    ],
    [
      'cost less than nothing',
      [row({ component: { mode: 'package', packageSize: '1', packagePrice: '-1' } })],
      [],
      ['tiers.0.component.packagePrice not_a_ladder'],
    ],
    ['count as naming the class', [row({ classes: ['reasoning'] })], [entry('*', 'reasoning'), m()], []],
  ])('%s', (_what, tiers, entries, expected) => {
    expect(faultsOf(book(entries, { tiers }))).toEqual(expected);
  });
});
