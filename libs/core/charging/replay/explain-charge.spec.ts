import { ZONE, at, monthsOf, recordOf } from '../../../../test/support/core-catalogue';
import { catalogue } from '../../../../test/support/core-market';
import type { Counter } from '../../usage';
import { explainCharge, type ChargeExplanation } from './explain-charge';
import type { AccountEvent } from './account-event';
import { AccountReplay } from './replay-account';

const ORDERED = at('2026-10-05T09:30');
const [BASE, MONTHLY, ANCHORED, PACK, TRIAL] = [1, 2, 3, 4, 5];
const KIMI = { model: 'kimi-k2', vendor: 'beta' };
const FOREVER_NINE = '2026-11-01T00:00';

type Told = readonly [
  own: Parameters<typeof recordOf>[0],
  counts: Readonly<Partial<Record<Counter, number>>>,
];

/** The records of an account with these plans, each explained, in one write. */
function explained(plans: readonly number[], ...records: readonly Told[]): ChargeExplanation[] {
  const replay = new AccountReplay({ id: 1, code: 'a1', zone: ZONE, anchorDay: 1 });
  const found: ChargeExplanation[] = [];
  const write = (...events: AccountEvent[]): void => {
    const decided = replay.write({ catalogue, months: monthsOf(), events }, (account, record, plan) => {
      found.push(explainCharge(account, record, plan, catalogue));
    });
    if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  };
  for (const planVersionId of plans) {
    const sequence = replay.account.nextSequence;
    const order = { kind: 'order', sequence, planVersionId, startsAt: ORDERED, channel: null } as const;
    write(order, ...(planVersionId === BASE ? [] : [{ kind: 'cycle', sequence: sequence + 1 } as const]));
  }
  const first = replay.account.nextSequence;
  write(
    ...records.map(([own, counts], index) => ({
      kind: 'record' as const,
      sequence: first + index,
      record: recordOf({ at: at('2026-10-06T12:00'), ...own }, counts),
    })),
  );
  return found;
}

/** Of the ladders: up to 1,500 at first; beyond 3,000. */
const FIRST = { index: 0, lower: 0n, upper: 1_500n };
const BEYOND = { index: 1, lower: 3_000n, upper: null };

