import { inBurnOrder, type Drawdown } from '../../entitlement';
import { ok, refuse, type Instant, type Result } from '../../kernel';
import type { UsageRecord } from '../../usage';
import type { AccountState, GrantState } from '../account-state';
import type { ChargingCatalogue } from '../catalogue-view';
import { executeCharge } from '../charge-record';
import { applyRenewals } from '../decide';
import { voidRecords } from '../correction/correct';
import type { ChargedRecord } from '../decision';
import { draft, finish, type Draft } from '../draft';
import { grantCoefficients } from '../issue-grant';
import { planCharge } from '../plan-charge';
import type { RatedRecord } from '../correction/rated-record';
import { reRate } from '../correction/re-rate-account';
import type {
  AccountEvent,
  AccountFacts,
  AccountWriteLog,
  CorrectionLog,
  RecordWatch,
  ReplayFault,
  ReplayedWrite,
} from './account-event';
import { applyEvent } from './apply-event';

/**
 * An account from its first event on, through the functions that charged it: the same events, catalogues and months
 * give the same grants, counters and bookings to the last digit.
 */
export class AccountReplay {
  readonly account: AccountState;
  /** The ratings in force by the record's own number, where they may be asked for. */
  private readonly ratings = new Map<number, RatedRecord>();

  /** `keepsRatings`: of an account whose records are corrected later on. */
  constructor(
    facts: AccountFacts,
    private readonly keepsRatings = false,
  ) {
    this.account = {
      ...facts,
      nextSequence: 1,
      subscriptions: [],
      grants: [],
      counters: new Map(),
      changedCounters: new Set(),
    };
  }

  /** The decision that the write must have come to for this account. */
  write(log: AccountWriteLog, watch?: RecordWatch): Result<ReplayedWrite, ReplayFault> {
    try {
      return this.decideAgain(log, watch);
    } catch (error) {
      // What the rules assert holds of what they stored; of what somebody else stored it need not.
      if (!(error instanceof Error)) throw error;
      return refuse({ sequence: this.account.nextSequence, detail: error.message });
    }
  }

  private decideAgain(log: AccountWriteLog, watch?: RecordWatch): Result<ReplayedWrite, ReplayFault> {
    this.reload(log.catalogue);
    if (log.correction !== undefined) return this.correct(log, log.correction);
    const work = draft(log.catalogue, log.months);
    for (const event of log.events) {
      const fault = this.apply(work, event, watch);
      if (fault !== undefined) return refuse({ sequence: event.sequence, detail: fault });
    }
    return ok({ ...finish(work), corrections: [] });
  }

  private apply(work: Draft, event: AccountEvent, watch?: RecordWatch): string | undefined {
    // An order grants its first cycles at once, and a cycle that is due issues all that is due with it; a change of
    // plan takes up the plan that follows.
    if (event.kind === 'cycle' && event.sequence < this.account.nextSequence) return undefined;
    if (event.kind === 'order' && this.isSuccessor(event.sequence)) return undefined;
    if (event.sequence !== this.account.nextSequence)
      return `the account is at ${this.account.nextSequence}: a number is missing or stands twice`;
    switch (event.kind) {
      case 'record':
        return this.record(work, event.record, watch);
      case 'reversal':
      case 're_rating':
        return 'a correction stands among other events';
      default:
        return applyEvent(work, this.account, event);
    }
  }

  /** Whether a change of plan took the subscription up already. */
  private isSuccessor(id: number): boolean {
    return this.account.subscriptions.some((one) => one.id === id && one.follows !== null);
  }

  private record(work: Draft, record: UsageRecord, watch?: RecordWatch): string | undefined {
    const { nextSequence } = this.account;
    applyRenewals(work, this.account, record.at);
    if (this.account.nextSequence !== nextSequence) return 'a cycle was due before it';
    const plan = planCharge(this.account, record, work.catalogue);
    if ('reason' in plan) return `it would be in suspense: ${plan.reason} ${plan.detail}`;
    watch?.(this.account, plan.record, plan);
    const rating = executeCharge(work, this.account, plan);
    work.charged.push(rating);
    if (this.keepsRatings) this.keep(rating.sequence, rating, plan.drawdown, work.catalogue);
    return undefined;
  }

  private correct(log: AccountWriteLog, { now, reRated }: CorrectionLog): Result<ReplayedWrite, ReplayFault> {
    const { catalogue, months, events } = log;
    const { account } = this;
    const rated: RatedRecord[] = [];
    for (const event of events) {
      if (event.kind === 're_rating') continue;
      const one = event.kind === 'reversal' ? this.ratings.get(event.recordSequence) : undefined;
      if (one === undefined)
        return refuse({ sequence: event.sequence, detail: 'there is no rating to take back' });
      rated.push(one);
    }
    const corrected = { accounts: new Map([[account.id, account]]), catalogue, months, now };
    if (reRated === undefined) {
      const decision = voidRecords(corrected, rated);
      for (const { recordSequence } of rated) this.ratings.delete(recordSequence);
      return ok(decision);
    }
    const decision = reRate(corrected, account.id, this.inForce(reRated.from, reRated.until));
    for (const { rated: one, draws, reRating: rating } of decision.differences)
      this.ratings.set(one.recordSequence, { recordSequence: one.recordSequence, rating, draws, catalogue });
    const counts = { changed: decision.differences.length, kept: decision.kept.length };
    return ok({ ...decision, reRated: counts });
  }

  private inForce(from: Instant, until: Instant): RatedRecord[] {
    const all = [...this.ratings.values()].filter(
      ({ rating }) => rating.record.at >= from && rating.record.at < until,
    );
    return all.sort((a, b) => a.recordSequence - b.recordSequence);
  }

  private keep(
    recordSequence: number,
    rating: ChargedRecord,
    drawdown: Drawdown<GrantState>,
    catalogue: ChargingCatalogue,
  ): void {
    const draws = drawdown.draws.map(({ grant, milliTokens }) => ({
      grantNumber: grant.number,
      milliTokens,
    }));
    this.ratings.set(recordSequence, { recordSequence, rating, draws, catalogue });
  }

  /** As the next write finds the account: nothing is new, and what follows its table follows it to this catalogue. */
  private reload(catalogue: ChargingCatalogue): void {
    const { account } = this;
    account.changedCounters.clear();
    for (const subscription of account.subscriptions) subscription.isChanged = false;
    const grants = account.grants.map(
      (grant): GrantState => ({
        ...grant,
        coefficients: grantCoefficients(grant.plan.body, grant.coefficientVersionId, catalogue),
        isNew: false,
        isChanged: false,
      }),
    );
    account.grants.splice(0, Infinity, ...grants.sort(inBurnOrder));
  }
}
