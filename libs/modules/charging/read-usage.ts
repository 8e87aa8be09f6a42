import { formatInstant, ok, parseInstant, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import type { Json, UsageRecord } from '@ciyuan/core/usage';
import { reportUnreadable, reportUsage, type ReportedUsage } from '@ciyuan/modules/usage';
import type { UsageRefusal } from './usage-outcome';
import { quantitiesOf, type Quantities } from './usage-quantities';
import { STANDARD_TIER, countedUsageSchema, usageSchema, type PostedUsage } from './usage-schema';

/** The instants that a partner may report now, both inclusive. */
export interface ReportingWindow {
  readonly earliest: Instant;
  readonly latest: Instant;
}

interface ReadRecord {
  readonly posted: PostedUsage;
  readonly at: Instant;
  readonly quantities: Exclude<Quantities, { state: 'refused' }>;
}

/** Reads one record of a post. Without a window the partner has no contract, and may report nothing. */
export function readUsage(
  partner: string,
  body: Json,
  window: ReportingWindow | undefined,
): Result<ReportedUsage, UsageRefusal> {
  const read = readRecord(body);
  if (!read.ok) return read;
  const { at, quantities } = read.value;
  if (window === undefined) return refuse({ field: 'partner', message: 'has no contract in force' });
  if (at < window.earliest)
    return refuse({ field: 'at', message: `before ${formatInstant(window.earliest)}` });
  if (at > window.latest) return refuse({ field: 'at', message: `after ${formatInstant(window.latest)}` });
  if (quantities.state === 'tier_unsaid') return refuse(quantities.fault);
  return ok(reportOf(partner, body, read.value));
}

/**
 * Reads again what was accepted before: its window is not asked for twice. A usage object that can be read by now,
 * and says of its service tier what nobody could know then, waits on.
 */
export function rereadUsage(partner: string, body: Json): ReportedUsage {
  const read = readRecord(body);
  if (!read.ok)
    throw new Error(`an accepted record is not readable: ${read.refusal.field} ${read.refusal.message}`);
  return reportOf(partner, body, read.value);
}

const schemaOf = (body: Json): typeof usageSchema | typeof countedUsageSchema =>
  typeof body === 'object' && body !== null && ('usage' in body || 'semantics' in body)
    ? usageSchema
    : countedUsageSchema;

function readRecord(body: Json): Result<ReadRecord, UsageRefusal> {
  const parsed = schemaOf(body).safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse({ field: fieldOf(issue), message: issue?.message ?? 'cannot be read' });
  }
  const posted: PostedUsage = parsed.data;
  const at = parseInstant(posted.at);
  if (at === undefined) return refuse({ field: 'at', message: 'not an instant with an offset' });
  const quantities = quantitiesOf(posted);
  return quantities.state === 'refused' ? refuse(quantities.fault) : ok({ posted, at, quantities });
}

/** A usage object that cannot be counted is no fault of the record's form: the record is accepted, and waits. */
function reportOf(partner: string, body: Json, { posted, at, quantities }: ReadRecord): ReportedUsage {
  if (quantities.state === 'counted') {
    const record = recordOf(partner, posted, at, quantities.counts);
    const { wire } = quantities;
    return reportUsage(wire === undefined ? record : { ...record, wire }, body);
  }
  const { wire, fault } = quantities;
  const call = { ...recordOf(partner, posted, at, []), wire };
  return reportUnreadable(call, `${fault.field}: ${fault.message}`, body);
}

function recordOf(
  partner: string,
  posted: PostedUsage,
  at: Instant,
  counts: UsageRecord['counts'],
): UsageRecord {
  const { chipKind } = posted;
  return {
    partner,
    source: posted.source,
    recordId: posted.id,
    accountCode: posted.account,
    at,
    model: posted.model,
    vendor: posted.vendor,
    computeOwner: posted.computeOwner,
    chipKind,
    serviceTier: posted.serviceTier ?? STANDARD_TIER,
    dimensions: { ...posted.dimensions, chipKind },
    counts,
  };
}

function fieldOf(
  issue:
    | { readonly code: string; readonly path: readonly PropertyKey[]; readonly keys?: string[] }
    | undefined,
): string {
  const path = (issue?.path ?? []).map(String);
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys?.slice(0, 1) : undefined;
  return [...path, ...(unknown ?? [])].join('.') || 'record';
}
