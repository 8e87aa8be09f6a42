import fc from 'fast-check';
import { at, monthsOf, recordOf } from '../../../../test/support/core-catalogue';
import {
  TAKE_OR_PAY,
  contractCatalogue as catalogue,
  contracted,
} from '../../../../test/support/core-contract';
import { journalSums, rollupSums } from '../../../../test/support/core-observed';
import { fenToPico, parseScaled, ratioOf, round, ratio, PICO_PER_FEN } from '../../kernel';
import { settleTokenCommitment } from '../../commitment';
import { imbalance, netFen } from '../../ledger';
import { decide, type ClaimedRecord } from '../decide';
import type { ChargeDecision } from '../decision';
import { renewAhead } from '../order';

const months = monthsOf();
const runs = { numRuns: 60 };
/** The last period ends with January, and its lateness window two days later. */
const OVER = at('2027-02-03T00:00');
const MONTHS = ['2026-10', '2026-11', '2026-12', '2027-01'];

/** A post of some records at one time, for periods gone by as well; closes come when they fall due. */
const lives = fc.array(
  fc.record({
    month: fc.constantFrom(...MONTHS),
    day: fc.integer({ min: 1, max: 28 }),
    input: fc.integer({ min: 0, max: 9_000_000 }),
    model: fc.constantFrom('glm-5', 'glm-5', 'kimi'),
  }),
  { maxLength: 14, size: 'max' },
);
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

const claimed = (life: Life): ClaimedRecord[] =>
  life.map(({ month, day, input, model }, index) => ({
    record: recordOf(
      { at: at(`${month}-${String(day).padStart(2, '0')}T12:00`), recordId: String(index), model },
      { input },
    ),
    accountId: 1,
  }));

/** Each record in a write of its own, then whatever is still due. */
function lived(life: Life): ChargeDecision[] {
  const { account, taken } = contracted(['base', 'contract']);
  const accounts = new Map([[1, account]]);
  const decisions = claimed(life).map((one) => decide({ records: [one], accounts, catalogue, months }));
  return [...taken, ...decisions, renewAhead(accounts.values(), OVER, catalogue, months)];
}

/** By ledger account over all months; what adds up to nothing is left out. */
const totals = (decisions: readonly ChargeDecision[]): Map<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const [key, amount] of journalSums(decisions)) {
    const account = key.split(' ').at(-1) ?? '';
    sums.set(account, (sums.get(account) ?? 0n) + amount);
  }
  return new Map([...sums].filter(([, amount]) => amount !== 0n));
};

/** What settling the whole contract at its end comes to. */
function settledAtTheEnd(life: Life) {
  const consumption = MONTHS.map((month) =>
    life
      .filter((one) => one.month === month && one.model !== 'kimi')
      .reduce((all, one) => all + BigInt(one.input), 0n),
  );
  const periods = settleTokenCommitment(
    {
      metric: 'tokens',
      pricePico: 2_000_000n,
      overPricePico: 3_000_000n,
      shortfallPercent: ratioOf('80'),
      makeUp: { percentOfShortfall: ratioOf('50'), withinPeriods: 2 },
      committedTokens: TAKE_OR_PAY.periods.map(({ committed }) => BigInt(committed)),
    },
    consumption,
  );
  const fen = periods.map(({ shortfallCharge: one }) => round(ratio(one.n, one.d * PICO_PER_FEN)));
  const other = life.filter((one) => one.model === 'kimi').reduce((all, one) => all + BigInt(one.input), 0n);
  const usage = periods.reduce((all, one) => all + one.withinCharge + one.overCharge, 0n);
  return {
    usage: usage + other * parseScaled('4', 6),
    gross: fenToPico(fen.reduce((all, one) => all + one, 0n)),
    net: fenToPico(fen.reduce((all, one) => all + netFen(one, '0.06'), 0n)),
  };
}

describe('a commitment, charged as its records come', () => {
  it('comes to what settling it at its end comes to, and leaves nothing deferred', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const sums = totals(lived(life));
        const { usage, gross, net } = settledAtTheEnd(life);
        expect(sums.get('unbilled_usage') ?? 0n).toBe(usage);
        expect(sums.get('receivable') ?? 0n).toBe(gross);
        expect(sums.get('shortfall_revenue') ?? 0n).toBe(-net);
        expect(sums.get('tax_payable') ?? 0n).toBe(net - gross);
        expect(sums.get('deferred_shortfall') ?? 0n).toBe(0n);
      }),
      runs,
    );
  });

  it('comes to the same in whatever order its records came', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const ordered = [...life].sort((a, b) => a.month.localeCompare(b.month) || a.day - b.day);
        expect([...totals(lived([...life].reverse()))].sort()).toEqual([...totals(lived(ordered))].sort());
      }),
      runs,
    );
  });

  it('is the same however the records are cut into writes, and every journal balances', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { account, taken } = contracted(['base', 'contract']);
        const accounts = new Map([[1, account]]);
        const whole = [
          ...taken,
          decide({ records: claimed(life), accounts, catalogue, months }),
          renewAhead(accounts.values(), OVER, catalogue, months),
        ];
        const cut = lived(life);
        expect(journalSums(whole)).toEqual(journalSums(cut));
        expect(rollupSums(whole)).toEqual(rollupSums(cut));
        for (const { journals } of [...whole, ...cut]) expect(imbalance(journals).size).toBe(0);
      }),
      runs,
    );
  });

  it('rolls up what it books: shortfalls by their net, and usage by its gross', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const decisions = lived(life);
        const lines = decisions.flatMap((one) => one.rollups);
        const sums = totals(decisions);
        const net = lines
          .filter((one) => one.kind === 'shortfall')
          .reduce((all, one) => all + (one.net ?? 0n), 0n);
        const gross = lines.filter((one) => one.kind === 'usage').reduce((all, one) => all + one.gross, 0n);
        expect([net, gross]).toEqual([
          -(sums.get('shortfall_revenue') ?? 0n),
          sums.get('unbilled_usage') ?? 0n,
        ]);
      }),
      runs,
    );
  });
});
