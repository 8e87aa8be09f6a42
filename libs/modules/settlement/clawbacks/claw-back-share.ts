import { Injectable } from '@nestjs/common';
import { multiply, ok, ratio, ratioOf, refuse, round, type Fen, type Result } from '@ciyuan/core/kernel';
import { clawbackParts } from '@ciyuan/core/settlement';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { CheckClawback } from './check-clawback';
import type { Clawback, ClawbackRefusal, ClawbackScope } from './clawback';
import { ClawbacksStore } from './clawbacks.store';
import { SharedRevenueStore } from './shared-revenue.store';

export interface ShareToClawBack extends ClawbackScope {
  /** Hundredths of net revenue, above 0; or a percentage of what was shared, above 0 and at most 100. */
  readonly lost: { readonly revenueFen: Fen } | { readonly percent: string };
  /** What became of the revenue: a refund, a chargeback, a customer who never paid. */
  readonly reason: string;
  readonly by: string;
}

/**
 * Asks for the shares of revenue that did not last: each party's part of it, in proportion to what issued statements
 * gave it of the lines. Nothing moves until a second person approves.
 */
@Injectable()
export class ClawBackShare {
  constructor(
    private readonly database: Database,
    private readonly shared: SharedRevenueStore,
    private readonly checkClawback: CheckClawback,
    private readonly clawbacks: ClawbacksStore,
    private readonly clock: Clock,
  ) {}

  run(wanted: ShareToClawBack): Promise<Result<Clawback, ClawbackRefusal>> {
    return this.database.retrying((tx) => this.request(tx, wanted));
  }

  private async request(
    tx: Tx,
    { lost, reason, by, ...scope }: ShareToClawBack,
  ): Promise<Result<Clawback, ClawbackRefusal>> {
    await this.clawbacks.lock(tx);
    const shared = await this.shared.of(tx, scope);
    const sharedFen = shared.reduce((total, one) => total + one.sharedFen, 0n);
    const isMeant = (party: string): boolean => scope.party === null || party === scope.party;
    if (sharedFen <= 0n || !shared.some(({ party }) => isMeant(party)))
      return refuse({ code: 'nothing_shared' });
    const revenueFen = lostOf(lost, sharedFen);
    if (revenueFen > sharedFen) return refuse({ code: 'more_than_shared', party: null, sharedFen });
    if (revenueFen <= 0n) return refuse({ code: 'nothing_shared' });
    const parts = clawbackParts(shared, revenueFen).filter(({ party }) => isMeant(party));
    if (parts.length === 0) return refuse({ code: 'nothing_shared' });
    const checked = await this.checkClawback.run(tx, scope, parts);
    if (!checked.ok) return checked;
    const requestedAt = this.clock.now();
    const request = { ...scope, sharedFen, revenueFen, reason, requestedBy: by, requestedAt, parts };
    const id = await this.clawbacks.add(tx, request);
    return ok({ ...request, id, decision: null });
  }
}

const lostOf = (lost: ShareToClawBack['lost'], sharedFen: Fen): Fen =>
  'revenueFen' in lost ? lost.revenueFen : round(multiply(ratio(sharedFen, 100n), ratioOf(lost.percent)));
