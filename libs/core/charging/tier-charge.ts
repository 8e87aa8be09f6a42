import { readTierComponent, type TierComponent, type TierRow } from '../catalogue';
import {
  contractYearStart,
  pattern,
  periodContaining,
  type Instant,
  type Pattern,
  type PicoYuan,
} from '../kernel';
import { chargeBetween, type PricedCall } from '../rating';
import { counterIndex, type Counts } from '../usage';
import type { AccountState, SubscriptionState } from './account-state';

export interface CompiledTierRow {
  readonly lineage: string;
  readonly models: readonly Pattern[];
  readonly counters: readonly number[];
  readonly window: TierRow['window'];
  readonly counts: TierRow['counts'];
  readonly component: TierComponent;
}

export interface TierCharge {
  readonly amount: PicoYuan;
  /** The overage that no tier row prices. */
  readonly rest: number[];
  readonly positions: TierPositions;
  readonly moves: readonly TierMove[];
}

/** What one row of tiers charged: the quantity from the one position of its counter to the other. */
export interface TierMove {
  readonly lineage: string;
  readonly component: TierComponent;
  readonly from: bigint;
  readonly to: bigint;
  readonly amount: PicoYuan;
}

/** Where the counters of the rows stand after a record. */
export type TierPositions = readonly (readonly [key: string, quantity: bigint])[];

const LIFETIME_START = 0;

/** Throws on a ladder that cannot be read; books are checked when saved, with the place of each fault. */
export function compileTierRow(row: TierRow): CompiledTierRow {
  const component = readTierComponent(row.component);
  if (!component.ok)
    throw new RangeError(`${row.lineage}: ${component.refusal.path} ${component.refusal.code}`);
  return {
    lineage: row.lineage,
    models: row.models.map(pattern),
    counters: row.classes.map((name) => counterIndex(name) ?? -1),
    window: row.window,
    counts: row.counts,
    component: component.value,
  };
}

/**
 * Charges the part of `overage` that tier rows price: T(b) − T(a) of the position that the record moves. Where a
 * row counts all, what grants covered moves the position first and is not charged.
 */
export function chargeTiers(
  rows: readonly CompiledTierRow[],
  account: AccountState,
  base: SubscriptionState,
  call: PricedCall,
  overage: Counts,
): TierCharge {
  const rest = overage.slice();
  const positions: [string, bigint][] = [];
  const moves: TierMove[] = [];
  let amount = 0n;
  for (const row of rows) {
    if (!row.models.some((model) => model.matches(call.model))) continue;
    const charged = take(rest, row.counters);
    const moved = row.counts === 'all' ? sumOf(call.counts, row.counters) : charged;
    if (moved === 0) continue;
    const key = `${base.id}|${row.lineage}|${windowStart(row, account, base, call.at)}`;
    const after = (account.counters.get(key) ?? 0n) + BigInt(moved);
    const from = after - BigInt(charged);
    const { lineage, component } = row;
    const move = { lineage, component, from, to: after, amount: chargeBetween(component, from, after) };
    amount += move.amount;
    moves.push(move);
    positions.push([key, after]);
  }
  return { amount, rest, positions, moves };
}

export function moveCounters(account: AccountState, positions: TierPositions): void {
  for (const [key, quantity] of positions) {
    account.counters.set(key, quantity);
    account.changedCounters.add(key);
  }
}

function windowStart(
  row: CompiledTierRow,
  account: AccountState,
  base: SubscriptionState,
  at: Instant,
): Instant {
  switch (row.window) {
    case 'billing_period':
      return periodContaining(account.zone, account.anchorDay, at).start;
    case 'contract_year':
      return contractYearStart(account.zone, base.startsAt, at);
    case 'lifetime':
      return LIFETIME_START;
  }
}

function sumOf(counts: Counts, counters: readonly number[]): number {
  return counters.reduce((total, counter) => total + (counts[counter] as number), 0);
}

function take(rest: number[], counters: readonly number[]): number {
  const taken = sumOf(rest, counters);
  for (const counter of counters) rest[counter] = 0;
  return taken;
}
