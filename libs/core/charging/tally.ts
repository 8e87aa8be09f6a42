import { postings, type Flow, type Posting } from '../ledger';
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

/** Adds up what a write posts: one compound journal per account, one delta per roll-up key. */
export class Tally {
  private readonly lines = new Map<string, { line: Omit<JournalLine, 'amount'>; amount: bigint }>();
  private readonly deltas = new Map<string, RollupDelta>();

  post(accountId: number, accountingMonth: string, flow: Flow, amount: bigint): void {
    if (amount === 0n) return;
    for (const posting of postings(flow, amount)) this.addLine(accountId, accountingMonth, posting);
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
    for (const { line, amount } of this.lines.values()) if (amount !== 0n) lines.push({ ...line, amount });
    return lines;
  }

  rollups(): RollupDelta[] {
    return [...this.deltas.values()];
  }

  private addLine(accountId: number, accountingMonth: string, posting: Posting): void {
    const { asset, account, amount } = posting;
    const key = `${accountId}|${accountingMonth}|${asset}|${account}`;
    const found = this.lines.get(key);
    if (found === undefined) this.lines.set(key, { line: { accountId, accountingMonth, asset, account }, amount });
    else found.amount += amount;
  }
}

function keyText(key: RollupKey): string {
  return `${key.usageMonth}|${key.accountingMonth}|${key.planVersionId}|${key.splitRuleVersionId}|${key.model ?? ''}|${key.vendor ?? ''}|${key.computeOwner ?? ''}|${key.channel ?? ''}|${key.chipKind ?? ''}|${key.kind}|${key.currency}|${key.paid}`;
}

function emptyDelta(key: RollupKey): RollupDelta {
  return {
    ...key,
    records: 0,
    counts: new Array<number>(COUNTERS.length).fill(0),
    drawnMilli: 0n,
    gross: 0n,
    net: null,
    vendorCost: 0n,
    computeCost: 0n,
  };
}

function addCounts(into: number[], counts: Counts): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + (counts[i] as number);
}
