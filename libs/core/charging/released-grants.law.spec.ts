import fc from 'fast-check';
import { accountOf, at, contentOf, monthsOf, recordOf } from '../../../test/support/core-catalogue';
import { CONTENT } from '../../../test/support/core-market';
import { balancesOf, journalSums } from '../../../test/support/core-observed';
import { ratedOf } from '../../../test/support/core-rated';
import { recognised } from '../ledger';
import type { AccountState, GrantState } from './account-state';
import { compileCatalogue } from './compile-catalogue';
import { voidRecords, type CorrectionDecision } from './correction/correct';
import { reRate } from './correction/re-rate-account';
import { decide } from './decide';
import type { ChargeDecision, GrantMovement } from './decision';
import { expireDue } from './expire';
import { decideGift, type GiftDecision } from './give-grant';
import { newSubscription } from './new-subscription';
import { renewAhead, takeUp } from './order';
import type { AccountEvent, AccountWriteLog } from './replay/account-event';
import { AccountReplay } from './replay/replay-account';

const OPENED = at('2026-10-05T09:30');
const DAY_MS = 86_400_000;
const YEARS_ON = at('2028-06-01T00:00');
const months = monthsOf({ '2026-10': '2026-11' });

/** The market in memory, but that packages roll over and may be given away, for prices that do not divide evenly. */
const catalogueOf = (coefficient: string) =>
  compileCatalogue(
    contentOf({
      ...CONTENT,
      plan: CONTENT.plan.map((version) => {
        const { role } = version.body;
        if (role !== 'package' && role !== 'pack') return version;
        const rollOver = { sharePercent: '66.666667', capPercent: '41', expiresAfterMonths: 2 };
        const own = { transferable: true, ...(role === 'package' && { rollOver, price: '9.97' }) };
        return { ...version, body: { ...version.body, ...own } };
      }),
      coefficient_table: CONTENT.coefficient_table.map((version) => ({
        ...version,
        body: { code: 'standard', rows: [{ model: '*', class: 'cached_input', coefficient }] },
      })),
    }),
  );
const catalogue = catalogueOf('0.137');
const dearer = catalogueOf('0.7');

type Verb = 'charge' | 'void' | 're-rate' | 'renew' | 'expire' | 'give';
interface Step {
  readonly verb: Verb;
  readonly who: 1 | 2;
  readonly day: number;
  readonly amount: number;
}
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    verb: fc.constantFrom<Verb>(
      'charge',
      'charge',
      'charge',
      'void',
      're-rate',
      'renew',
      'expire',
      'give',
      'give',
    ),
    who: fc.constantFrom(1, 2),
    day: fc.nat(120),
    amount: fc.integer({ min: 1, max: 5_000 }),
  }),
  { maxLength: 25 },
);

interface Write {
  readonly decision: ChargeDecision;
  readonly log: AccountWriteLog;
}

/** Two accounts with a package each, one of them with a pack, and whatever happens to them. */
class Play {
  readonly accounts = new Map([1, 2].map((id) => [id, accountOf({ id, code: `a${id}` })]));
  readonly writes: Write[] = [];

  static of(script: readonly Step[]): Play {
    const play = new Play();
    for (const [id, code] of [
      [1, 'base'],
      [1, 'monthly'],
      [1, 'pack'],
      [2, 'base'],
      [2, 'anchored'],
    ] as const)
      play.order(id, code);
    for (const step of script) play[step.verb](step);
    play.expire({ day: (YEARS_ON - OPENED) / DAY_MS });
    return play;
  }

  private order(id: number, code: string): void {
    const plan = catalogue.planAt(code, OPENED);
    if (plan === undefined) throw new Error(`no plan ${code}`);
    const account = this.account(id);
    const event = {
      kind: 'order',
      sequence: account.nextSequence,
      planVersionId: plan.id,
      startsAt: OPENED,
      channel: null,
    } as const;
    const taken = newSubscription(account, plan, OPENED, null);
    this.write(takeUp(account, taken, OPENED, catalogue, months), { event, accountId: id });
  }

  charge({ who, day, amount }: Step): void {
    const own = { at: OPENED + day * DAY_MS, accountCode: `a${who}`, recordId: String(this.writes.length) };
    const record = recordOf(own, { input: amount, cached_input: amount % 700 });
    this.write(decide({ records: [{ record, accountId: who }], accounts: this.accounts, catalogue, months }));
  }

  void({ who, day, amount }: Step): void {
    const rated = this.rated(who);
    const one = rated[amount % Math.max(rated.length, 1)];
    if (one === undefined) return;
    const now = OPENED + day * DAY_MS;
    const corrected = { accounts: this.accounts, catalogue: dearer, months, now };
    this.write(voidRecords(corrected, [one]), { correction: { now } });
  }

