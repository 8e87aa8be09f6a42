/** What a file holds, added up: disjoint token counts, so that the prompt is `input` + `cachedInput`. */
export interface AuditTotals {
  readonly rows: number;
  readonly input: bigint;
  readonly cachedInput: bigint;
  readonly output: bigint;
  /** Every other class that occurs, by its name on the wire; a trace has none. */
  readonly others: Readonly<Record<string, bigint>>;
}

export class Adder {
  #rows = 0;
  readonly #sums = new Map<string, bigint>();

  row(counts: Iterable<readonly [string, bigint]>): void {
    this.#rows++;
    for (const [name, count] of counts) this.#sums.set(name, (this.#sums.get(name) ?? 0n) + count);
  }

  totals(): AuditTotals {
    const { input = 0n, cached_input = 0n, output = 0n, ...others } = Object.fromEntries(this.#sums);
    return { rows: this.#rows, input, cachedInput: cached_input, output, others };
  }
}

/** A whole number in digits alone. */
export function wholeNumber(text: string | undefined, where: string): bigint {
  if (text === undefined || !/^[0-9]+$/.test(text))
    throw new Error(`${where}: not a whole number: ${text ?? ''}`);
  return BigInt(text);
}
