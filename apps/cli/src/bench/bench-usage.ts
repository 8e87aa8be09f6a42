import { formatInstant, type Period } from '@ciyuan/core/kernel';
import { SEEDED_MARKET } from '../demo/seeded-market';
import { SeededRandom } from '../demo/traces/random';
import type { WireRecord } from '../demo/wire-record';

/** As large as a post may be. */
export const BATCH_RECORDS = 5_000;
const MOST_TOKENS = { input: 3_000, cached_input: 2_000, output: 600 };
/** The heaviest of n accounts has some 1/n^(1/3) of all: few use most. */
const SKEW = 3;

/** Endless batches of records over `accounts`, their ids rising as a gateway's do. */
export class BenchUsage {
  private readonly random: SeededRandom;
  private made = 0;

  constructor(
    private readonly name: string,
    private readonly accounts: readonly string[],
    private readonly period: Period,
  ) {
    this.random = new SeededRandom(name);
  }

  /** A body as it would come over the wire. */
  body(): string {
    const records = Array.from({ length: BATCH_RECORDS }, () => this.record());
    return JSON.stringify({ records });
  }

  private record(): WireRecord {
    this.made += 1;
    const model = this.pick(SEEDED_MARKET.models, 1);
    const owner = this.pick(SEEDED_MARKET.computeOwners, 1);
    const { start, end } = this.period;
    return {
      id: `req_${String(this.made).padStart(16, '0')}`,
      source: this.name,
      account: this.pick(this.accounts, SKEW),
      at: formatInstant(start + Math.floor(this.random.even() * (end - start))),
      model: model.code,
      vendor: model.vendor,
      computeOwner: owner.code,
      chipKind: owner.chipKind,
      dimensions: { region: 'cn-sh' },
      tokens: {
        input: this.upTo(MOST_TOKENS.input),
        cached_input: this.upTo(MOST_TOKENS.cached_input),
        output: this.upTo(MOST_TOKENS.output),
      },
    };
  }

  private pick<T>(from: readonly T[], skew: number): T {
    return from[Math.floor(from.length * this.random.even() ** skew)] as T;
  }

  private upTo(most: number): number {
    return Math.floor(this.random.even() * most);
  }
}
