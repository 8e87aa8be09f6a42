import fc from 'fast-check';
import { canonicalJson, type Json } from '@ciyuan/core/usage';
import { anyPriceBook } from '../../../../test/support/any-price-book';
import { PRICE_FORMATS, readPriceFile, writePriceFile } from './price-file';

const WRITTEN = Date.UTC(2026, 0, 1);

describe.each(PRICE_FORMATS)('a price book as %s', (format) => {
  it('is the same book when it is read again', async () => {
    await fc.assert(
      fc.asyncProperty(anyPriceBook, fc.constantFrom({}, { party: 'tianyi' }), async (prices, party) => {
        const book = { ...prices, ...party };
        const read = await readPriceFile(format, await writePriceFile(format, book, WRITTEN));
        if (!read.ok) throw new Error(JSON.stringify(read.refusal));
        expect(canonicalJson(read.value.body as Json)).toBe(canonicalJson(book as unknown as Json));
      }),
      { numRuns: format === 'csv' ? 300 : 40 },
    );
  });
});

it('a price book as CSV is the same bytes each time', async () => {
  await fc.assert(
    fc.asyncProperty(anyPriceBook, async (book) => {
      const [one, other] = [
        await writePriceFile('csv', book, WRITTEN),
        await writePriceFile('csv', book, WRITTEN + 1),
      ];
      expect(Buffer.compare(one, other)).toBe(0);
    }),
  );
});
