import { formatInstant, ok, parseInstant, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { COUNTERS, type Json, type UsageRecord } from '@ciyuan/core/usage';
import { reportUsage, type ReportedUsage } from '@ciyuan/modules/usage';
import { usageSchema, type PostedUsage } from './usage-schema';

/** The instants that a partner may report now, both inclusive. */
export interface ReportingWindow {
  readonly earliest: Instant;
  readonly latest: Instant;
}

export interface UsageRefusal {
  /** As the partner writes it, such as `tokens.input`. */
  readonly field: string;
  readonly message: string;
}

/** Reads one record of a post. Without a window the partner has no contract, and may report nothing. */
export function readUsage(
  partner: string,
  body: Json,
  window: ReportingWindow | undefined,
): Result<ReportedUsage, UsageRefusal> {
  const parsed = usageSchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse({ field: fieldOf(issue), message: issue?.message ?? 'cannot be read' });
  }
  const at = parseInstant(parsed.data.at);
  if (at === undefined) return refuse({ field: 'at', message: 'not an instant with an offset' });
  if (window === undefined) return refuse({ field: 'partner', message: 'has no contract in force' });
  if (at < window.earliest)
    return refuse({ field: 'at', message: `before ${formatInstant(window.earliest)}` });
  if (at > window.latest) return refuse({ field: 'at', message: `after ${formatInstant(window.latest)}` });
  return ok(reportUsage(recordOf(partner, parsed.data, at), body));
}

/** Reads again what was accepted before: its window is not asked for twice. */
export function rereadUsage(partner: string, body: Json): ReportedUsage {
  const read = readUsage(partner, body, { earliest: -Infinity, latest: Infinity });
  if (!read.ok)
    throw new Error(`an accepted record is not readable: ${read.refusal.field} ${read.refusal.message}`);
  return read.value;
}

function recordOf(partner: string, posted: PostedUsage, at: Instant): UsageRecord {
  const { tokens, chipKind } = posted;
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
    serviceTier: posted.serviceTier,
    dimensions: { ...posted.dimensions, chipKind },
    counts: COUNTERS.map((counter) => tokens[counter] ?? 0),
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
