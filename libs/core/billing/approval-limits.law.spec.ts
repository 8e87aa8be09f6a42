import fc from 'fast-check';
import { checkApprovalLimits, type ApprovalLimits, type ApprovalRow } from '../catalogue';
import { formatFen, parseFen } from '../kernel';
import { approvalNeeded } from './approval-limits';

const bounds = fc.uniqueArray(fc.bigInt({ min: 1n, max: 10n ** 12n }), { maxLength: 5 });
const approvals = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 });
const limits = fc.tuple(bounds, approvals).map(([fen, counts]): ApprovalLimits => {
  const ascending = [...fen].sort((a, b) => (a < b ? -1 : 1));
  const people = [...counts].sort();
  const rows: ApprovalRow[] = [...ascending.map(formatFen), null].map((upToYuan, index) => ({
    upToYuan,
    approvals: people[index] ?? 2,
  }));
  return {
    code: 'adjustments',
    limits: { goodwill: rows, manual_credit: rows, manual_debit: rows, refund: rows, write_off: rows },
  };
});
const amount = fc.bigInt({ min: 1n, max: 10n ** 13n });
const of = (grossFen: bigint, currency = 'CNY') => ({ kind: 'goodwill', grossFen, currency }) as const;

describe('who signs an amount', () => {
  it('of sound limits is never fewer for more', () => {
    fc.assert(
      fc.property(limits, amount, amount, (document, one, other) => {
        expect(checkApprovalLimits(document)).toEqual([]);
        const [less, more] = one < other ? [one, other] : [other, one];
        const few = approvalNeeded(document, of(less)).approvals;
        expect(few).toBeLessThanOrEqual(approvalNeeded(document, of(more)).approvals);
      }),
    );
  });

  it('belongs to the lower row at a bound, and to the next one fen above', () => {
    fc.assert(
      fc.property(limits, (document) => {
        document.limits.goodwill.forEach(({ upToYuan, approvals: own }, index, rows) => {
          if (upToYuan === null) return;
          const bound = parseFen(upToYuan);
          expect(approvalNeeded(document, of(bound)).approvals).toBe(own);
          expect(approvalNeeded(document, of(bound + 1n)).approvals).toBe(rows[index + 1]?.approvals);
        });
      }),
    );
  });

  it('is what the last row asks for in another currency, and one other person without limits', () => {
    fc.assert(
      fc.property(limits, amount, (document, fen) => {
        const last = document.limits.goodwill.at(-1)?.approvals;
        expect(approvalNeeded(document, of(fen, 'USD')).approvals).toBe(last);
        expect(approvalNeeded(undefined, of(fen)).approvals).toBe(1);
      }),
    );
  });
});
