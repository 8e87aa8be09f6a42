import fc from 'fast-check';
import type { Json } from '@ciyuan/core/usage';
import { bodyDifferences, type BodyDifference } from './body-differences';

const price = fc.constantFrom('1', '2', '3');
/** Few names, so that two books have entries in common. */
const entry = fc.record(
  {
    model: fc.constantFrom('glm-5', 'kimi', '*'),
    class: fc.constantFrom('input', 'output'),
    price,
    promptOver: fc.constantFrom(0, 32_000),
    when: fc.constantFrom({ region: 'east' }, { region: 'west' }),
  },
  { requiredKeys: ['model', 'class', 'price'] },
);
const entries = fc.uniqueArray(entry, { selector: ({ price: _price, ...rest }) => JSON.stringify(rest) });
const book = (list: readonly object[]): Json => ({ code: 'retail', entries: list }) as unknown as Json;
const differences = (before: readonly object[], after: readonly object[]): BodyDifference[] =>
  bodyDifferences('price_book', book(before), book(after));
const keyOf = ({ path, before, after }: BodyDifference): string => JSON.stringify([path, before, after]);

describe('the differences of two price books', () => {
  it('are none where only places of entries differ', () => {
    const shuffled = entries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(fc.property(shuffled, ([list, other]) => expect(differences(list, other)).toEqual([])));
  });

  it('are the same the other way round, with before and after exchanged', () => {
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        const there = differences(one, other).map(keyOf);
        const back = differences(other, one).map(({ path, before, after }) =>
          JSON.stringify([path, after, before]),
        );
        expect(there.sort()).toEqual(back.sort());
      }),
    );
  });

  it('lead from one book to the other', () => {
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        const changes = differences(one, other);
        const gone = changes.filter((change) => change.after === undefined);
        const added = changes.filter((change) => change.before === undefined);
        const priced = changes.filter((change) => change.path.endsWith('].price'));
        expect(gone.length + added.length + priced.length).toBe(changes.length);
        expect(other.length).toBe(one.length - gone.length + added.length);
        const left = one.filter(
          (item) => !gone.some((change) => change.before === (item as unknown as Json)),
        );
        const news = other.filter(
          (item) => !added.some((change) => change.after === (item as unknown as Json)),
        );
        expect(differences(left, news)).toEqual(priced);
      }),
    );
  });
});
