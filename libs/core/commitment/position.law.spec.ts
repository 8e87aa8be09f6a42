import fc from 'fast-check';
import { PICO_PER_FEN, divideHalfAway, ratio, round } from '../kernel';
import type { TokenContract } from './contract';
import { NO_PERIOD, commitmentPosition, type ClosedPeriod, type CommitmentPosition } from './position';
import { settleTokenCommitment } from './settle-tokens';

const tokens = fc.bigInt({ min: 0n, max: 40_000_000n });
const percent = fc.bigInt({ min: 0n, max: 10_000n }).map((hundredths) => ratio(hundredths, 100n));
/** 6 % included. */
const netOf = (gross: bigint): bigint => divideHalfAway(gross * 100n, 106n);

/** The same part coming a second time is its void. */
type Event =
  | { readonly close: true }
  | { readonly part: object; readonly period: number; readonly tokens: bigint };

const shuffled = <T>(all: T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray(all, { minLength: all.length });

const lives = fc
  .array(
    fc.record({
      committed: tokens,
      parts: fc.array(fc.record({ tokens, isVoided: fc.boolean() }), { maxLength: 3 }),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .chain((periods) =>
    fc.record({
      contract: fc
        .record({
          shortfallPercent: percent,
          percentOfShortfall: percent,
          withinPeriods: fc.integer({ min: 1, max: 3 }),
          pricePico: fc.bigInt({ min: 0n, max: 2_000_000n }),
          hasMakeUp: fc.boolean(),
        })
        .map(
          ({ hasMakeUp, shortfallPercent, pricePico, ...makeUp }): TokenContract => ({
            metric: 'tokens',
            pricePico,
            overPricePico: 1_234_567n,
            shortfallPercent,
            ...(hasMakeUp && { makeUp }),
            committedTokens: periods.map(({ committed }) => committed),
          }),
        ),
      events: shuffled([
        ...periods.map((): Event => ({ close: true })),
        ...periods.flatMap(({ parts }, period) => parts.flatMap((part) => eventsOf(part, period))),
      ]),
    }),
  );

function eventsOf(part: { tokens: bigint; isVoided: boolean }, period: number): Event[] {
  const event = { part, period, tokens: part.tokens };
  return part.isVoided ? [event, event] : [event];
}

const FIGURES = Object.keys(NO_PERIOD) as (keyof ClosedPeriod)[];

/** Applies the events one by one and adds up the differences that each would post. */
function posted(contract: TokenContract, events: readonly Event[], atEach: (p: CommitmentPosition) => void) {
  const consumption = contract.committedTokens.map(() => 0n);
  const sums = { usageGross: 0n, periods: contract.committedTokens.map(() => ({ ...NO_PERIOD })) };
  const seen = new Set<object>();
  let closed = 0;
  let last = commitmentPosition(contract, consumption, closed, netOf);
  for (const event of events) {
    if ('close' in event) closed += 1;
    else {
      const sign = seen.has(event.part) ? -1n : 1n;
      seen.add(event.part);
      consumption[event.period] = (consumption[event.period] ?? 0n) + sign * event.tokens;
    }
    const now = commitmentPosition(contract, consumption, closed, netOf);
    if ('close' in event) expect(now.usageGross).toBe(last.usageGross);
    sums.usageGross += now.usageGross - last.usageGross;
    sums.periods = sums.periods.map((sum, period) => {
      const next: { -readonly [F in keyof ClosedPeriod]: bigint } = { ...sum };
      for (const f of FIGURES)
        next[f] += (now.closed[period] ?? NO_PERIOD)[f] - (last.closed[period] ?? NO_PERIOD)[f];
      return next;
    });
    atEach((last = now));
  }
  return { sums, consumption };
}

describe('the position of a token commitment', () => {
  it('adds up, difference by difference and in any order, to what settling at the end gives', () => {
    fc.assert(
      fc.property(lives, ({ contract, events }) => {
        const { sums, consumption } = posted(contract, events, () => undefined);
        const settled = settleTokenCommitment(contract, consumption);
        const usage = settled.reduce((all, one) => all + one.withinCharge + one.overCharge, 0n);
        expect(sums.usageGross).toBe(usage);
        settled.forEach(({ shortfall, shortfallCharge, makeUpGranted }, period) => {
          const sum = sums.periods[period] as ClosedPeriod;
          const grossFen = round(ratio(shortfallCharge.n, shortfallCharge.d * PICO_PER_FEN));
          expect([sum.shortfall, sum.gross, sum.net, sum.makeUpGranted]).toEqual([
            shortfall,
            grossFen * PICO_PER_FEN,
            netOf(grossFen) * PICO_PER_FEN,
            makeUpGranted,
          ]);
          const used = settled.flatMap((one) => one.makeUpDrawn).filter((one) => one.fromPeriod === period);
          expect(sum.makeUpUsed).toBe(used.reduce((all, one) => all + one.tokens, 0n));
        });
      }),
    );
  });

  it('ends with nothing deferred and no credit left, once all periods are closed', () => {
    fc.assert(
      fc.property(lives, ({ contract, events }) => {
        for (const sum of posted(contract, events, () => undefined).sums.periods) {
          expect(sum.makeUpUsed + sum.makeUpLapsed).toBe(sum.makeUpGranted);
          expect(sum.usedGross + sum.lapsedGross).toBe(sum.deferredGross);
          expect(sum.usedNet + sum.lapsedNet).toBe(sum.deferredNet);
        }
      }),
    );
  });

  it('never recognises more than was deferred, nor defers more than was charged', () => {
    fc.assert(
      fc.property(lives, ({ contract, events }) => {
        posted(contract, events, ({ closed }) => {
          for (const one of closed) {
            expect(one.usedNet + one.lapsedNet <= one.deferredNet && one.deferredNet <= one.net).toBe(true);
            expect(one.usedGross + one.lapsedGross <= one.deferredGross).toBe(true);
            expect(one.deferredGross <= one.gross && one.usedGross >= 0n && one.lapsedGross >= 0n).toBe(true);
            expect(one.makeUpUsed + one.makeUpLapsed <= one.makeUpGranted).toBe(true);
          }
        });
      }),
    );
  });
});