  're-rate'({ who, day }: Step): void {
    const now = OPENED + day * DAY_MS;
    const corrected = { accounts: this.accounts, catalogue: dearer, months, now };
    const decision = reRate(corrected, who, this.rated(who));
    this.write(decision, { correction: { now, reRated: { from: 0, until: YEARS_ON } } });
  }

  renew({ who, day }: Step): void {
    this.write(renewAhead([this.account(who)], OPENED + day * DAY_MS, catalogue, months));
  }

  expire({ day }: Pick<Step, 'day'>): void {
    this.write(expireDue(this.accounts.values(), OPENED + day * DAY_MS, catalogue, months));
  }

  /** What is refused writes nothing: it is tried on copies first. */
  give({ who, day, amount }: Step): void {
    const now = OPENED + day * DAY_MS;
    const attempt = (copy: (account: AccountState) => AccountState): GiftDecision => {
      const gift = { grantNumber: undefined, tokens: BigInt(amount) };
      const [giver, receiver] = [this.account(who), this.account(who === 1 ? 2 : 1)].map(copy);
      return decideGift(giver as AccountState, receiver as AccountState, gift, { catalogue, months, now });
    };
    const previewed = attempt(copyOf);
    if (!previewed.outcome.ok) return;
    const made = attempt((account) => account);
    expect(shown(made)).toEqual(shown(previewed));
    this.write(made);
  }

  account = (id: number): AccountState => this.accounts.get(id) as AccountState;
  decisions = (): ChargeDecision[] => this.writes.map(({ decision }) => decision);
  grants = (): GrantState[] => [...this.accounts.values()].flatMap(({ grants }) => grants);

  private rated(id: number) {
    return ratedOf(this.decisions(), catalogue)
      .filter(({ rating }) => rating.accountId === id)
      .map((one) => (one.rating.sequence === one.recordSequence ? one : { ...one, catalogue: dearer }));
  }

  private write(
    decision: ChargeDecision,
    {
      correction,
      ...order
    }: Pick<AccountWriteLog, 'correction'> & { event?: AccountEvent; accountId?: number } = {},
  ): void {
    const events: AccountEvent[] = [];
    const own = { catalogue: correction === undefined ? catalogue : dearer, months };
    this.writes.push({ decision, log: { ...own, events, ...(correction && { correction }) } });
    Object.assign(this.writes[this.writes.length - 1] as object, order);
  }
}

const copyOf = (account: AccountState): AccountState => ({
  ...account,
  subscriptions: account.subscriptions.map((one) => ({ ...one })),
  grants: account.grants.map((one) => ({ ...one })),
});

const shown = (one: GiftDecision): object => ({
  outcome: one.outcome,
  movements: one.movements,
  journals: one.journals,
  grants: one.newGrants.map(({ grant: { coefficients: _rates, matchesModel: _models, ...grant } }) => grant),
});

/** What is stored of a write for an account, in the order of its sequence. */
function eventsOf(id: number, write: Write & { event?: AccountEvent; accountId?: number }): AccountEvent[] {
  const { movements, charged, newGrants } = write.decision;
  const { corrections = [] } = write.decision as Partial<CorrectionDecision>;
  const corrected = corrections.filter(({ rating }) => rating.accountId === id);
  const entries = new Set(corrected.map(({ rating }) => rating.sequence));
  const own = (kinds: readonly GrantMovement['kind'][]) =>
    movements.filter((one) => one.accountId === id && kinds.includes(one.kind) && !entries.has(one.sequence));
  const events: AccountEvent[] = [
    ...(write.event !== undefined && write.accountId === id ? [write.event] : []),
    ...own(['issued', 'rolled_in']).map(({ sequence }) => ({ kind: 'cycle', sequence }) as const),
    ...own(['expired']).map(
      ({ sequence, grantNumber }) => ({ kind: 'expiry', sequence, grantNumber }) as const,
    ),
    ...own(['given']).map(({ kind: _kind, at: now, ...one }) => ({ kind: 'given', now, ...one }) as const),
    ...newGrants
      .filter(({ accountId, grant }) => accountId === id && grant.origin === 'received')
      .map(({ grant }) => grantedOf(grant)),
    ...charged
      .filter(({ accountId }) => accountId === id)
      .map(({ sequence, record }) => ({ kind: 'record', sequence, record }) as const),
    ...corrected.map(({ kind, rating, recordSequence, reversedSequence }) => ({
      kind,
      sequence: rating.sequence,
      recordSequence: reversedSequence === null ? recordSequence : recordSequence,
    })),
  ];
  return events.sort((a, b) => a.sequence - b.sequence);
}

