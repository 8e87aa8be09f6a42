import fc from 'fast-check';
import { prorate, type ProrationInput } from './proration';

const inputs = fc
  .record({
    feeFen: fc.bigInt({ min: 0n, max: 10_000_000n }),
    allowanceTokens: fc.bigInt({ min: 0n, max: 10_000_000_000n }),
    periodDays: fc.integer({ min: 28, max: 31 }),
    denominator: fc.constantFrom('actual', 'thirty', 'yearly'),
    allowanceRounding: fc.constantFrom('up', 'down'),
  } as const)
  .chain((rest) =>
    fc.integer({ min: 0, max: rest.periodDays }).map((days): ProrationInput => ({ ...rest, days })),
  );

describe('a part of a period', () => {
  it('is never more than the whole and never below nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const part = prorate(input);
        expect(part.feeFen >= 0n && part.feeFen <= input.feeFen).toBe(true);
        expect(part.allowanceTokens >= 0n && part.allowanceTokens <= input.allowanceTokens).toBe(true);
      }),
    );
  });

  it('does not shrink with a day more', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const [part, longer] = [prorate(input), prorate({ ...input, days: input.days + 1 })];
        expect(longer.feeFen >= part.feeFen && longer.allowanceTokens >= part.allowanceTokens).toBe(true);
      }),
    );
  });

  it('is rounded up by one token at most', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const up = prorate({ ...input, allowanceRounding: 'up' }).allowanceTokens;
        const down = prorate({ ...input, allowanceRounding: 'down' }).allowanceTokens;
        expect(up - down === 0n || up - down === 1n).toBe(true);
      }),
    );
  });
});
