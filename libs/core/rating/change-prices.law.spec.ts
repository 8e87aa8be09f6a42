import fc from 'fast-check';
import { anyPriceBook } from '../../../test/support/any-price-book';
import { formatScaled, parseScaled } from '../kernel';
import type { PriceBook } from '../catalogue';
import { changePrices } from './change-prices';

const LONG_AGO = 0;
const percentScaled = fc.integer({ min: -999_999, max: 10_000_000 });

function changed(book: PriceBook, scaled: number, from = LONG_AGO): PriceBook {
  const answer = changePrices(book, { percent: formatScaled(BigInt(scaled), 4), from });
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value.body;
}

const bare = (book: PriceBook): unknown => book.entries.map(({ price: _price, ...rest }) => rest);

describe('a change of prices by per cent', () => {
  it('of 0 changes nothing', () => {
    fc.assert(
      fc.property(anyPriceBook, (book) => {
        expect(changePrices(book, { percent: '0', from: LONG_AGO })).toEqual({
          ok: true,
          value: { body: book, dropped: 0, differences: [] },
        });
      }),
    );
  });

  it('keeps rows, their order and their conditions', () => {
    fc.assert(
      fc.property(anyPriceBook, percentScaled, (book, scaled) => {
        const body = changed(book, scaled);
        expect(bare(body)).toEqual(bare(book));
        expect({ ...body, entries: [], tiers: [] }).toEqual({ ...book, entries: [], tiers: [] });
        expect(body.tiers.map(({ component: _component, ...rest }) => rest)).toEqual(
          book.tiers.map(({ component: _component, ...rest }) => rest),
        );
      }),
    );
  });

  it('is wrong by half a millionth of a yuan at most', () => {
    fc.assert(
      fc.property(anyPriceBook, percentScaled, (book, scaled) => {
        const body = changed(book, scaled);
        book.entries.forEach(({ price }, index) => {
          // In millionths × 10⁶, so that the exact product is whole.
          const exact = parseScaled(price, 6) * (1_000_000n + BigInt(scaled));
          const got = parseScaled(body.entries[index]?.price as string, 6) * 1_000_000n;
          const error = got > exact ? got - exact : exact - got;
          expect(error <= 500_000n).toBe(true);
        });
      }),
    );
  });

  it('keeps what is dearer at least as dear', () => {
    fc.assert(
      fc.property(anyPriceBook, percentScaled, fc.nat(1_000), (book, scaled, more) => {
        const [one, other] = [changed(book, scaled), changed(book, Math.min(scaled + more, 10_000_000))];
        one.entries.forEach(({ price }, index) => {
          expect(parseScaled(price, 6) <= parseScaled(other.entries[index]?.price as string, 6)).toBe(true);
        });
      }),
    );
  });
});
