import fc from 'fast-check';
import { deductionsFor, rates as tables, splitLines, splitRules } from '../../../test/support/any-split-rule';
import { ZERO, multiply, ratio, type Ratio } from '../kernel';
import { checkRates } from './check-rates';
import { checkSplitRule } from './check-split-rule';
import { compileSplitRule } from './compile-split-rule';
import { split, type SplitResult } from './split';
import type { SplitLine } from './split-line';
import type { PerMillionRate, SplitRule, SplitStep } from './split-rule';
import type { TrialCost } from './trial-cost';

const run = (rule: SplitRule, lines: readonly SplitLine[]): SplitResult =>
  split(compileSplitRule(rule), lines);
const many = fc.array(splitLines, { maxLength: 8 });

/** What was said before there was more to say. */
function plainStep({ trialCost: _, ...step }: SplitStep): SplitStep {
  if (step.type !== 'perMillion') return step;
  const { rates: _rates, ...plain } = step;
  return plain;
}
function plain({ deductions: _, trialCost: _trialCost, ...rule }: SplitRule): SplitRule {
  return { ...rule, steps: rule.steps.map(plainStep) };
}

describe('what a rule says beside its steps', () => {
  it('changes nothing where it says what holds without it', () => {
    const trialCost = { borneBy: 'operator' } as const;
    fc.assert(
      fc.property(splitRules, many, (rule, lines) => {
        const before = plain(rule);
        const said = {
          ...before,
          deductions: [],
          trialCost,
          steps: before.steps.map((step) => ({
            ...step,
            trialCost,
            ...(step.type === 'perMillion' && { rates: [] }),
          })),
        };
        expect(run(said, lines)).toEqual(run(before, lines));
      }),
    );
  });
});

describe('deductions', () => {
  it('are on paid lines what leading percentages are, for whoever has them', () => {
    const parties = fc.constantFrom('vendor', 'channel', 'somebody');
    const noneFree = many.map((lines) => lines.map((line) => ({ ...line, free: false })));
    fc.assert(
      fc.property(splitRules, deductionsFor(parties), noneFree, (rule, deductions, lines) => {
        const steps = rule.steps.filter((step) => !('basis' in step) || step.basis !== 'distributable');
        const leading = deductions.map(
          ({ party = 'operator', basis, value }): SplitStep => ({ type: 'percent', party, basis, value }),
        );
        const { shares, netFen } = run({ ...plain(rule), deductions, steps }, lines);
        expect({ shares, netFen }).toMatchObject({
          shares: run({ ...plain(rule), steps: [...leading, ...steps] }, lines).shares,
        });
      }),
    );
  });

  it('take nothing of free lines, and what can be shared is the net less what they took', () => {
    fc.assert(
      fc.property(splitRules, splitLines, (rule, line) => {
        const whole = { type: 'percent', party: 'vendor', basis: 'distributable', value: '100' } as const;
        const [traced] = run({ ...rule, steps: [whole] }, [line]).trace;
        expect(traced?.left).toEqual(ZERO);
        if (line.free) expect(traced?.deductions.every(({ taken }) => taken.n === 0n)).toBe(true);
      }),
    );
  });
});

