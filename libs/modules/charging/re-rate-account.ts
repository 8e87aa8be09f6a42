import { Injectable } from '@nestjs/common';
import { reRate, type ReRateDecision } from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { AccountStatesStore } from '@ciyuan/modules/entitlement';
import { AccountsStore } from '@ciyuan/modules/parties';
import { ReRatingRunsStore, UsageCorrectionsStore } from '@ciyuan/modules/usage';
import { Database, unlessRolledBack, type Tx } from '@ciyuan/platform/database';
import { differenceOf, digestOf, keptOf, type KeptRecord, type UsageDifference } from './usage-difference';
import { WriteCorrections } from './write-corrections';

export interface PeriodToReRate {
  readonly account: string;
  /** Of the records' instants; `until` is exclusive. */
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: string;
  readonly by: string;
  /**
   * `no` only shows what would change; `asShown` applies it where that still is what the digest was of; `unseen`
   * applies whatever it finds, which is for the close of a month.
   */
  readonly apply: 'no' | { readonly asShown: string } | 'unseen';
}

export interface ReRated {
  readonly applied: boolean;
  /** Of everything that is shown. */
  readonly digest: string;
  readonly differences: readonly UsageDifference[];
  readonly kept: readonly KeptRecord[];
}

export type ReRateRefusal =
  | { readonly code: 'unknown_account' }
  | { readonly code: 'empty_period' }
  /** Something has changed since the differences were shown: these are they now. */
  | { readonly code: 'stale'; readonly now: ReRated };

type Outcome = Result<ReRated, ReRateRefusal>;

/**
 * Rates an account's records of a time anew, with the catalogue in force, and posts what is different by entries of
 * its own: shown before it is applied, by the same write, which is rolled back.
 */
@Injectable()
export class ReRateAccount {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly states: AccountStatesStore,
    private readonly corrections: UsageCorrectionsStore,
    private readonly runs: ReRatingRunsStore,
    private readonly writeCorrections: WriteCorrections,
  ) {}

  run(request: PeriodToReRate): Promise<Outcome> {
    const { apply } = request;
    if (request.from >= request.until) return Promise.resolve(refuse({ code: 'empty_period' }));
    return unlessRolledBack<Outcome>((rollBack) =>
      this.database.retrying(async (tx) => {
        const found = await this.attempt(tx, request);
        if (!found.ok) return found;
        if (apply === 'no') return rollBack(ok({ ...found.value, applied: false }));
        if (apply === 'unseen' || apply.asShown === found.value.digest) return found;
        return rollBack(refuse({ code: 'stale', now: { ...found.value, applied: false } }));
      }),
    );
  }

  private async attempt(tx: Tx, request: PeriodToReRate): Promise<Outcome> {
    const { from, until, reason, by } = request;
    const account = await this.accounts.byCode(tx, request.account);
    if (account === undefined) return refuse({ code: 'unknown_account' });
    const { id } = account;
    await this.states.lock(tx, new Map([[id, 0]]));
    const entries = await this.corrections.inForce(tx, id, from, until);
    let throughSequence = 0;
    const { batchId, bookedAt, decision } = await this.writeCorrections.run(tx, {
      entries,
      accountIds: [id],
      takes: 0,
      by,
      reasonOf: () => reason,
      decide: (rated, accounts, months, catalogue, now) => {
        const decided = reRate({ accounts, catalogue, months, now }, id, rated);
        throughSequence = (accounts.get(id)?.nextSequence ?? 1) - 1;
        return decided;
      },
    });
    const shown = shownOf(request, decision);
    const counts = { changed: shown.differences.length, kept: shown.kept.length };
    const run = { accountId: id, batchId, from, until, throughSequence, ...counts };
    await this.runs.add(tx, { ...run, digest: shown.digest, reason, by, bookedAt });
    return ok({ applied: true, ...shown });
  }
}

function shownOf(
  { account, from, until }: PeriodToReRate,
  decision: ReRateDecision,
): Omit<ReRated, 'applied'> {
  const differences = decision.differences.map(differenceOf);
  const kept = decision.kept.map(keptOf);
  return { digest: digestOf({ account, from, until, differences, kept }), differences, kept };
}
