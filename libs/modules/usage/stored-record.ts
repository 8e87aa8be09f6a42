import { COUNTERS, type UsageRecord, type UsageSemantics, type Json } from '@ciyuan/core/usage';

/** What of a row of usage_record the partner reported; counters are columns by their names. */
export interface ReportedRow extends Record<string, unknown> {
  readonly partner: string;
  readonly source: string;
  readonly record_id: string;
  readonly at: Date;
  readonly model: string;
  readonly reported_model: string | null;
  readonly vendor: string;
  readonly compute_owner: string;
  readonly chip_kind: string;
  readonly service_tier: string;
  readonly dimensions: string | null;
  readonly semantics: UsageSemantics | null;
  readonly raw_usage: Json;
}

/** The record as it was reported, out of its row. */
export function reportedRecord(row: ReportedRow, accountCode: string): UsageRecord {
  return {
    partner: row.partner,
    source: row.source,
    recordId: row.record_id,
    accountCode,
    at: row.at.getTime(),
    model: row.model,
    ...(row.reported_model === null ? {} : { reportedModel: row.reported_model }),
    vendor: row.vendor,
    computeOwner: row.compute_owner,
    chipKind: row.chip_kind,
    serviceTier: row.service_tier,
    dimensions: {
      ...(JSON.parse(row.dimensions ?? '{}') as Record<string, string>),
      chipKind: row.chip_kind,
    },
    counts: COUNTERS.map((name) => Number(row[name] ?? 0)),
    ...(row.semantics === null ? {} : { wire: { semantics: row.semantics, raw: row.raw_usage } }),
  };
}
