import { at } from '../../../../test/support/core-catalogue';
import { LOG, RISE, Subscriber } from '../../../../test/support/core-subscriptions';
import { ratedOf } from '../../../../test/support/core-rated';
import { reRate } from '../correction/re-rate-account';
import { explainCharge } from '../replay/explain-charge';
import { planCharge } from '../plan-charge';
import { recordOf } from '../../../../test/support/core-catalogue';
import { isPinnedSo } from './pin-prices';
import type { SubscriptionAction } from './subscription-change';

const START = at('2026-10-01T00:00');
const BEFORE = at('2026-10-20T00:00');
const AFTER = at('2026-11-20T00:00');
const LATE = at('2027-01-20T00:00');
const pin = (asOf: number, until: number | null): SubscriptionAction => ({
  kind: 'prices_pinned',
  asOf,
  until,
});

function subscriber(plan = 'base'): Subscriber {
  const one = new Subscriber();
  one.order(plan, START);
  return one;
}
/** What a million tokens cost, in yuan, by the version that priced them. */
function price(one: Subscriber, instant: number): (number | null | undefined)[] {
  const [charged] = one.call(instant, { input: 1_000_000 }, String(one.writes.length)).charged;
  return [Number(charged?.usageGross) / 1e12, charged?.priceVersionId];
}
const OLD = [2, 20];
const NEW = [3, 21];

describe('prices', () => {
  it('follow the book', () => {
    const one = subscriber();
    expect([price(one, BEFORE), price(one, RISE - 1), price(one, RISE)]).toEqual([OLD, OLD, NEW]);
  });

  it('are held from an instant on until another', () => {
    const one = subscriber();
    one.change(1, pin(BEFORE, AFTER), AFTER);
    expect([BEFORE, AFTER - 1, AFTER].map((instant) => price(one, instant))).toEqual([OLD, OLD, NEW]);
  });

  it('are held as long as the subscription runs, and follow again from when they are let go', () => {
    const one = subscriber();
    one.change(1, pin(BEFORE, null), BEFORE);
    expect(price(one, LATE)).toEqual(OLD);
    one.change(1, pin(BEFORE, AFTER), AFTER);
    expect([price(one, AFTER - 1), price(one, AFTER)]).toEqual([OLD, NEW]);
  });

  it('held later on leave alone what lies before them', () => {
    const one = subscriber();
    one.change(1, pin(BEFORE, AFTER), BEFORE);
    one.change(1, pin(LATE, null), LATE);
    expect([price(one, AFTER - 1), price(one, AFTER), price(one, LATE + 1)]).toEqual([OLD, NEW, NEW]);
  });

  it.each([
    ['loyal', LATE, OLD],
    ['season', at('2026-11-30T23:59'), OLD],
    ['season', at('2026-12-01T00:00'), NEW],
  ])('are held as the plan %s promises', (plan, instant, expected) => {
    expect(price(subscriber(plan), instant)).toEqual(expected);
  });

  it('are explained by the version that was held', () => {
    const one = subscriber();
    one.change(1, pin(BEFORE, null), BEFORE);
    const record = recordOf({ at: LATE }, { input: 7 });
    const plan = planCharge(one.account, record, LOG.catalogue);
    if ('reason' in plan) throw new Error(plan.reason);
    const { overages } = explainCharge(one.account, record, plan, LOG.catalogue);
    expect(overages).toMatchObject([{ priceVersionId: 20, lines: [{ picoPerUnit: 2_000_000n }] }]);
  });

  it('of records that were charged before they were held stay, also when these are rated anew', () => {
    const one = subscriber();
    expect(price(one, AFTER)).toEqual(NEW);
    one.change(1, pin(BEFORE, null), LATE);
    expect(price(one, AFTER)).toEqual(OLD);
    const rated = ratedOf(one.decisions, LOG.catalogue);
    expect(rated).toHaveLength(2);
    const accounts = new Map([[1, one.account]]);
    expect(reRate({ accounts, ...LOG, now: LATE }, 1, rated).differences).toEqual([]);
  });

  it('are held of a base tariff alone, that has not ended, and not backwards', () => {
    const one = subscriber('small');
    expect(one.change(1, pin(BEFORE, null), BEFORE).outcome).toMatchObject({
      refusal: { code: 'no_prices' },
    });
    const base = subscriber();
    const backwards = base.change(1, pin(AFTER, BEFORE), AFTER).outcome;
    expect(backwards).toMatchObject({ refusal: { code: 'ends_before_it_begins' } });
    base.change(1, { kind: 'ended', when: 'now' }, BEFORE);
    expect(base.change(1, pin(BEFORE, null), AFTER).outcome).toMatchObject({
      refusal: { code: 'already_ended' },
    });
  });

  it('are held so already where just that was said last', () => {
    const [one] = [subscriber()];
    const stated = { asOf: BEFORE, until: AFTER };
    const said = () => isPinnedSo({ pricePins: one?.account.subscriptions[0]?.pricePins ?? [] }, stated);
    expect(said()).toBe(false);
    one?.change(1, pin(BEFORE, AFTER), BEFORE);
    expect(said()).toBe(true);
    one?.change(1, pin(BEFORE, null), BEFORE);
    expect(said()).toBe(false);
  });
});
