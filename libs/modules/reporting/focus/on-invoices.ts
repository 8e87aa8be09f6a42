import type { Correction, RollupDelta } from '@ciyuan/core/charging';
import type { FocusCharge } from './focus-charge';
import { partsOf, type Weighed } from './parts-of';

/** A write that corrected records, and the documents that billed its entries, by their numbers. */
export interface CorrectedOnInvoices {
  readonly write: { readonly corrections: readonly Correction[] };
  readonly invoicesOfEntries: ReadonlyMap<number, string | null>;
}

interface OnInvoice {
  readonly invoice: string | null;
  gross: bigint;
  tokens: bigint;
}

/**
 * What corrections took back or stated anew under one key, by the documents that billed their entries. Where these are
 * several (a month that lies in two billing periods), each has what its own entries say; where a record was charged by
 * two tariffs at once, whose parts no entry keeps, in proportion to that. The parts add up to the charge.
 */
export function onInvoices(
  charge: FocusCharge,
  delta: RollupDelta,
  { write, invoicesOfEntries }: CorrectedOnInvoices,
): FocusCharge[] {
  if (delta.kind !== 'usage' && delta.kind !== 'overdraw') return [charge];
  const found = new Map<string | null, OnInvoice>();
  for (const { rating } of write.corrections.filter((one) => isOf(one, delta))) {
    const invoice = invoicesOfEntries.get(rating.sequence) ?? null;
    const one = found.get(invoice) ?? { invoice, gross: 0n, tokens: 0n };
    one.gross += rating.usageGross;
    one.tokens += BigInt(rating.overageTokens);
    found.set(invoice, one);
  }
  const all = [...found.values()];
  if (all.length < 2) return [{ ...charge, invoice: all[0]?.invoice ?? null }];
  return split(charge, all);
}

function split(charge: FocusCharge, all: readonly OnInvoice[]): FocusCharge[] {
  const money = all.map(({ gross }) => gross);
  const tokens = all.map((one) => one.tokens);
  const [billed, effective, effectiveLedger] = [charge.billed, charge.effective, charge.effectiveLedger].map(
    (sum) => parts(sum, money),
  );
  const quantity = parts(charge.quantity, tokens);
  const commitmentMilli = parts(charge.commitmentMilli, tokens);
  return all.map(({ invoice }, index) => ({
    ...charge,
    invoice,
    quantity: quantity[index] ?? 0n,
    commitmentMilli: commitmentMilli[index] ?? 0n,
    billed: billed?.[index] ?? 0n,
    effective: effective?.[index] ?? 0n,
    effectiveLedger: effectiveLedger?.[index] ?? 0n,
  }));
}

/** As the entries say, where they say all of it; else in proportion to what they say. */
function parts(sum: bigint, said: readonly bigint[]): readonly bigint[] {
  if (said.reduce((total, one) => total + one, 0n) === sum) return said;
  return partsOf(
    sum,
    said.map((one): Weighed => ({ quantity: 1n, weight: one < 0n ? -one : one })),
  );
}

const isOf = ({ rating }: Correction, delta: RollupDelta): boolean =>
  rating.usageGross !== 0n &&
  rating.overageKind === delta.kind &&
  rating.usageMonth === delta.usageMonth &&
  rating.accountingMonth === delta.accountingMonth &&
  rating.record.model === delta.model &&
  rating.record.vendor === delta.vendor &&
  rating.record.computeOwner === delta.computeOwner &&
  rating.record.chipKind === delta.chipKind;
