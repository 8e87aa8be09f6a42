import fc from 'fast-check';
import { COUNTERS, TOKEN_CLASSES, type Counts } from '../usage';
import { drawRecord, type Drawdown } from './drawdown';
import { inBurnOrder, isEligible, type DrawableGrant } from './grant';

const AT = 1_000;
const CLASSES = TOKEN_CLASSES.length;
/** Nothing, less than a token, a token, and what does not divide one another. */
const coefficient = fc.constantFrom(0n, 1n, 300n, 700n, 1000n, 2500n);

/** The classes draw by the coefficients of a short list, so that classes differ and repeat. */
const grants = fc
  .array(
    fc.record({
      priority: fc.integer({ min: 0, max: 2 }),
      grantedAt: fc.integer({ min: 0, max: 2 }),
      effectiveAt: fc.constantFrom(0, AT, AT + 1),
      expiresAt: fc.constantFrom(null, AT, AT + 1, AT + 2),
      serves: fc.constantFrom('*', 'this', 'other'),
      coefficients: fc.array(coefficient, { minLength: 1, maxLength: 3 }),
      leftMilli: fc.bigInt({ min: 0n, max: 40_000n }),
    }),
    { maxLength: 5 },
  )
  .map((all) => all.map(grantOf).sort(inBurnOrder));

function grantOf(
  {
    serves,
    coefficients,
    ...own
  }: Omit<DrawableGrant, 'id' | 'coefficients' | 'matchesModel'> & {
    readonly serves: string;
    readonly coefficients: readonly bigint[];
  },
  index: number,
): DrawableGrant {
  return {
    ...own,
    id: String(index),
    matchesModel: () => serves !== 'other',
    coefficients: (_model, tokenClass) => {
      const place = TOKEN_CLASSES.findIndex((name) => name === tokenClass);
      return coefficients[place % coefficients.length] as bigint;
    },
  };
}

const counts = fc
  .array(fc.tuple(fc.nat(COUNTERS.length - 1), fc.integer({ min: 1, max: 30 })), { maxLength: 5 })
  .map((pairs) => {
    const all = new Array<number>(COUNTERS.length).fill(0);
    for (const [counter, count] of pairs) all[counter] = count;
    return all;
  });

const copy = (all: readonly DrawableGrant[]): DrawableGrant[] => all.map((grant) => ({ ...grant }));
const draw = (all: readonly DrawableGrant[], of: Counts): Drawdown<DrawableGrant> =>
  drawRecord(all, { model: 'this', at: AT, counts: of });
const eligible = (all: readonly DrawableGrant[]): DrawableGrant[] =>
  all.filter((grant) => isEligible(grant, 'this', AT));
const coefficientOf = (grant: DrawableGrant, counter: number): bigint =>
  grant.coefficients('this', TOKEN_CLASSES[counter] as string, AT);
const covered = (drawdown: Drawdown<DrawableGrant>, counter: number): number =>
  drawdown.draws.reduce((total, one) => total + (one.covered[counter] as number), 0);

/** The rule said once more, token by token: the first eligible grant that can cover a whole one does. */
function oneByOne(all: readonly DrawableGrant[], of: Counts): { covers: string[]; overage: number[] } {
  const covers: string[] = [];
  const overage = new Array<number>(COUNTERS.length).fill(0);
  of.forEach((count, counter) => {
    for (let token = 0; token < count; token++) {
      const grant = eligible(all).find(
        (one) => counter < CLASSES && one.leftMilli >= coefficientOf(one, counter),
      );
      if (grant === undefined) overage[counter] = (overage[counter] as number) + 1;
      else {
        grant.leftMilli -= coefficientOf(grant, counter);
        covers.push(`${grant.id} covers ${counter}`);
      }
    }
  });
  return { covers: covers.sort(), overage };
}

const saidBy = ({ draws }: Drawdown<DrawableGrant>): string[] =>
  draws
    .flatMap(({ grant, covered: own }) =>
      own.flatMap((count, counter) => new Array<string>(count).fill(`${grant.id} covers ${counter}`)),
    )
    .sort();

