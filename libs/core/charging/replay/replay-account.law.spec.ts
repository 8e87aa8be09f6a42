import fc from 'fast-check';
import { accountOf, at, monthsOf } from '../../../../test/support/core-catalogue';
import { CONTENT, catalogue as whole } from '../../../../test/support/core-market';
import { balancesOf, grouped, journalSums, rollupSums } from '../../../../test/support/core-observed';
import { claimed, scenarios, type Scenario } from '../../../../test/support/core-scenario';
import type { AccountState } from '../account-state';
import { compileCatalogue } from '../compile-catalogue';
import { decide } from '../decide';
import type { ChargeDecision, ChargedRecord } from '../decision';
import { expireDue } from '../expire';
import { explainCharge, type ChargeExplanation } from './explain-charge';
import { grantCoefficients } from '../issue-grant';
import { newSubscription } from '../new-subscription';
import { renewAhead, takeUp } from '../order';
import type { AccountEvent, AccountWriteLog } from './account-event';
import { AccountReplay } from './replay-account';

const OPENED = at('2026-10-05T09:30');
const YEARS_ON = at('2028-01-01T00:00');
const DAY_MS = 86_400_000;

/** Before the second versions of the price book and of the coefficient table came. */
const early = compileCatalogue({
  ...CONTENT,
  epoch: 0,
  price_book: CONTENT.price_book.slice(0, 1),
  coefficient_table: CONTENT.coefficient_table.slice(0, 1),
});
const later = monthsOf({ '2026-10': '2026-11' });

interface Step {
  readonly verb: 'charge' | 'renew' | 'expire';
  /** How many of the records, where it charges. */
  readonly count: number;
  readonly days: number;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    verb: fc.constantFrom('charge', 'charge', 'charge', 'renew', 'expire'),
    count: fc.integer({ min: 1, max: 6 }),
    days: fc.nat(90),
  }),
  { maxLength: 12 },
);
/** The number of the write with which documents came, and of that with which October closed. */
const turns = fc.record({ published: fc.nat(12), closed: fc.nat(12) });

interface Write {
  readonly log: Pick<AccountWriteLog, 'catalogue' | 'months'>;
  readonly decision: ChargeDecision;
  /** What it took up, by account. */
  readonly orders: ReadonlyMap<number, AccountEvent>;
}

/** The verbs in turn over the accounts, loaded anew for each write as a database would. */
class Play {
  readonly accounts = new Map<number, AccountState>();
  readonly writes: Write[] = [];

  constructor(
    scenario: Scenario,
    private readonly turn: { readonly published: number; readonly closed: number },
  ) {
    scenario.holders.forEach(({ anchorDay, plans }, index) => {
      const account = accountOf({ id: index + 1, code: `a${index + 1}`, anchorDay });
      this.accounts.set(account.id, account);
      for (const code of plans) this.order(account, code, code === 'pack' ? 'shop' : null);
    });
  }

  /** What is not said by the steps happens at the end: no record is left, and nothing unexpired. */
  static of(scenario: Scenario, script: readonly Step[], turn: Play['turn']): Play {
    const play = new Play(scenario, turn);
    const left = claimed(scenario);
    for (const { verb, count, days } of script) {
      const now = OPENED + days * DAY_MS;
      if (verb === 'charge') play.charge(left.splice(0, count));
      else play.write((log) => DUE[verb](play.accounts.values(), now, log.catalogue, log.months));
    }
    play.charge(left);
    play.write((log) => expireDue(play.accounts.values(), YEARS_ON, log.catalogue, log.months));
    return play;
  }

  private order(account: AccountState, code: string, channel: string | null): void {
    const plan = whole.planAt(code, OPENED);
    if (plan === undefined) throw new Error(`no plan ${code}`);
    const sequence = account.nextSequence;
    const event = { kind: 'order', sequence, planVersionId: plan.id, startsAt: OPENED, channel } as const;
    this.write(
      (log) =>
        takeUp(account, newSubscription(account, plan, OPENED, channel), OPENED, log.catalogue, log.months),
      new Map([[account.id, event]]),
    );
  }

  private charge(records: ReturnType<typeof claimed>): void {
    this.write((log) => decide({ records, accounts: this.accounts, ...log }));
  }

  private write(
    verb: (log: Write['log']) => ChargeDecision,
    orders: Write['orders'] = new Map<number, AccountEvent>(),
  ): void {
    const { published, closed } = this.turn;
    const place = this.writes.length;
    const log = {
      catalogue: place < published ? early : whole,
      months: place < closed ? monthsOf() : later,
    };
    for (const account of this.accounts.values()) loadAnew(account, log.catalogue);
    this.writes.push({ log, decision: verb(log), orders });
  }
}

const DUE = { renew: renewAhead, expire: expireDue };

function loadAnew(account: AccountState, catalogue: AccountWriteLog['catalogue']): void {
  account.changedCounters.clear();
  const grants = account.grants.map((one) => ({
    ...one,
    coefficients: grantCoefficients(one.plan.body, one.coefficientVersionId, catalogue),
    isNew: false,
    isChanged: false,
  }));
  account.grants.splice(0, account.grants.length, ...grants);
}

/** What is stored of a write for an account, in the order of its sequence. */
function eventsOf(accountId: number, { decision, orders }: Write): AccountEvent[] {
  const order = orders.get(accountId);
  const moved = decision.movements.filter((one) => one.accountId === accountId);
  const charged = decision.charged.filter((one) => one.accountId === accountId);
  return [
    ...(order === undefined ? [] : [order]),
    ...moved
      .filter(({ kind }) => kind === 'issued')
      .map(({ sequence }) => ({ kind: 'cycle', sequence }) as const),
    ...moved
      .filter(({ kind }) => kind === 'expired')
      .map(({ sequence, grantNumber }) => ({ kind: 'expiry', sequence, grantNumber }) as const),
    ...charged.map(({ sequence, record }) => ({ kind: 'record', sequence, record }) as const),
  ].sort((a, b) => a.sequence - b.sequence);
}

