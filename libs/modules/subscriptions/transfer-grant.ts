import { Injectable } from '@nestjs/common';
import { decideGift, type AccountState, type GiveRefusal, type GrantTransfer } from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { AccountStatesStore } from '@ciyuan/modules/entitlement';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Clock } from '@ciyuan/platform/clock';
import { Database, unlessRolledBack, type Tx } from '@ciyuan/platform/database';
import { ChangeAccounts } from './change-accounts';
import { GrantTransfersStore } from './grant-transfers.store';

export interface TransferToMake {
  readonly from: string;
  readonly to: string;
  /** The one grant to take from; absent: all that may be given, in burn order. */
  readonly grantNumber?: number;
  /** Whole package tokens, above 0. */
  readonly tokens: number;
  readonly by: string;
  /** Says what it would come to, and gives nothing. */
  readonly preview: boolean;
}

export interface TransferMade {
  readonly parts: readonly GrantTransfer[];
  readonly at: Instant;
  /** False of a preview. */
  readonly applied: boolean;
}

export type TransferRefusal =
  | GiveRefusal
  | { readonly code: 'unknown_account' }
  | { readonly code: 'unknown_receiver' }
  | { readonly code: 'same_account' }
  /** The giver, or the receiver. */
  | { readonly code: 'account_not_active' };

type Outcome = Result<TransferMade, TransferRefusal>;

interface Ends {
  readonly giverId: number;
  readonly receiverId: number;
}

const LONGEST_WRITE_MS = 60_000;
/** The lock alone: what the gift takes of the sequences it takes when it is written. */
const NO_NUMBERS = 0;
const ONE_NUMBER = 1;

/**
 * Gives package tokens of one account to another, in one write of both: of two who give the same last tokens one comes
 * first, and the other is told. A preview is the very same gift, rolled back.
 */
@Injectable()
export class TransferGrant {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly states: AccountStatesStore,
    private readonly changeAccounts: ChangeAccounts,
    private readonly transfers: GrantTransfersStore,
    private readonly clock: Clock,
  ) {}

  run(request: TransferToMake): Promise<Outcome> {
    return unlessRolledBack<Outcome>((rollBack) =>
      this.database.retrying(async (tx) => {
        const outcome = await this.attempt(tx, request);
        if (!outcome.ok) return rollBack(outcome);
        return request.preview ? rollBack(ok({ ...outcome.value, applied: false })) : outcome;
      }),
    );
  }

  private async attempt(tx: Tx, request: TransferToMake): Promise<Outcome> {
    const checked = await this.check(tx, request);
    if (!checked.ok) return checked;
    const { giverId, receiverId } = checked.value;
    const { tokens, grantNumber, by } = request;
    const gift = { grantNumber, tokens: BigInt(tokens) };
    const now = this.clock.now();
    const { batchId, bookedAt, decision } = await this.changeAccounts.run(tx, {
      kind: 'transfer',
      takes: new Map([giverId, receiverId].map((id) => [id, ONE_NUMBER])),
      from: now,
      // The write has its own instant, somewhat later: a month that begins meanwhile is assigned, too.
      until: now + LONGEST_WRITE_MS,
      decide: (accounts, months, catalogue, at) => {
        const [giver, receiver] = [accounts.get(giverId), accounts.get(receiverId)] as AccountState[];
        return decideGift(giver as AccountState, receiver as AccountState, gift, {
          catalogue,
          months,
          now: at,
        });
      },
    });
    if (!decision.outcome.ok) return decision.outcome;
    await this.transfers.add(tx, decision.outcome.value, { batchId, by, at: bookedAt });
    return ok({ parts: decision.outcome.value, at: bookedAt, applied: true });
  }

  /** From here on both accounts are locked, so that they stay as they were found. */
  private async check(tx: Tx, { from, to }: TransferToMake): Promise<Result<Ends, TransferRefusal>> {
    if (from === to) return refuse({ code: 'same_account' });
    const ids = await this.accounts.idsByCode(tx, [from, to]);
    const [giverId, receiverId] = [ids.get(from), ids.get(to)];
    if (giverId === undefined) return refuse({ code: 'unknown_account' });
    if (receiverId === undefined) return refuse({ code: 'unknown_receiver' });
    await this.states.lock(tx, new Map([giverId, receiverId].map((id) => [id, NO_NUMBERS])));
    const giver = await this.accounts.byCode(tx, from);
    const receiver = await this.accounts.byCode(tx, to);
    if (giver?.status !== 'active' || receiver?.status !== 'active')
      return refuse({ code: 'account_not_active' });
    return ok({ giverId, receiverId });
  }
}
