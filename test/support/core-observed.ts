import type { AccountState, ChargeDecision } from '@ciyuan/core/charging';

/** What decisions and accounts come to, as plain values that can be compared. */

export function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** Sums of amounts by key; what adds up to nothing is left out. */
class Sums {
  private readonly sums = new Map<string, bigint>();

  add(key: string, amount: bigint): void {
    this.sums.set(key, (this.sums.get(key) ?? 0n) + amount);
  }

  entries(): [string, bigint][] {
    return [...this.sums].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** By account, accounting month, asset and ledger account. */
export function journalSums(decisions: readonly ChargeDecision[]): [string, bigint][] {
  const sums = new Sums();
  for (const { accountId, accountingMonth, asset, account, amount } of decisions.flatMap(
    (one) => one.journals,
  )) {
    sums.add([accountId, accountingMonth, asset, account].join(' '), amount);
  }
  return sums.entries();
}

/** Every figure of every line of settlement. */
export function rollupSums(decisions: readonly ChargeDecision[]): [string, bigint][] {
  const sums = new Sums();
  for (const {
    records,
    counts,
    drawnMilli,
    gross,
    net,
    vendorCost,
    computeCost,
    ...key
  } of decisions.flatMap((one) => one.rollups)) {
    const line = JSON.stringify(key, Object.keys(key).sort());
    const figures = { records: BigInt(records), drawnMilli, gross, net: net ?? 0n, vendorCost, computeCost };
    for (const [name, amount] of Object.entries(figures)) sums.add(`${line} ${name}`, amount);
    counts.forEach((count, index) => sums.add(`${line} counter ${index}`, BigInt(count)));
  }
  return sums.entries();
}

/** What each record was charged, in the order of the decisions; with the account's numbers in it or without. */
export function charges(decisions: readonly ChargeDecision[], withNumbers = true): object[] {
  return decisions
    .flatMap((one) => one.charged)
    .map(({ record, sequence, grantNumber, ...charge }) => ({
      recordId: record.recordId,
      ...charge,
      ...(withNumbers && { sequence, grantNumber }),
    }));
}

export const suspensions = (decisions: readonly ChargeDecision[]): string[] =>
  decisions
    .flatMap((one) => one.suspended)
    .map(({ record, reason, detail }) => `${record.recordId} ${reason} ${detail}`);

/** All of an account that charging can change. */
export const stateOf = (account: AccountState): object => ({
  nextSequence: account.nextSequence,
  counters: [...account.counters].sort(),
  changedCounters: [...account.changedCounters].sort(),
  subscriptions: account.subscriptions.map(({ plan, ...own }) => ({ ...own, plan: plan.id })),
  grants: account.grants.map(({ coefficients: _rates, matchesModel: _models, plan, ...own }) => ({
    ...own,
    plan: plan.id,
  })),
});

/** What is drawn, expired and left of each grant, whenever that was booked. */
export const balancesOf = (account: AccountState): object[] =>
  account.grants.map(({ subscriptionId, cycle, drawnMilli, expiredMilli, leftMilli }) => ({
    subscriptionId,
    cycle,
    drawnMilli,
    expiredMilli,
    leftMilli,
  }));