interface Retold {
  readonly accounts: readonly AccountState[];
  readonly decisions: readonly ChargeDecision[];
  readonly told: readonly (readonly [ChargedRecord, ChargeExplanation])[];
}

function retell({ accounts, writes }: Play): Retold {
  const decisions: ChargeDecision[] = [];
  const explained: ChargeExplanation[] = [];
  const replays = [...accounts.values()].map(({ id, code, zone, anchorDay }) => {
    const replay = new AccountReplay({ id, code, zone, anchorDay });
    for (const write of writes) {
      const events = eventsOf(id, write);
      if (events.length === 0) continue;
      const decided = replay.write({ ...write.log, events }, (account, record, plan) => {
        explained.push(explainCharge(account, record, plan, write.log.catalogue));
      });
      if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
      decisions.push(decided.value);
    }
    return replay;
  });
  const charged = decisions.flatMap((one) => one.charged);
  return {
    accounts: replays.map(({ account }) => account),
    decisions,
    told: charged.map((one, index) => [one, explained[index] as ChargeExplanation]),
  };
}

const chargesOf = (decisions: readonly ChargeDecision[]): ReadonlyMap<number, ChargedRecord[]> =>
  grouped(
    decisions.flatMap((one) => one.charged),
    (one) => one.accountId,
  );

const stands = (account: AccountState): object => ({
  nextSequence: account.nextSequence,
  balances: balancesOf(account),
  counters: [...account.counters].sort(),
  subscriptions: account.subscriptions.map(({ id, channel, nextCycle, nextCycleAt, endsAt, anchorDay }) => ({
    id,
    channel,
    nextCycle,
    nextCycleAt,
    endsAt,
    anchorDay,
  })),
});

const sequenced = <T extends { readonly accountId: number; readonly sequence: number }>(
  all: readonly T[],
): T[] => [...all].sort((a, b) => a.accountId - b.accountId || a.sequence - b.sequence);

const movementsOf = (decisions: readonly ChargeDecision[]) =>
  sequenced(decisions.flatMap((one) => one.movements));
const costGapsOf = (decisions: readonly ChargeDecision[]) =>
  sequenced(decisions.flatMap((one) => one.costGaps));

const runs = { numRuns: 150 };
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n);

describe('an account that is told again from its events', () => {
  it('comes to what its writes decided: each charge, movement and booking, and where it stands', () => {
    fc.assert(
      fc.property(scenarios, steps, turns, (scenario, script, turn) => {
        const play = Play.of(scenario, script, turn);
        const decisions = play.writes.map(({ decision }) => decision);
        const retold = retell(play);
        expect(chargesOf(retold.decisions)).toEqual(chargesOf(decisions));
        expect(movementsOf(retold.decisions)).toEqual(movementsOf(decisions));
        expect(costGapsOf(retold.decisions)).toEqual(costGapsOf(decisions));
        expect(journalSums(retold.decisions)).toEqual(journalSums(decisions));
        expect(rollupSums(retold.decisions)).toEqual(rollupSums(decisions));
        expect(retold.accounts.map(stands)).toEqual([...play.accounts.values()].map(stands));
        expect(retold.decisions.flatMap((one) => one.suspended)).toEqual([]);
      }),
      runs,
    );
  });

  it('explains each record in steps that add up to what was charged', () => {
    fc.assert(
      fc.property(scenarios, steps, turns, (scenario, script, turn) => {
        for (const [charged, { grants, overages, costs }] of retell(Play.of(scenario, script, turn)).told) {
          expect(sum(grants.map((one) => one.drawnMilli))).toBe(charged.drawnMilli);
          expect(sum(grants.map((one) => one.recognisedGross))).toBe(charged.recognisedGross);
          expect(sum(grants.map((one) => one.recognisedNet))).toBe(charged.recognisedNet);
          for (const { beforeMilli, drawnMilli, afterMilli, covered } of grants) {
            expect(beforeMilli - drawnMilli).toBe(afterMilli);
            expect(afterMilli >= 0n).toBe(true);
            expect(sum(covered.map((one) => BigInt(one.tokens) * one.coefficientMilli))).toBe(drawnMilli);
          }
          expect(sum(overages.map((one) => one.gross))).toBe(charged.usageGross);
          for (const { lines, tiers, gross } of overages)
            expect(sum([...lines, ...tiers].map((one) => one.amount))).toBe(gross);
          expect(costs.map((one) => one.amount)).toEqual([charged.vendorCost, charged.computeCost]);
        }
      }),
      runs,
    );
  });

  it('is refused where an event is left out', () => {
    fc.assert(
      fc.property(scenarios, steps, turns, fc.nat(), (scenario, script, turn, which) => {
        const play = Play.of(scenario, script, turn);
        const [account] = play.accounts.values();
        if (account === undefined) throw new Error('there is always a holder');
        const writes = play.writes.map((write) => ({ log: write.log, events: eventsOf(1, write) }));
        const all = writes.flatMap(({ events }) => events);
        // The grants of an order follow from it.
        const told = all.filter(({ kind }) => kind !== 'cycle').slice(0, -1);
        const missing = told[which % Math.max(told.length, 1)];
        fc.pre(missing !== undefined);
        const replay = new AccountReplay(account);
        const refused = writes.some(
          ({ log, events }) => !replay.write({ ...log, events: events.filter((one) => one !== missing) }).ok,
        );
        expect(refused).toBe(true);
      }),
      runs,
    );
  });
});
