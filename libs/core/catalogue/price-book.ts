import type { TierComponentDocument } from './tier-document';
import type { Hours } from './time-band';

/** Local time of the book's zone. */
export interface TimeBand extends Hours {
  /** A calendar, by its code, that says which local dates are workdays; only with `on`. */
  readonly holidays?: string;
  /** Workdays of the calendar, or all other days: holidays, and weekends as they usually are. */
  readonly on?: 'holidays' | 'workdays';
}

/** One dated price of one counter for the models that a name or pattern matches. */
export interface PriceEntry {
  readonly model: string;
  readonly class: string;
  /** Yuan per million for token classes, per unit for meters; at most six decimals. */
  readonly price: string;
  readonly effectiveFrom: string;
  /** Exclusive. */
  readonly effectiveTo?: string;
  readonly serviceTier?: string;
  readonly when?: Readonly<Record<string, string>>;
  readonly promptOver?: number;
  readonly completionOver?: number;
  readonly timeBand?: TimeBand;
}

/** Applies to every class of the records whose named dimensions match; factors multiply together. */
export interface PriceMultiplier {
  readonly model: string;
  readonly when: Readonly<Record<string, string>>;
  readonly factor: string;
}

/** A tier ladder that stands instead of plain entries for its models and classes. */
export interface TierRow {
  /** Keeps the counter over new versions of the price. */
  readonly lineage: string;
  readonly models: readonly string[];
  readonly classes: readonly string[];
  readonly window: 'billing_period' | 'contract_year' | 'lifetime';
  /** Whether what grants covered moves the position too; only overage is ever charged. */
  readonly counts: 'overage' | 'all';
  readonly component: TierComponentDocument;
}

export interface PriceBook {
  readonly code: string;
  /** IANA zone of the time bands. */
  readonly zone: string;
  readonly currency: string;
  readonly entries: readonly PriceEntry[];
  readonly multipliers: readonly PriceMultiplier[];
  readonly tiers: readonly TierRow[];
}
