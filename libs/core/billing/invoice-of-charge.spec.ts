import fc from 'fast-check';
import { invoiceOfCharge, type InvoicedLine } from './invoice-of-charge';

const line = (
  runId: number,
  throughSequence: number,
  voidedAfterRunId: number | null = null,
): InvoicedLine => ({
  runId,
  throughSequence,
  number: `I-${runId}`,
  voidedAfterRunId,
});

describe('the document that a charge stands on', () => {
  it.each<[string, readonly InvoicedLine[], number, string | null]>([
    ['is none where nothing was billed', [], 1, null],
    ['is none before a run has reached it', [line(1, 10)], 11, null],
    ['is the first that reached it', [line(1, 10), line(2, 20)], 10, 'I-1'],
    ['is the next of what came late', [line(1, 10), line(2, 20)], 11, 'I-2'],
    ['is none while what it was on is void', [line(1, 10, 1)], 5, null],
    ['is the one that bills a void one again', [line(1, 10, 1), line(2, 20)], 5, 'I-2'],
    ['is not one that stood when it was voided', [line(1, 10, 2), line(2, 20)], 5, null],
    ['is behind that one', [line(1, 10, 2), line(2, 20), line(3, 30)], 5, 'I-3'],
    ['stays where it is, though another is void', [line(1, 10, 2), line(2, 20), line(3, 30)], 15, 'I-2'],
    ['may be voided twice', [line(1, 10, 1), line(2, 20, 2), line(3, 30)], 5, 'I-3'],
  ])('%s', (_what, lines, sequence, number) => {
    expect(invoiceOfCharge(lines, sequence)).toBe(number);
  });

  /** As bill runs do it: a line has what was charged so far less what documents that stand have. */
  it('has of its key what its line bills, whatever is charged and voided when', () => {
    const step = fc.oneof(
      fc.record({ charge: fc.bigInt({ min: -50n, max: 50n }) }),
      fc.record({ billed: fc.boolean() }),
      fc.record({ voids: fc.nat(6) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const charges: bigint[] = [];
        const lines: (InvoicedLine & { exact: bigint })[] = [];
        let runId = 0;
        const standing = (): typeof lines => lines.filter((one) => one.voidedAfterRunId === null);
        const sum = (all: readonly bigint[]): bigint => all.reduce((total, one) => total + one, 0n);
        for (const one of steps) {
          if ('charge' in one) charges.push(one.charge);
          else if ('billed' in one) {
            const exact = sum(charges) - sum(standing().map((line) => line.exact));
            runId += 1;
            // A run without a line for the key: it was not asked for, or had no fen.
            if (one.billed) lines.push({ ...line(runId, charges.length), exact });
          } else {
            const found = standing()[one.voids];
            if (found !== undefined) lines[lines.indexOf(found)] = { ...found, voidedAfterRunId: runId };
          }
        }
        const numbers = charges.map((_, index) => invoiceOfCharge(lines, index + 1));
        for (const { number, exact, voidedAfterRunId } of lines) {
          const on = sum(charges.filter((_, index) => numbers[index] === number));
          expect([number, on]).toEqual([number, voidedAfterRunId === null ? exact : 0n]);
        }
      }),
    );
  });
});
