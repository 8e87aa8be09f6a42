import {
  FLOWS,
  TOKEN,
  postings,
  type Asset,
  type Flow,
  type LedgerAccount,
  type MoneyFlow,
  type TokenFlow,
} from '../ledger';
import { COUNTERS, type Counts } from '../usage';
import type { JournalLine, RollupDelta, RollupKey } from './decision';

export interface RollupAmounts {
  readonly records: number;
  readonly counts?: Counts;
  readonly drawnMilli?: bigint;
  readonly gross: bigint;
  readonly net: bigint | null;
  readonly vendorCost?: bigint;
  readonly computeCost?: bigint;
}

/** By asset, that is, by currency. */
type FlowTotals = Map<Asset, Map<Flow, bigint>>;

const COUNTER_COUNT = COUNTERS.length;

/** Adds up what a write posts: one compound journal per account, one delta per roll-up key. */
export class Tally {
  private readonly flows = new Map<number, Map<string, FlowTotals>>();
  private readonly deltas = new Map<string, RollupDelta>();

  post(accountId: number, accountingMonth: string, flow: TokenFlow, amount: bigint): void;
  post(accountId: number, accountingMonth: string, flow: MoneyFlow, amount: bigint, currency: string): void;
  post(accountId: number, accountingMonth: string, flow: Flow, amount: bigint, asset: Asset = TOKEN): void {
    if (amount === 0n) return;
    let months = this.flows.get(accountId);
    if (months === undefined) this.flows.set(accountId, (months = new Map<string, FlowTotals>()));
    let assets = months.get(accountingMonth);
    if (assets === undefined) months.set(accountingMonth, (assets = new Map<Asset, Map<Flow, bigint>>()));
    let totals = assets.get(asset);
    if (totals === undefined) assets.set(asset, (totals = new Map<Flow, bigint>()));
    totals.set(flow, (totals.get(flow) ?? 0n) + amount);
  }

  rollUp(key: RollupKey, amounts: RollupAmounts): void {
    const text = keyText(key);
    let delta = this.deltas.get(text);
    if (delta === undefined) this.deltas.set(text, (delta = emptyDelta(key)));
    delta.records += amounts.records;
    if (amounts.counts !== undefined) addCounts(delta.counts, amounts.counts);
    delta.drawnMilli += amounts.drawnMilli ?? 0n;
    delta.gross += amounts.gross;
    if (amounts.net !== null) delta.net = (delta.net ?? 0n) + amounts.net;
    delta.vendorCost += amounts.vendorCost ?? 0n;
    delta.computeCost += amounts.computeCost ?? 0n;
  }

  journals(): JournalLine[] {
    const lines: JournalLine[] = [];
    for (const [accountId, months] of this.flows) {
      for (const [accountingMonth, totals] of months)
        lines.push(...linesOf(accountId, accountingMonth, totals));
    }
    return lines;
  }

  rollups(): RollupDelta[] {
    return [...this.deltas.values()];
  }
}

/** A line for each ledger account and asset that the flows together move, in the order in which flows are declared. */
function linesOf(accountId: number, accountingMonth: string, assets: FlowTotals): JournalLine[] {
  const moved = new Map<string, { asset: Asset; account: LedgerAccount; amount: bigint }>();
  for (const flow of Object.keys(FLOWS) as Flow[]) {
    for (const [currency, totals] of assets) {
      for (const { asset, account, amount } of postings(flow, totals.get(flow) ?? 0n, currency)) {
        const key = `${asset} ${account}`;
        moved.set(key, { asset, account, amount: (moved.get(key)?.amount ?? 0n) + amount });
      }
    }
  }
  return [...moved.values()]
    .filter(({ amount }) => amount !== 0n)
    .map((line) => ({ accountId, accountingMonth, ...line }));
}

function keyText(key: RollupKey): string {
  return `${key.usageMonth}|${key.accountingMonth}|${key.planVersionId}|${key.splitRuleVersionId}|${key.model ?? ''}|${key.vendor ?? ''}|${key.computeOwner ?? ''}|${key.channel ?? ''}|${key.chipKind ?? ''}|${key.kind}|${key.currency}|${key.paid}`;
}

function emptyDelta(key: RollupKey): RollupDelta {
  return {
    ...key,
    records: 0,
    counts: new Array<number>(COUNTER_COUNT).fill(0),
    drawnMilli: 0n,
    gross: 0n,
    net: null,
    vendorCost: 0n,
    computeCost: 0n,
  };
}

function addCounts(into: number[], counts: Counts): void {
  for (let i = 0; i < COUNTER_COUNT; i++) into[i] = (into[i] as number) + (counts[i] as number);
}
