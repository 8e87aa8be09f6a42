import { divideFloor, type Ratio } from '../kernel';
import type { MakeUpTerms } from './contract';

/** Tokens of make-up from the period, by its index, whose shortfall they were charged with. */
export interface MakeUpMovement {
  readonly fromPeriod: number;
  readonly tokens: bigint;
}

interface Credit {
  readonly fromPeriod: number;
  readonly lastPeriod: number;
  tokens: bigint;
}

/** ⌊shortfall × percent⌋ whole tokens. */
export const makeUpOf = (shortfall: bigint, percent: Ratio): bigint =>
  divideFloor(shortfall * percent.n, percent.d * 100n);

/** The make-up credits of one contract, oldest first: those that expire first are used first. */
export class MakeUpCredits {
  private credits: Credit[] = [];

  constructor(private readonly terms: MakeUpTerms | undefined) {}

  get balance(): bigint {
    return this.credits.reduce((total, credit) => total + credit.tokens, 0n);
  }

  use(wanted: bigint): MakeUpMovement[] {
    const used: MakeUpMovement[] = [];
    let left = wanted;
    for (const credit of this.credits) {
      const tokens = credit.tokens < left ? credit.tokens : left;
      if (tokens === 0n) continue;
      credit.tokens -= tokens;
      left -= tokens;
      used.push({ fromPeriod: credit.fromPeriod, tokens });
    }
    return used;
  }

  /** At the end of `period`: what could be used no later than in it lapses. */
  expire(period: number): MakeUpMovement[] {
    const lapsed = this.credits.filter((credit) => credit.lastPeriod <= period && credit.tokens > 0n);
    this.credits = this.credits.filter((credit) => credit.lastPeriod > period && credit.tokens > 0n);
    return lapsed.map(({ fromPeriod, tokens }) => ({ fromPeriod, tokens }));
  }

  grant(period: number, shortfall: bigint): bigint {
    if (this.terms === undefined || this.terms.withinPeriods < 1) return 0n;
    const tokens = makeUpOf(shortfall, this.terms.percentOfShortfall);
    if (tokens > 0n)
      this.credits.push({ fromPeriod: period, lastPeriod: period + this.terms.withinPeriods, tokens });
    return tokens;
  }
}
