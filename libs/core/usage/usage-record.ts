import type { Json } from './canonical-json';
import type { Counts } from './counters';
import type { UsageSemantics } from './wire/normalised-usage';

/** What a provider reported in a shape of its own, and whose meaning its fields have. */
export interface WireUsage {
  readonly semantics: UsageSemantics;
  /** As it was received: an answer with its usage object in it, or the usage object itself. */
  readonly raw: Json;
}

/** One call of a model, as a partner reported it, with disjoint counts. */
export interface UsageRecord {
  /** Authenticated reporter; with source and recordId the record's identity for ever. */
  readonly partner: string;
  readonly source: string;
  readonly recordId: string;
  readonly accountCode: string;
  /** Start of the request, epoch ms: decides eligibility, price, band and period alike. */
  readonly at: number;
  /** The model's own code, once the record is charged; before that what was reported. */
  readonly model: string;
  /** The name that it was reported by, where that is not the code of its model. */
  readonly reportedModel?: string;
  readonly vendor: string;
  readonly computeOwner: string;
  readonly chipKind: string;
  readonly serviceTier: string;
  /** Named dimensions such as region, routingMode, speed; the chip kind is among them. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly counts: Counts;
  /** What the counts were made of, where the partner did not count by itself. Kept; it decides nothing. */
  readonly wire?: WireUsage;
}

/** What the partner called the model, whatever that name stands for. */
export const reportedName = ({
  model,
  reportedModel,
}: Pick<UsageRecord, 'model' | 'reportedModel'>): string => reportedModel ?? model;
