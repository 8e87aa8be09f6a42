import { Injectable } from '@nestjs/common';
import type { AccountFacts, AccountWriteLog } from '@ciyuan/core/charging';
import { monthOf } from '@ciyuan/core/kernel';
import { CatalogueCache, PastCatalogues } from '@ciyuan/modules/catalogue';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import { AccountLogStore, type ReRatedPeriod, type StoredWrite } from './account-log.store';
import type { LoggedEvent, LoggedRecord } from './logged-event';
import { StatedGrantsStore } from './stated-grants.store';
import { TakenOnAnchorsStore } from './taken-on-anchors.store';
import { SubscriptionLogStore } from './subscription-log.store';

/** One write, as far as it was this account's. */
export interface LoggedWrite {
  /** Null for an order that granted nothing: nothing tells which write it was of, and nothing was booked. */
  readonly batchId: number | null;
  /** Whether it is said what the write knew; else it is told with what is known now. */
  readonly isOnRecord: boolean;
  readonly log: AccountWriteLog;
  readonly records: readonly LoggedRecord[];
}

type Logged = LoggedEvent | LoggedRecord;

const RECORDS_PER_PAGE = 5_000;

/** Reads an account's history, write by write, in the order of its sequence: bounded memory, however many records. */
@Injectable()
export class ReadAccountLog {
  constructor(
    private readonly log: AccountLogStore,
    private readonly subscriptions: SubscriptionLogStore,
    private readonly catalogue: CatalogueCache,
    private readonly past: PastCatalogues,
    private readonly statedGrants: StatedGrantsStore,
    private readonly anchors: TakenOnAnchorsStore,
  ) {}

  async *run(tx: Tx, account: AccountFacts): AsyncGenerator<LoggedWrite> {
    const reRatings = await this.log.reRatings(tx, account.id);
    let open: Logged[] = [];
    for await (const part of this.inOrder(tx, account)) {
      const all = [...open, ...part];
      const whole = wholeWrites(all);
      yield* this.writesOf(tx, whole, reRatings);
      open = all.slice(whole.reduce((count, one) => count + one.length, 0));
    }
    yield* this.writesOf(tx, groups(open), reRatings);
  }

  /** Pages of records with the other events put in between where they belong. */
  private async *inOrder(tx: Tx, account: AccountFacts): AsyncGenerator<Logged[]> {
    const others = [
      ...(await this.anchors.withAnchors(tx, account.id, await this.log.events(tx, account.id))),
      ...(await this.statedGrants.events(tx, account.id)),
      ...(await this.subscriptions.events(tx, account.id)),
    ].sort((a, b) => sequenceOf(a) - sequenceOf(b));
    let next = 0;
    for await (const records of this.log.records(tx, account, RECORDS_PER_PAGE)) {
      const last = sequenceOf(records[records.length - 1] as Logged);
      const from = next;
      while (next < others.length && sequenceOf(others[next] as Logged) < last) next++;
      yield [...others.slice(from, next), ...records].sort((a, b) => sequenceOf(a) - sequenceOf(b));
    }
    yield others.slice(next);
  }

  private async *writesOf(
    tx: Tx,
    parts: readonly Logged[][],
    reRatings: ReadonlyMap<number, ReRatedPeriod>,
  ): AsyncGenerator<LoggedWrite> {
    const ids = parts.map((part) => batchOf(part)).filter((id) => id !== null);
    const writes = await this.log.writes(tx, ids);
    for (const part of parts) {
      const batchId = batchOf(part);
      const reRated = batchId === null ? undefined : reRatings.get(batchId);
      yield await this.writeOf(tx, part, { batchId, write: writes.get(batchId ?? 0), reRated });
    }
  }

  private async writeOf(
    tx: Tx,
    part: readonly Logged[],
    { batchId, write, reRated }: WriteOfPart,
  ): Promise<LoggedWrite> {
    const catalogue =
      write === undefined ? await this.catalogue.current(tx) : await this.past.asOf(tx, write.catalogueEpoch);
    const late = write?.lateMonths ?? {};
    const months = {
      usageMonth: (at: number): string => monthOf(OPERATOR_ZONE, at),
      accountingMonth: (usageMonth: string): string => late[usageMonth] ?? usageMonth,
    };
    return {
      batchId,
      isOnRecord: batchId === null || write !== undefined,
      log: { catalogue, months, events: part.map((one) => one.event), ...correctionOf(write, reRated) },
      records: part.filter((one): one is LoggedRecord => 'record' in one),
    };
  }
}

interface WriteOfPart {
  readonly batchId: number | null;
  readonly write: StoredWrite | undefined;
  readonly reRated: ReRatedPeriod | undefined;
}

function correctionOf(
  write: StoredWrite | undefined,
  reRated: ReRatedPeriod | undefined,
): Pick<AccountWriteLog, 'correction'> {
  if (write?.kind !== 'correction') return {};
  return { correction: { now: write.writtenAt, ...(reRated && { reRated }) } };
}

const sequenceOf = (one: Logged): number => one.event.sequence;

/** Events that follow each other in one write; an order is of the write of what it granted. */
function groups(logged: readonly Logged[]): Logged[][] {
  const found: Logged[][] = [];
  for (const one of logged) {
    const last = found[found.length - 1];
    if (last !== undefined && belongs(last, one)) last.push(one);
    else found.push([one]);
  }
  return found;
}

function belongs(part: readonly Logged[], one: Logged): boolean {
  if (one.event.kind === 'order' && one.batchId === null) return false;
  const id = batchOf(part);
  const isOwn = one.event.kind === 'cycle' && part[0]?.event.kind === 'order' && id === null;
  return isOwn || id === one.batchId;
}

/** All but the last, of which more may follow. */
const wholeWrites = (logged: readonly Logged[]): Logged[][] => groups(logged).slice(0, -1);

const batchOf = (part: readonly Logged[]): number | null =>
  part.find((one) => one.batchId !== null)?.batchId ?? null;
