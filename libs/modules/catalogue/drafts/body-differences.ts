import type { DocumentKind } from '@ciyuan/core/charging';
import { canonicalJson, type Json } from '@ciyuan/core/usage';

/** What one place says in two bodies; `before` or `after` is absent where the place is. */
export interface BodyDifference {
  /** Dot-separated; an item of a list that is matched by what it names stands in brackets by that. */
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
}

type Members = Readonly<Record<string, Json>>;
/** The parts of an object or of a list, by the path of each. */
type Parts = ReadonlyMap<string, Json>;

/** How the items of a list are known: by all that they name but these members, or by one member alone. */
type Matching = { readonly allBut: readonly string[] } | { readonly by: string };

const BOOK: Readonly<Record<string, Matching>> = {
  entries: { allBut: ['price', 'effectiveTo'] },
  multipliers: { allBut: ['factor'] },
  tiers: { by: 'lineage' },
};
/** Lists whose order says nothing; in all others an item is what stands at its place. */
const MATCHED: { readonly [K in DocumentKind]: Readonly<Record<string, Matching>> } = {
  plan: { 'limits.windows': { allBut: ['limit', 'multipliers'] } },
  price_book: BOOK,
  cost_book: BOOK,
  coefficient_table: { rows: { allBut: ['coefficient'] } },
  split_rule: { 'rule.minimumGuarantees': { by: 'party' }, 'rule.deductions': { by: 'name' } },
  contract: { serves: { allBut: [] } },
  holiday_calendar: { days: { by: 'date' } },
  served_models: { aliases: { by: 'name' } },
  notice_policy: {},
  eligibility_rule: {},
  exchange_rates: { rates: { by: 'from' } },
  variance_policy: {},
  settlement_calendar: { steps: { by: 'step' } },
  approval_limits: {
    'limits.goodwill': { by: 'upToYuan' },
    'limits.manual_credit': { by: 'upToYuan' },
    'limits.manual_debit': { by: 'upToYuan' },
    'limits.refund': { by: 'upToYuan' },
    'limits.write_off': { by: 'upToYuan' },
  },
};

/**
 * What makes one body out of another. Entries of price books, rows of coefficient tables and the like are matched by
 * what they name: model, class, conditions, dates. Where they stand in their list is no difference.
 */
export const bodyDifferences = (kind: DocumentKind, before: Json, after: Json): BodyDifference[] => [
  ...compare(MATCHED[kind], '', before, after),
];

type Lists = Readonly<Record<string, Matching>>;

function* compare(lists: Lists, path: string, before: Json, after: Json): Generator<BodyDifference> {
  const [was, is] = [partsOf(lists[path], path, before), partsOf(lists[path], path, after)];
  if (was === undefined || is === undefined || isList(before) !== isList(after)) {
    if (canonicalJson(before) !== canonicalJson(after)) yield { path, before, after };
    return;
  }
  for (const place of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(place), is.get(place)];
    if (one === undefined) yield { path: place, after: other as Json };
    else if (other === undefined) yield { path: place, before: one };
    else yield* compare(lists, place, one, other);
  }
}

/** Undefined for what has no parts: a word, a number, a list of such. */
function partsOf(matching: Matching | undefined, path: string, value: Json): Parts | undefined {
  const below = (name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);
  if (isList(value)) {
    if (!value.every(isMembers)) return undefined;
    if (matching !== undefined) return matchedParts(matching, path, value);
    return new Map(value.map((item, index) => [below(index), item]));
  }
  if (!isMembers(value)) return undefined;
  return new Map(Object.entries(value).map(([name, member]) => [below(name), member]));
}

function matchedParts(matching: Matching, path: string, items: readonly Members[]): Parts {
  const parts = new Map<string, Json>();
  for (const item of items) {
    const place = `${path}[${nameOf(matching, item)}`;
    let count = 1;
    while (parts.has(placed(place, count))) count += 1;
    parts.set(placed(place, count), item);
  }
  return parts;
}

/** The second of the same name is called so. */
const placed = (place: string, count: number): string => (count === 1 ? `${place}]` : `${place} #${count}]`);

function nameOf(matching: Matching, item: Members): string {
  if ('by' in matching) return `${matching.by}=${textOf(item[matching.by] ?? null)}`;
  const names = Object.keys(item).filter((name) => !matching.allBut.includes(name));
  return names
    .sort()
    .map((name) => `${name}=${textOf(item[name] as Json)}`)
    .join(' ');
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : canonicalJson(value));
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isMembers = (value: Json): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
