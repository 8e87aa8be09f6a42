import { addAmounts, type FocusAmounts, type FocusCharge, type FocusKey } from './focus-charge';

/** Adds up the charges of one account and month by their keys; as large as there are keys, however many records. */
export class FocusTally {
  private readonly charges = new Map<string, FocusCharge>();

  add({ quantity, commitmentMilli, billed, effective, effectiveLedger, ...key }: FocusCharge): void {
    const text = keyText(key);
    const amounts = { quantity, commitmentMilli, billed, effective, effectiveLedger };
    const found = this.charges.get(text);
    this.charges.set(text, { ...key, ...(found === undefined ? amounts : addAmounts(found, amounts)) });
  }

  /** In the order of their keys, without those that came to nothing. */
  rows(): FocusCharge[] {
    return [...this.charges]
      .filter(([, charge]) => !isNothing(charge))
      .sort(([a, x], [b, y]) => x.periodStart - y.periodStart || (a < b ? -1 : 1))
      .map(([, charge]) => charge);
  }
}

/** The same for equal keys, in whatever order they name what they are of. */
const keyText = (key: FocusKey): string =>
  JSON.stringify(
    Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)),
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );

const isNothing = (charge: FocusAmounts): boolean =>
  charge.quantity === 0n &&
  charge.commitmentMilli === 0n &&
  charge.billed === 0n &&
  charge.effective === 0n &&
  charge.effectiveLedger === 0n;