describe('the explanation of a charge', () => {
  it('goes from grant to grant in burn order, and on to the tiers', () => {
    const [told] = explained([BASE, MONTHLY, PACK], [{}, { input: 1_000, output: 6_000 }]);
    // The package has 6,000: 1,000 of input and, at 2.5 each, 2,000 of output. The pack has 3,000, one for one.
    expect(told?.grants).toEqual([
      {
        number: 3,
        plan: 'monthly',
        planVersionId: MONTHLY,
        coefficientVersionId: 30,
        priority: expect.any(Number) as number,
        expiresAt: at(FOREVER_NINE),
        beforeMilli: 6_000_000n,
        drawnMilli: 6_000_000n,
        afterMilli: 0n,
        covered: [
          { counter: 'input', tokens: 1_000, coefficientMilli: 1_000n },
          { counter: 'output', tokens: 2_000, coefficientMilli: 2_500n },
        ],
        recognisedGross: 9_900_000_000_000n,
        recognisedNet: 9_340_000_000_000n,
      },
      {
        number: 5,
        plan: 'pack',
        planVersionId: PACK,
        coefficientVersionId: null,
        priority: expect.any(Number) as number,
        expiresAt: at('2026-11-04T09:30'),
        beforeMilli: 3_000_000n,
        drawnMilli: 3_000_000n,
        afterMilli: 0n,
        covered: [{ counter: 'output', tokens: 3_000, coefficientMilli: 1_000n }],
        recognisedGross: 1_000_000_000_000n,
        recognisedNet: 940_000_000_000n,
      },
    ]);
    // The first 1,500 of a period cost 8 yuan a million: 1,000 × 8 are 8,000 millionths.
    expect(told?.overages).toEqual([
      {
        kind: 'usage',
        rating: 'base',
        plan: 'base',
        planVersionId: BASE,
        priceVersionId: 10,
        counts: [{ counter: 'output', quantity: 1_000 }],
        lines: [],
        tiers: [
          {
            lineage: 'glm-output',
            from: 0n,
            to: 1_000n,
            amount: 8_000_000_000n,
            startsIn: FIRST,
            endsIn: FIRST,
          },
        ],
        commitment: null,
        cap: null,
        gross: 8_000_000_000n,
      },
    ]);
  });

  it('finds the grants and the counters as the record before it left them', () => {
    const [, second] = explained(
      [BASE, PACK],
      [{}, { input: 2_000, output: 2_000 }],
      [{}, { input: 300, output: 800 }],
    );
    expect(second?.grants).toMatchObject([{ beforeMilli: 0n, drawnMilli: 0n, afterMilli: 0n, covered: [] }]);
    // From 1,000 on: 500 more at 8, then a fee of 1 yuan and 300 at 6; input at 2.
    expect(second?.overages).toMatchObject([
      {
        counts: [
          { counter: 'input', quantity: 300 },
          { counter: 'output', quantity: 800 },
        ],
        lines: [{ counter: 'input', quantity: 300, picoPerUnit: 2_000_000n, amount: 600_000_000n }],
        tiers: [
          {
            lineage: 'glm-output',
            from: 1_000n,
            to: 1_800n,
            amount: 1_005_800_000_000n,
            startsIn: FIRST,
            endsIn: { index: 1, lower: 1_500n, upper: 4_000n },
          },
        ],
        gross: 1_006_400_000_000n,
      },
    ]);
  });

  it('prices meters by the unit, and longer prompts by their own entry', () => {
    const [told] = explained([BASE], [{}, { input: 2_500, images: 3 }]);
    expect(told?.grants).toEqual([]);
    expect(told?.overages[0]?.lines).toEqual([
      { counter: 'input', quantity: 2_500, picoPerUnit: 4_000_000n, amount: 10_000_000_000n },
      { counter: 'images', quantity: 3, picoPerUnit: 100_000_000_000n, amount: 300_000_000_000n },
    ]);
  });

  it('says what each party’s book asks for all of it, covered or not, and what none prices', () => {
    const [known, missing] = explained(
      [BASE, PACK],
      [{}, { input: 1_000, output: 100 }],
      [{}, { images: 2 }],
    );
    expect(known?.costs).toEqual([
      {
        role: 'vendor',
        party: 'alpha',
        costVersionId: 21,
        lines: [
          { counter: 'input', quantity: 1_000, picoPerUnit: 700_000n, amount: 700_000_000n },
          { counter: 'output', quantity: 100, picoPerUnit: 1_300_000n, amount: 130_000_000n },
        ],
        amount: 830_000_000n,
      },
      {
        role: 'compute',
        party: 'tianyi',
        costVersionId: 20,
        lines: [
          { counter: 'input', quantity: 1_000, picoPerUnit: 500_000n, amount: 500_000_000n },
          { counter: 'output', quantity: 100, picoPerUnit: 1_000_000n, amount: 100_000_000n },
        ],
        amount: 600_000_000n,
      },
    ]);
    expect(missing?.costs).toEqual([
      // It has a book, and no price of an image.
      { role: 'vendor', party: 'alpha', costVersionId: 21, lines: [], amount: null },
      {
        role: 'compute',
        party: 'tianyi',
        costVersionId: 20,
        lines: [{ counter: 'images', quantity: 2, picoPerUnit: 10_000_000_000n, amount: 20_000_000_000n }],
        amount: 20_000_000_000n,
      },
    ]);
  });

  it('charges nothing beyond a hard limit, and prices nothing', () => {
    const [told] = explained([BASE, TRIAL], [KIMI, { input: 2_000 }]);
    expect(told?.costs[0]).toEqual({
      role: 'vendor',
      party: 'beta',
      costVersionId: null,
      lines: [],
      amount: null,
    });
    expect(told?.grants).toMatchObject([{ plan: 'trial', drawnMilli: 1_500_000n, recognisedGross: 0n }]);
    expect(told?.overages).toEqual([
      {
        kind: 'overdraw',
        rating: 'none',
        plan: 'trial',
        planVersionId: TRIAL,
        priceVersionId: null,
        counts: [{ counter: 'input', quantity: 500 }],
        lines: [],
        tiers: [],
        commitment: null,
        cap: null,
        gross: 0n,
      },
    ]);
  });

  it('moves the counter by what was covered where a row counts all, and charges only the rest', () => {
    const [first, second] = explained(
      [BASE, TRIAL, PACK],
      [KIMI, { input: 1_000 }],
      [KIMI, { input: 4_000 }],
    );
    expect(first?.overages).toEqual([]);
    // 1,000 before and 3,500 of these are covered. Volume: all of it costs 1 beyond 3,000, so 500 cost 500.
    expect(second?.overages[0]?.tiers).toEqual([
      {
        lineage: 'kimi-input',
        from: 4_500n,
        to: 5_000n,
        amount: 500_000_000n,
        startsIn: BEYOND,
        endsIn: BEYOND,
      },
    ]);
  });

  it.each([
    ['2026-10-06T12:00', 100n, 100_000n],
    ['2026-10-21T12:00', 300n, 300_000n],
  ])(
    'weighs with the table of the instant what follows its table: %s',
    (instant, coefficientMilli, drawnMilli) => {
      const [told] = explained([BASE, ANCHORED], [{ at: at(instant) }, { cached_input: 1_000 }]);
      expect(told?.grants).toMatchObject([
        {
          plan: 'anchored',
          coefficientVersionId: null,
          drawnMilli,
          covered: [{ counter: 'cached_input', tokens: 1_000, coefficientMilli }],
        },
      ]);
    },
  );

  it('leaves out grants of other models, and those that are over', () => {
    const [other, over] = explained(
      [BASE, TRIAL],
      [{}, { input: 1 }],
      [{ ...KIMI, at: at('2026-10-20T09:30') }, { input: 1 }],
    );
    expect([other?.grants, over?.grants]).toEqual([[], []]);
  });
});
