import fc from 'fast-check';
import { at, monthsOf, recordOf } from '../../../../test/support/core-catalogue';
import { contractCatalogue as catalogue, contracted } from '../../../../test/support/core-contract';
import { journalSums } from '../../../../test/support/core-observed';
import { ratedOf } from '../../../../test/support/core-rated';
import type { AccountState } from '../account-state';
import { voidRecords } from './correct';
import { decide, type ClaimedRecord } from '../decide';
import type { ChargeDecision } from '../decision';
import { expireDue } from '../expire';
import { renewAhead } from '../order';
import { reRate } from './re-rate-account';

const months = monthsOf();
const runs = { numRuns: 60 };
/** Every period is closed and every expiry over. */
const OVER = at('2027-02-03T00:00');

const lives = fc.array(
  fc.record({
    month: fc.constantFrom('2026-10', '2026-11', '2026-12', '2027-01'),
    day: fc.integer({ min: 1, max: 28 }),
    input: fc.constantFrom(0, 40, 70, 3_000_000, 9_000_000),
    requests: fc.constantFrom(0, 0, 3),
    model: fc.constantFrom('glm-5', 'glm-5', 'kimi'),
    isVoid: fc.boolean(),
  }),
  { maxLength: 12, size: 'max' },
);
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

const claimed = (life: Life): ClaimedRecord[] =>
  life.map(({ month, day, input, requests, model }, index) => ({
    record: recordOf(
      { at: at(`${month}-${String(day).padStart(2, '0')}T12:00`), recordId: String(index), model },
      { input, requests },
    ),
    accountId: 1,
  }));

interface Lived {
  readonly account: AccountState;
  readonly decisions: ChargeDecision[];
}

/** Each record in a write of its own; then what is due by the end. */
function lived(life: Life, plans: readonly string[]): Lived {
  const { account, taken } = contracted(plans);
  const accounts = new Map([[1, account]]);
  const decisions = claimed(life).map((one) => decide({ records: [one], accounts, catalogue, months }));
  const due = [
    renewAhead(accounts.values(), OVER, catalogue, months),
    expireDue(accounts.values(), OVER, catalogue, months),
  ];
  return { account, decisions: [...taken, ...decisions, ...due] };
}

const totals = ({ decisions }: Lived): [string, bigint][] => {
  const sums = new Map<string, bigint>();
  for (const [key, amount] of journalSums(decisions)) {
    const account = key.split(' ').at(-1) ?? '';
    sums.set(account, (sums.get(account) ?? 0n) + amount);
  }
  return [...sums].filter(([, amount]) => amount !== 0n).sort();
};

const consumption = ({ account }: Lived): [string, bigint][] =>
  [...account.counters].filter(([, quantity]) => quantity !== 0n).sort();

describe.each([[['base', 'contract', 'pack']], [['base', 'spend', 'pack']]])('a void under %p', (plans) => {
  it('and a re-rating leave what the other records alone come to, closed periods and all', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const world = lived(life, plans);
        const corrected = { accounts: new Map([[1, world.account]]), catalogue, months, now: OVER };
        const voided = ratedOf(world.decisions, catalogue).filter(
          ({ rating }) => life[Number(rating.record.recordId)]?.isVoid,
        );
        world.decisions.push(voidRecords(corrected, voided));
        world.decisions.push(reRate(corrected, 1, ratedOf(world.decisions, catalogue)));
        const alone = lived(
          life.filter((one) => !one.isVoid),
          plans,
        );
        expect(totals(world)).toEqual(totals(alone));
        expect(consumption(world)).toEqual(consumption(alone));
        expect(reRate(corrected, 1, ratedOf(world.decisions, catalogue)).corrections).toEqual([]);
      }),
      runs,
    );
  });

  it('right after its charge leaves every account of the ledger as it was', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { account, taken } = contracted(plans);
        const accounts = new Map([[1, account]]);
        const world = { account, decisions: [...taken] };
        for (const one of claimed(life)) {
          world.decisions.push(renewAhead(accounts.values(), one.record.at, catalogue, months));
          const before = [totals(world), consumption(world)];
          const own = decide({ records: [one], accounts, catalogue, months });
          const corrected = { accounts, catalogue, months, now: at('2026-10-01T00:00') };
          world.decisions.push(own, voidRecords(corrected, ratedOf([own], catalogue)));
          expect([totals(world), consumption(world)]).toEqual(before);
          world.decisions.push(decide({ records: [one], accounts, catalogue, months }));
        }
      }),
      runs,
    );
  });
});
