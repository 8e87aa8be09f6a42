import type { PicoYuan, Ratio } from '../kernel';

/** The right to use later, without further charge, a part of what a shortfall was charged for. */
export interface MakeUpTerms {
  readonly percentOfShortfall: Ratio;
  /** How many periods after the one that fell short the credits can be used in. */
  readonly withinPeriods: number;
}

/** Take-or-pay in tokens: a volume is promised, and paid for whether or not it is used. */
export interface TokenContract {
  readonly metric: 'tokens';
  /** Pico-yuan for one token, which is micro-yuan per million. */
  readonly pricePico: PicoYuan;
  readonly overPricePico: PicoYuan;
  readonly shortfallPercent: Ratio;
  readonly makeUp?: MakeUpTerms;
  /** Whole tokens promised, period by period. */
  readonly committedTokens: readonly bigint[];
}

/** Take-or-pay in yuan: a spend is promised; charges are those that count towards it. */
export interface AmountContract {
  readonly metric: 'amount';
  readonly shortfallPercent: Ratio;
  readonly committedPico: readonly PicoYuan[];
}