describe('the cost of trials', () => {
  const tried = splitLines.map((line) => ({ ...line, gross: ZERO, free: true }));
  const borne = (rule: SplitRule, trialCost: TrialCost): SplitRule => ({
    ...rule,
    trialCost,
    steps: rule.steps.map(({ trialCost: _, ...step }) => step),
  });

  it('is nothing to the operator where partners bear it', () => {
    fc.assert(
      fc.property(splitRules, fc.array(tried, { maxLength: 8 }), (rule, lines) => {
        const { trace } = run(borne(rule, { borneBy: 'partner' }), lines);
        for (const { steps, left } of trace) {
          expect(left).toEqual(ZERO);
          expect(steps.every(({ taken }) => taken.n === 0n)).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['50', ratio(1n, 2n)],
    ['33.3', ratio(333n, 1000n)],
    ['0', ZERO],
    ['100', ratio(1n)],
  ])('is exactly %s % of every share where so much is the operator’s', (operatorPercent, part) => {
    fc.assert(
      fc.property(splitRules, tried, (rule, line) => {
        const [whole] = run(borne(rule, { borneBy: 'operator' }), [line]).trace;
        const [shared] = run(borne(rule, { borneBy: 'shared', operatorPercent }), [line]).trace;
        const partOf = (amount: Ratio = ZERO): Ratio => multiply(amount, part);
        expect(shared?.steps.map(({ taken }) => taken)).toEqual(
          whole?.steps.map(({ taken }) => partOf(taken)),
        );
        expect(shared?.left).toEqual(partOf(whole?.left));
      }),
    );
  });

  it('is no matter of lines that were paid for', () => {
    const paid = many.map((lines) => lines.map((line) => ({ ...line, free: false })));
    fc.assert(
      fc.property(splitRules, paid, (rule, lines) => {
        const bearers = [{ borneBy: 'operator' }, { borneBy: 'partner' }] as const;
        const [one, other] = bearers.map((trialCost) => run(borne(rule, trialCost), lines));
        expect(one).toEqual(other);
      }),
    );
  });
});

/** The winner, found by comparing every row with every other. */
function winner(rows: readonly PerMillionRate[], { model, chipKind }: SplitLine): string | undefined {
  const fits = ({ model: named = '*', chipKind: chip }: PerMillionRate): boolean =>
    new RegExp(`^${named.replaceAll('*', '.*')}$`).test(model ?? '') &&
    (chip === undefined || chip === chipKind);
  const rank = ({ model: named = '*', chipKind: chip }: PerMillionRate): number =>
    (named.includes('*') ? 0 : 1000) + named.replaceAll('*', '').length * 10 + (chip === undefined ? 0 : 1);
  const fitting = rows.filter(fits);
  return fitting.find((row) => fitting.every((other) => rank(row) >= rank(other)))?.value;
}

describe('prices a million by model and chip kind', () => {
  it('are those of the most specific row, else the step’s own', () => {
    const untied = tables.filter((rows) => checkRates(rows, '').length === 0);
    fc.assert(
      fc.property(untied, splitLines, (rows, line) => {
        const step = { type: 'perMillion', party: 'vendor', class: '*', value: '9', onFree: true } as const;
        const rule = { vatRate: '0', vatIncluded: true, residual: 'operator' };
        const value = winner(rows, line) ?? '9';
        const [byTable] = run({ ...rule, steps: [{ ...step, rates: rows }] }, [line]).trace;
        const [byValue] = run({ ...rule, steps: [{ ...step, value }] }, [line]).trace;
        expect(byTable).toEqual(byValue);
      }),
    );
  });
});

describe('a rule that passes its check', () => {
  const small = fc.integer({ min: 0, max: 60 }).map(String);
  it('gives of no ordinary line away more than there is; one that names too much does', () => {
    let passed = 0;
    fc.assert(
      fc.property(splitRules, fc.array(small, { minLength: 9, maxLength: 9 }), many, (any, values, all) => {
        const steps = any.steps.flatMap(({ floor: _, ...step }, index): SplitStep[] => {
          const value = values[index] ?? '0';
          return step.type === 'percent' ? [{ ...step, value }] : step.type === 'tieredPercent' ? [step] : [];
        });
        const deductions = (any.deductions ?? []).map((one, index) => ({
          ...one,
          value: values[6 + index] ?? '0',
        }));
        const rule = { ...any, deductions, steps, minimumGuarantees: [] };
        const lines = all.filter(({ gross, free }) => !free && gross.n > 0n);
        const faults = checkSplitRule(rule);
        if (faults.length === 0) {
          passed += 1;
          for (const { left } of run(rule, lines).trace) expect(left.n).toBeGreaterThanOrEqual(0n);
          return;
        }
        const isOfWhole = (step: SplitStep): boolean =>
          step.type === 'percent' && (step.basis === 'net' || step.basis === 'gross');
        expect(faults.map(({ code }) => code)).toEqual(['over_100_percent']);
        if (steps.every(isOfWhole))
          for (const { left } of run(rule, lines).trace) expect(left.n).toBeLessThan(0n);
      }),
      { numRuns: 300 },
    );
    expect(passed).toBeGreaterThan(20);
  });
});
