import type { Counts } from './counters';

/** One call of a model, as a partner reported it, with disjoint counts. */
export interface UsageRecord {
  /** Authenticated reporter; with source and recordId the record's identity for ever. */
  readonly partner: string;
  readonly source: string;
  readonly recordId: string;
  readonly accountCode: string;
  /** Start of the request, epoch ms: decides eligibility, price, band and period alike. */
  readonly at: number;
  readonly model: string;
  readonly vendor: string;
  readonly computeOwner: string;
  readonly chipKind: string;
  readonly serviceTier: string;
  /** Named dimensions such as region, routingMode, speed; the chip kind is among them. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly counts: Counts;
}
