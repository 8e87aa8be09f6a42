import fc from 'fast-check';
import { ratio } from '@ciyuan/core/kernel';
import type {
  Deduction,
  PerMillionRate,
  SplitBasis,
  SplitLine,
  SplitRule,
  SplitStep,
  TrialCost,
} from '@ciyuan/core/settlement';

/** Split rules with all that they can say, and lines to share by them; not all of them pass the check of a rule. */

export const percents = fc.integer({ min: 0, max: 100_000 }).map((value) => String(value / 1000));
const yuan = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((fen) => String(fen / 100));
const names = ['bad_debt', 'service_fee', 'channel_fee'];

export const trialCosts: fc.Arbitrary<TrialCost> = fc.oneof(
  fc.record({ borneBy: fc.constantFrom('operator' as const, 'partner' as const) }),
  fc.record({ borneBy: fc.constant('shared' as const), operatorPercent: percents }),
);

/** The member, or nothing of it. */
export const sometimes = <N extends string, T>(
  name: N,
  values: fc.Arbitrary<T>,
): fc.Arbitrary<{ readonly [K in N]?: T }> =>
  fc
    .option(values, { nil: undefined })
    .map((value) => (value === undefined ? {} : { [name]: value })) as never;

export const deductionsFor = (parties: fc.Arbitrary<string>): fc.Arbitrary<Deduction[]> =>
  fc
    .shuffledSubarray(names)
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((name) =>
          fc
            .tuple(
              fc.record({ basis: fc.constantFrom('gross' as const, 'net' as const), value: percents }),
              sometimes('party', parties),
            )
            .map(([own, party]) => ({ name, ...own, ...party })),
        ),
      ),
    );

export const rates: fc.Arbitrary<PerMillionRate[]> = fc.array(
  fc
    .tuple(
      fc.record({ value: yuan(5) }),
      sometimes('model', fc.constantFrom('a', 'b', 'a*', '*')),
      sometimes('chipKind', fc.constantFrom('x', 'y')),
    )
    .map(([value, model, chipKind]) => ({ ...value, ...model, ...chipKind })),
  { maxLength: 3 },
);

const tieredBases = fc.constantFrom<Exclude<SplitBasis, 'gross'>[]>('net', 'distributable', 'remaining');

export const stepsFor = (parties: fc.Arbitrary<string>): fc.Arbitrary<SplitStep> =>
  fc
    .tuple(
      fc.oneof(
        fc.record({
          type: fc.constant('percent' as const),
          party: parties,
          basis: fc.constantFrom<SplitBasis[]>('gross', 'net', 'distributable', 'remaining'),
          value: percents,
        }),
        fc.record({ type: fc.constant('cost' as const), party: parties }),
        fc.record({
          type: fc.constant('perMillion' as const),
          party: parties,
          class: fc.constantFrom('*', 'output'),
          value: yuan(5),
          rates,
          onFree: fc.boolean(),
        }),
        fc.record({
          type: fc.constant('tieredPercent' as const),
          party: parties,
          basis: tieredBases,
          tiers: fc.tuple(percents, percents).map(([low, high]) => [
            { upTo: '150', value: low },
            { upTo: null, value: high },
          ]),
        }),
      ),
      sometimes('floor', yuan(2)),
      sometimes('trialCost', trialCosts),
    )
    .map(([step, floor, trialCost]) => ({ ...step, ...floor, ...trialCost }));

const parties = fc.constantFrom('vendor', 'compute', 'channel', 'operator', 'a partner by name');

export const splitRules: fc.Arbitrary<SplitRule> = fc
  .tuple(
    fc.record({
      vatRate: fc.constantFrom('0', '0.06', '0.13'),
      vatIncluded: fc.boolean(),
      residual: fc.constant('operator'),
      deductions: deductionsFor(parties),
      steps: fc.array(stepsFor(parties), { maxLength: 6 }),
      minimumGuarantees: fc.array(
        fc.record({ party: fc.constantFrom('vendor', 'channel', 'somebody else'), amount: yuan(300) }),
        { maxLength: 3 },
      ),
    }),
    sometimes('trialCost', trialCosts),
  )
  .map(([rule, trialCost]) => ({ ...rule, ...trialCost }));

const partners = fc.constantFrom('p1', 'p2', 'operator');
const roles = fc.oneof(
  fc.constant({}),
  fc.record({ vendor: partners, compute: partners }, { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, string>
  >,
);
const millions = fc.bigInt({ min: 0n, max: 10n ** 7n });

export const splitLines: fc.Arbitrary<SplitLine> = fc.record({
  gross: fc.bigInt({ min: -(10n ** 14n), max: 2n * 10n ** 14n }).map((pico) => ratio(pico)),
  free: fc.boolean(),
  model: fc.constantFrom(null, 'a', 'ab', 'b', 'c'),
  chipKind: fc.constantFrom(null, 'x', 'y', 'z'),
  tokens: fc.record({ input: millions, output: millions }),
  costs: fc.record({ vendor: fc.bigInt({ min: 0n, max: 10n ** 13n }) }),
  roles,
});
