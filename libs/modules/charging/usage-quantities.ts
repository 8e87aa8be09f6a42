import {
  COUNTERS,
  normaliseUsage,
  type Counts,
  type Json,
  type ServedFacts,
  type UsageShapeRefusal,
  type WireUsage,
} from '@ciyuan/core/usage';
import type { UsageRefusal } from './usage-outcome';
import type { PostedUsage } from './usage-schema';

/** The quantities of a record; or what keeps its usage object from being counted; or why the record is refused. */
export type Quantities =
  | { readonly state: 'counted'; readonly counts: Counts; readonly wire?: WireUsage }
  | { readonly state: 'uncounted'; readonly wire: WireUsage; readonly fault: UsageRefusal }
  | { readonly state: 'tier_unsaid'; readonly wire: WireUsage; readonly fault: UsageRefusal }
  | { readonly state: 'refused'; readonly fault: UsageRefusal };

/** Deeper than any provider nests, and shallow enough to be walked through. */
const DEEPEST = 32;
/** Of words that the object brings along, as many as tell what is meant. */
const LONGEST_WORD = 64;
/** What providers call the way of serving that everybody gets who asks for no other. */
const ORDINARY: readonly string[] = ['standard', 'default', 'on_demand'];

const refused = (field: string, message: string): Quantities => ({
  state: 'refused',
  fault: { field, message },
});

/** Counts as they are, or made of the provider's object; exactly one of the two forms must be there. */
export function quantitiesOf(posted: PostedUsage): Quantities {
  const { tokens, semantics } = posted;
  const raw = posted.usage as Json | undefined;
  if (raw === undefined) {
    if (tokens === undefined) return refused('usage', 'missing: the object that the semantics are of');
    if (semantics !== undefined) return refused('semantics', 'only with usage: tokens are counted already');
    return { state: 'counted', counts: COUNTERS.map((counter) => tokens[counter] ?? 0) };
  }
  if (tokens !== undefined) return refused('usage', 'either tokens or usage, not both');
  if (semantics === undefined) return refused('semantics', 'missing: whose meaning the fields of usage have');
  const unfit = unfitJson(raw, DEEPEST);
  return unfit === undefined ? quantitiesOfWire(posted, { semantics, raw }) : refused('usage', unfit);
}

function quantitiesOfWire(posted: PostedUsage, wire: WireUsage): Quantities {
  const read = normaliseUsage(wire.semantics, wire.raw);
  if (!read.ok) return { state: 'uncounted', wire, fault: faultOf(read.refusal) };
  const said = posted.serviceTier === undefined ? extraordinary(read.value.facts ?? {}) : undefined;
  if (said === undefined) return { state: 'counted', counts: read.value.counts, wire };
  const message = `missing: the usage object says ${said}, and the tier to charge is not guessed`;
  return { state: 'tier_unsaid', wire, fault: { field: 'serviceTier', message } };
}

/** What the object says of a way of serving that may have a price of its own. Where it was served is no tier. */
function extraordinary({ serviceTier, speed, trafficType }: ServedFacts): string | undefined {
  const said = Object.entries({ serviceTier, speed, trafficType });
  const found = said.find(([, word]) => word !== undefined && !ORDINARY.includes(word.toLowerCase()));
  return found && `${found[0]} ${quoted(found[1] ?? '')}`;
}

function faultOf(refusal: UsageShapeRefusal): UsageRefusal {
  return { field: `usage.${refusal.field}`, message: `${refusal.reason}${circumstancesOf(refusal)}` };
}

function circumstancesOf(refusal: UsageShapeRefusal): string {
  if ('stated' in refusal) return `, stated ${refusal.stated}, counted ${refusal.counted}`;
  if ('value' in refusal) return ` ${quoted(refusal.value)}`;
  return 'model' in refusal && refusal.model !== undefined ? ` ${quoted(refusal.model)}` : '';
}

/** As JSON, so that no character of it is one that a column of text refuses. */
const quoted = (word: string): string => JSON.stringify(word.slice(0, LONGEST_WORD));

/** JSON may say numbers that no double holds; they would be kept as something else, and read again as that. */
function unfitJson(value: Json, levels: number): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'a number beyond all bounds';
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return `nested deeper than ${DEEPEST} levels`;
  for (const member of Object.values(value)) {
    const unfit = unfitJson(member, levels - 1);
    if (unfit !== undefined) return unfit;
  }
  return undefined;
}