describe('drawdown', () => {
  it('and overage are the demand of each class, and meters are never covered', () => {
    fc.assert(
      fc.property(grants, counts, (all, of) => {
        const drawdown = draw(all, of);
        of.forEach((count, counter) => {
          expect(covered(drawdown, counter) + (drawdown.overage[counter] as number)).toBe(count);
          if (counter >= CLASSES) expect(drawdown.overage[counter]).toBe(count);
        });
      }),
    );
  });

  it('never splits a token: what a grant loses is whole tokens times coefficients, and never more than it has', () => {
    fc.assert(
      fc.property(grants, counts, (all, of) => {
        const before = copy(all);
        const { draws } = draw(all, of);
        all.forEach((grant, index) => {
          const own = draws.find((one) => one.grant === grant);
          const drawn = (own?.covered ?? []).reduce(
            (total, count, counter) =>
              count === 0 ? total : total + BigInt(count) * coefficientOf(grant, counter),
            0n,
          );
          expect(own?.milliTokens ?? 0n).toBe(drawn);
          expect(grant.leftMilli).toBe((before[index] as DrawableGrant).leftMilli - drawn);
          expect(grant.leftMilli >= 0n).toBe(true);
          if (own !== undefined) expect(isEligible(grant, 'this', AT)).toBe(true);
        });
      }),
    );
  });

  it('burns a later grant for a class only where no earlier one could cover one more whole token', () => {
    fc.assert(
      fc.property(grants, fc.nat(CLASSES - 1), fc.integer({ min: 1, max: 60 }), (all, counter, count) => {
        const of = COUNTERS.map((_, index) => (index === counter ? count : 0));
        const { draws, overage } = draw(all, of);
        const burnt = eligible(all);
        const last = burnt.findLastIndex((grant) => draws.some((one) => one.grant === grant));
        const dry = overage[counter] === 0 ? burnt.slice(0, Math.max(last, 0)) : burnt;
        for (const grant of dry) expect(grant.leftMilli < coefficientOf(grant, counter)).toBe(true);
      }),
    );
  });

  it('is what covering token by token comes to', () => {
    fc.assert(
      fc.property(grants, counts, (all, of) => {
        const naive = copy(all);
        const expected = oneByOne(naive, of);
        const drawdown = draw(all, of);
        expect({ covers: saidBy(drawdown), overage: drawdown.overage }).toEqual(expected);
        expect(all.map((grant) => grant.leftMilli)).toEqual(naive.map((grant) => grant.leftMilli));
        expect(drawdown.lastEligible).toBe(eligible(all).at(-1));
      }),
    );
  });

  it('covers a class of coefficient 0 whole, drawing nothing, as long as a grant is eligible', () => {
    fc.assert(
      fc.property(grants, counts, (all, of) => {
        const free = all.map((grant) => ({ ...grant, leftMilli: 0n, coefficients: () => 0n }));
        const drawdown = draw(free, of);
        const isOpen = eligible(free).length > 0;
        of.slice(0, CLASSES).forEach((count, counter) =>
          expect(covered(drawdown, counter)).toBe(isOpen ? count : 0),
        );
        expect(drawdown.draws.every((one) => one.milliTokens === 0n)).toBe(true);
      }),
    );
  });

  it('of a sequence in two calls is that of one', () => {
    fc.assert(
      fc.property(grants, counts, fc.nat(COUNTERS.length - 1), fc.nat(30), (all, of, cut, part) => {
        const twice = copy(all);
        const first = of.map((count, counter) =>
          counter < cut ? count : counter > cut ? 0 : Math.min(part, count),
        );
        const one = draw(twice, first);
        const other = draw(
          twice,
          of.map((count, counter) => count - (first[counter] as number)),
        );
        const whole = draw(all, of);
        expect(twice.map((grant) => grant.leftMilli)).toEqual(all.map((grant) => grant.leftMilli));
        expect([...saidBy(one), ...saidBy(other)].sort()).toEqual(saidBy(whole));
        of.forEach((_, counter) =>
          expect((one.overage[counter] as number) + (other.overage[counter] as number)).toBe(
            whole.overage[counter],
          ),
        );
      }),
    );
  });
});