function grantedOf({ plan, number, isNew: _new, ...grant }: GrantState): AccountEvent {
  return { ...grant, kind: 'granted', origin: 'received', sequence: number, planVersionId: plan.id };
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n);
const sign: Readonly<Record<GrantMovement['kind'], bigint>> = {
  issued: 1n,
  rolled_in: 1n,
  received: 1n,
  stated: 1n,
  returned: 1n,
  expiry_reversed: 1n,
  drawn: 0n,
  expired: -1n,
  rolled_out: -1n,
  given: -1n,
};
const runs = { numRuns: 200 };

describe('grants that leave tokens to others', () => {
  it('lose none and make none: granted, rolled in and received is what is drawn, expired, handed on and left', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const play = Play.of(script);
        for (const [id, { grants }] of play.accounts) {
          const decisions = play.decisions();
          const moved = decisions
            .flatMap(({ movements }) => movements)
            .filter(({ accountId }) => accountId === id);
          const entries = decisions.flatMap((one) => [
            ...one.charged,
            ...((one as Partial<CorrectionDecision>).corrections ?? []).map(({ rating }) => rating),
          ]);
          // Drawn by records and by what states them anew; what comes back is a movement.
          const drawn = entries.filter((one) => one.accountId === id && one.drawnMilli > 0n);
          const left =
            sum(moved.map((one) => sign[one.kind] * one.milliTokens)) -
            sum(drawn.map((one) => one.drawnMilli));
          expect(sum(grants.map(leftOf))).toBe(left);
          for (const grant of grants) {
            expect(leftOf(grant) >= 0n).toBe(true);
            expect(grant.leftMilli).toBe(grant.quantityMilli - grant.drawnMilli - grant.releasedMilli);
          }
        }
      }),
      runs,
    );
  });

  it('hand on what they release, and the exact part of the price that lies on it', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const play = Play.of(script);
        const grants = [...play.accounts].flatMap(([id, account]) =>
          account.grants.map((one) => [id, one] as const),
        );
        for (const [id, grant] of grants) {
          const children = play
            .grants()
            .filter(({ from }) => from?.accountId === id && from.number === grant.number);
          expect(sum(children.map((one) => one.quantityMilli))).toBe(grant.releasedMilli);
          expect(sum(children.map((one) => one.priceGross))).toBe(grant.releasedGross);
          expect(sum(children.map((one) => one.priceNet))).toBe(grant.releasedNet);
        }
        const lines = play.decisions().flatMap(({ rollups }) => rollups);
        const packages = lines.filter(({ kind }) => kind === 'package' || kind === 'breakage');
        const sold = play.grants().filter(({ origin }) => origin === 'sold');
        const all = play.grants();
        expect(
          sum(packages.map((one) => one.gross)) + sum(all.map((one) => deferredOf(one, one.priceGross))),
        ).toBe(sum(sold.map((one) => one.priceGross)));
        expect(
          sum(packages.map((one) => one.net ?? 0n)) + sum(all.map((one) => deferredOf(one, one.priceNet))),
        ).toBe(sum(sold.map((one) => one.priceNet)));
        const booked = journalSums(play.decisions());
        const balance = (name: string): bigint =>
          sum(booked.filter(([key]) => key.endsWith(` ${name}`)).map(([, amount]) => amount));
        expect([balance('transfer_clearing'), balance('token_transferred')]).toEqual([0n, 0n]);
        expect(-balance('deferred_revenue')).toBe(sum(all.map((one) => deferredOf(one, one.priceNet))));
        expect(balance('token_balance')).toBe(sum(all.map(leftOf)));
      }),
      runs,
    );
  });

  it('come to the same when they are told again from their events', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const play = Play.of(script);
        for (const [id, account] of play.accounts) {
          const { code, zone, anchorDay } = account;
          const replay = new AccountReplay({ id, code, zone, anchorDay }, true);
          const retold: ChargeDecision[] = [];
          for (const write of play.writes) {
            const events = eventsOf(id, write);
            if (events.length === 0) continue;
            const decided = replay.write({ ...write.log, events });
            if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
            retold.push(decided.value);
          }
          const own = (decisions: readonly ChargeDecision[]) =>
            journalSums(decisions).filter(([key]) => key.startsWith(`${id} `));
          expect(balancesOf(replay.account)).toEqual(balancesOf(account));
          expect(own(retold)).toEqual(own(play.decisions()));
          expect(retold.flatMap(({ movements }) => movements)).toEqual(
            play
              .decisions()
              .flatMap(({ movements }) => movements.filter(({ accountId }) => accountId === id)),
          );
        }
      }),
      runs,
    );
  });
});

const leftOf = (one: GrantState): bigint =>
  one.quantityMilli - one.drawnMilli - one.releasedMilli - one.expiredMilli;
/** What is neither recognised, nor handed on, nor broken. */
const deferredOf = (one: GrantState, price: bigint): bigint =>
  one.expiredMilli > 0n
    ? 0n
    : price - recognised(price, one.quantityMilli, one.drawnMilli + one.releasedMilli);
