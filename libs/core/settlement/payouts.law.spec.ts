import fc from 'fast-check';
import { payoutsOf } from './payouts';

const statement = fc.record({
  payableFen: fc.bigInt({ min: -500n, max: 500n }),
  minimumFen: fc.bigInt({ min: 0n, max: 800n }),
});
const statements = fc.array(statement, { maxLength: 20 });
const sum = (all: readonly { readonly payableFen: bigint }[]) =>
  all.reduce((total, { payableFen }) => total + payableFen, 0n);

describe('payouts, whatever is payable', () => {
  it('name every statement once, in its order, and pay no fen more or less', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const { payouts, carried } = payoutsOf(all);
        expect([...payouts, carried].flatMap((one) => one.statements)).toEqual(all);
        for (const one of [...payouts, carried]) expect(one.payableFen).toBe(sum(one.statements));
      }),
    );
  });

  it('are more than nothing and make the minimum, and what is carried does not', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const { payouts, carried } = payoutsOf(all);
        for (const { statements: of, payableFen } of payouts)
          expect(payableFen > 0n && payableFen >= (of.at(-1)?.minimumFen ?? 0n)).toBe(true);
        const last = carried.statements.at(-1);
        if (last !== undefined)
          expect(carried.payableFen > 0n && carried.payableFen >= last.minimumFen).toBe(false);
      }),
    );
  });

  it('stay what they were when a later statement is issued', () => {
    fc.assert(
      fc.property(statements, statement, (all, later) => {
        const before = payoutsOf(all).payouts;
        expect(payoutsOf([...all, later]).payouts.slice(0, before.length)).toEqual(before);
      }),
    );
  });
});
