import fc from 'fast-check';
import { allocate, type OpenDocument } from './allocate';

const fen = fc.bigInt({ min: -1_000n, max: 1_000n });
const documents = fc
  .array(fen, { maxLength: 6 })
  .map((amounts) => amounts.map((openFen, index): OpenDocument => ({ document: `i${index}`, openFen })));
const amounts = fc.bigInt({ min: 0n, max: 3_000n });

const sum = (all: readonly { readonly amountFen: bigint }[]): bigint =>
  all.reduce((total, { amountFen }) => total + amountFen, 0n);
const openOf = (open: readonly OpenDocument[]): bigint =>
  open.reduce((total, { openFen }) => (openFen > 0n ? total + openFen : total), 0n);

describe('what of a payment goes to which invoice', () => {
  it('is no more than the payment, no more than is open, and all of the lesser of them', () => {
    fc.assert(
      fc.property(amounts, documents, (amount, open) => {
        const made = allocate(amount, open, null);
        for (const { document, amountFen } of made) {
          expect(amountFen).toBeGreaterThan(0n);
          expect(amountFen).toBeLessThanOrEqual(open.find((one) => one.document === document)?.openFen ?? 0n);
        }
        const all = openOf(open);
        expect(sum(made)).toBe(all < amount ? all : amount);
      }),
    );
  });

  it('goes to the oldest first: a later one has something only when those before it have all', () => {
    fc.assert(
      fc.property(amounts, documents, (amount, open) => {
        const made = new Map(allocate(amount, open, null).map((one) => [one.document, one.amountFen]));
        const due = open.filter(({ openFen }) => openFen > 0n);
        const firstShort = due.findIndex(({ document, openFen }) => made.get(document) !== openFen);
        for (const { document } of firstShort < 0 ? [] : due.slice(firstShort + 1))
          expect(made.has(document)).toBe(false);
      }),
    );
  });

  it('is the same in one payment and in two', () => {
    fc.assert(
      fc.property(amounts, amounts, documents, (one, other, open) => {
        const first = new Map(allocate(one, open, null).map((made) => [made.document, made.amountFen]));
        const left = open.map((due) => ({ ...due, openFen: due.openFen - (first.get(due.document) ?? 0n) }));
        const both = [...allocate(one, open, null), ...allocate(other, left, null)];
        expect(sum(both)).toBe(sum(allocate(one + other, open, null)));
      }),
    );
  });

  it('goes to the named one alone', () => {
    fc.assert(
      fc.property(amounts, documents, (amount, open) => {
        for (const { document } of allocate(amount, open, 'i1')) expect(document).toBe('i1');
      }),
    );
  });
});
