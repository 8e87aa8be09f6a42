import fc from 'fast-check';
import { PICO_PER_FEN, divideHalfAway } from '../kernel';
import { imbalance } from '../ledger';
import { billDocuments, type BillDocument } from './bill-documents';
import type { BillLine } from './bill-line';
import { NOT_BILLED, billedKey, type Billed } from './billed';
import type { Chargeable, TaxMode } from './chargeable';
import { invoiceJournal } from './invoice-journal';

const ACCOUNTS = [1, 2, 3].map((accountId) => ({
  accountId,
  payer:
    accountId < 3 ? ({ kind: 'customer', code: 'acme' } as const) : ({ kind: 'account', code: 'c' } as const),
}));
const rates = fc.constantFrom('0', '0.01', '0.06', '0.13');
const pico = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });

interface Key {
  readonly accountId: number;
  readonly key: string;
  readonly tax: TaxMode;
  readonly vatRate: string;
}
const keys = fc.uniqueArray(
  fc.record({
    accountId: fc.constantFrom(1, 2, 3),
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    tax: fc.constantFrom<TaxMode>('fixed', 'included', 'on_top'),
    vatRate: rates,
  }),
  { selector: ({ accountId, key }) => billedKey(accountId, key), minLength: 1, maxLength: 6 },
);
/** What each key has come to, at one look after another. */
const lives = keys.chain((known) =>
  fc.record({
    known: fc.constant(known),
    looks: fc.array(fc.array(pico, { minLength: known.length, maxLength: known.length }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
);

const chargeOf = ({ accountId, key, tax, vatRate }: Key, total: bigint): Chargeable => ({
  accountId,
  key,
  kind: tax === 'fixed' ? 'grant' : 'usage',
  currency: key < 'c' ? 'CNY' : 'USD',
  vatRate,
  tax,
  total,
  totalNet: tax === 'fixed' ? (total * 100n) / 106n : null,
  milliTokens: total / 1_000n,
  subscriptionId: null,
  planVersionId: 1,
  model: tax === 'fixed' ? null : 'm',
  startsAt: 0,
  endsAt: null,
  days: null,
});
const chargesAt = (known: readonly Key[], totals: readonly bigint[]): Chargeable[] =>
  known.map((key, index) => chargeOf(key, totals[index] ?? 0n));

function plus(billed: ReadonlyMap<string, Billed>, documents: readonly BillDocument[]): Map<string, Billed> {
  const after = new Map(billed);
  for (const line of documents.flatMap(({ lines }) => lines)) {
    const key = billedKey(line.accountId, line.key);
    const sum = after.get(key) ?? NOT_BILLED;
    after.set(key, {
      ...sum,
      exact: sum.exact + line.exact,
      grossFen: sum.grossFen + line.grossFen,
      netFen: sum.netFen + line.netFen,
      milliTokens: sum.milliTokens + line.lineMilliTokens,
    });
  }
  return after;
}
const linesOf = (documents: readonly BillDocument[]): BillLine[] => documents.flatMap(({ lines }) => lines);
const sumOf = (lines: readonly BillLine[], of: 'grossFen' | 'netFen' | 'taxFen'): bigint =>
  lines.reduce((sum, line) => sum + line[of], 0n);

describe('documents out of what was charged less what was billed', () => {
  it('come to the rounded total of each key, in however many cuts', () => {
    fc.assert(
      fc.property(lives, ({ known, looks }) => {
        let billed: Map<string, Billed> = new Map();
        for (const totals of looks)
          billed = plus(billed, billDocuments(ACCOUNTS, chargesAt(known, totals), billed));
        const last = looks.at(-1) ?? [];
        known.forEach(({ accountId, key, tax }, index) => {
          const { grossFen, netFen } = billed.get(billedKey(accountId, key)) ?? NOT_BILLED;
          const stated = tax === 'on_top' ? netFen : grossFen;
          expect(stated).toBe(divideHalfAway(last[index] ?? 0n, PICO_PER_FEN));
        });
      }),
    );
  });

  it('are none when nothing changed, and the same again when they were taken back', () => {
    fc.assert(
      fc.property(lives, ({ known, looks }) => {
        const charges = chargesAt(known, looks[0] ?? []);
        const documents = billDocuments(ACCOUNTS, charges, new Map());
        expect(billDocuments(ACCOUNTS, charges, plus(new Map(), documents))).toEqual([]);
        expect(billDocuments(ACCOUNTS, charges, new Map())).toEqual(documents);
      }),
    );
  });

  it('foot, are of one payer and currency each, and credit where they come to less than nothing', () => {
    fc.assert(
      fc.property(lives, ({ known, looks }) => {
        const charges = chargesAt(known, looks[0] ?? []);
        const documents = billDocuments(ACCOUNTS, charges, new Map());
        for (const document of documents) {
          const { lines, grossFen, netFen, taxFen } = document;
          expect(lines.length).toBeGreaterThan(0);
          expect([sumOf(lines, 'grossFen'), sumOf(lines, 'netFen'), sumOf(lines, 'taxFen')]).toEqual([
            grossFen,
            netFen,
            taxFen,
          ]);
          expect(document.kind === 'credit_note').toBe(grossFen < 0n);
          for (const line of lines) {
            expect(line.netFen + line.taxFen).toBe(line.grossFen);
            expect(line.currency).toBe(document.currency);
            expect(line.accountId < 3).toBe(document.payer.kind === 'customer');
          }
        }
        const names = documents.map(({ payer, currency }) => `${payer.code} ${currency}`);
        expect(new Set(names).size).toBe(names.length);
        const billedKeys = linesOf(documents).map(({ accountId, key }) => billedKey(accountId, key));
        expect(new Set(billedKeys).size).toBe(billedKeys.length);
      }),
    );
  });

  it('make journals that balance in each account, and clear what was charged for usage exactly', () => {
    fc.assert(
      fc.property(lives, ({ known, looks }) => {
        const documents = billDocuments(ACCOUNTS, chargesAt(known, looks[0] ?? []), new Map());
        for (const { currency, lines } of documents) {
          const toPost = lines.map((line) => ({ ...line, onTop: line.tax === 'on_top' }));
          const journal = invoiceJournal(currency, toPost);
          for (const { accountId } of ACCOUNTS) {
            const own = journal.filter((line) => line.accountId === accountId);
            expect(imbalance(own).size).toBe(0);
            const used = toPost.filter((line) => line.accountId === accountId && line.kind === 'usage');
            const onTop = used.filter((line) => line.onTop).reduce((sum, one) => sum + one.taxFen, 0n);
            const exact = used.reduce((sum, one) => sum + one.exact, 0n) + onTop * PICO_PER_FEN;
            const posted = own.find(({ account }) => account === 'unbilled_usage')?.amount ?? 0n;
            expect(posted).toBe(-exact);
          }
        }
      }),
    );
  });
});
