import { isToken, normaliseUsage, type Json, type UsageSemantics } from '@ciyuan/core/usage';
import { firstDifference } from '../first-difference';
import { ANY_INSTANT, bookOf, costOfCall, type CallCost } from './cost-of-call';
import type { ImportedPrices } from './import-litellm';
import type { RowOutcome } from './row-outcome';

/** A provider's own usage object, the entry of the list that prices it, and the cost that two price books agree on. */
export interface CrossValidatedRow {
  readonly id: string;
  readonly provider: string;
  readonly api_flavor: string;
  readonly litellm_entry: string;
  readonly raw: Json;
  readonly expected: CallCost;
}

const OPENAI_SHAPED = 'openai_chat';
const SEMANTICS: ReadonlyMap<string, UsageSemantics> = new Map<string, UsageSemantics>([
  ['anthropic/default', 'anthropic'],
  ['google/default', 'gemini'],
  ['openai/chat', OPENAI_SHAPED],
  ['openai/responses', 'openai_responses'],
  ['openrouter/chat', OPENAI_SHAPED],
  ['cerebras/chat', OPENAI_SHAPED],
  ['groq/default', OPENAI_SHAPED],
  ['deepseek/chat', 'deepseek'],
  ['mistral/default', 'mistral'],
]);

/** Reads the usage object, counts it, prices it, and compares all three figures by value. */
export function checkCrossValidated(row: CrossValidatedRow, imported: ImportedPrices): RowOutcome {
  const { id, litellm_entry: model } = row;
  const endpoint = `${row.provider}/${row.api_flavor}`;
  const semantics = SEMANTICS.get(endpoint);
  if (semantics === undefined)
    return { id, outcome: 'differs', detail: `nobody reads what ${endpoint} reports` };
  const prices = bookOf(imported, model);
  if (prices === undefined) return { id, outcome: 'refused', detail: refusalOf(imported, model) };
  const usage = normaliseUsage(semantics, row.raw);
  if (!usage.ok) return { id, outcome: 'differs', detail: JSON.stringify(usage.refusal) };
  // The expected cost is that of the tokens alone: what searches cost is not in it.
  const counts = usage.value.counts.map((count, counter) => (isToken(counter) ? count : 0));
  const { serviceTier = 'standard', geography, speed } = usage.value.facts ?? {};
  const dimensions = { ...(geography && { region: geography }), ...(speed && { speed }) };
  const call = { at: ANY_INSTANT, model, serviceTier: serviceTier.toLowerCase(), dimensions, counts };
  const cost = costOfCall(prices, call);
  if (!cost.ok) return { id, outcome: 'differs', detail: cost.refusal };
  return compared(id, row.expected, cost.value);
}

/** Only the figures that are expected are compared, each by its value. */
export function compared(id: string, expected: Partial<CallCost>, cost: CallCost): RowOutcome {
  const figures = (['input', 'output', 'total'] as const).filter((figure) => expected[figure] !== undefined);
  const pick = (from: Partial<CallCost>): object =>
    Object.fromEntries(figures.map((figure) => [figure, from[figure]]));
  const difference = firstDifference(pick(expected), pick(cost));
  if (difference === undefined && figures.includes('total')) return { id, outcome: 'reproduced' };
  const {
    path,
    expected: wanted,
    actual,
  } = difference ?? { path: 'total', expected: undefined, actual: undefined };
  return { id, outcome: 'differs', detail: `${path}: expected ${String(wanted)}, got ${String(actual)}` };
}

export function refusalOf({ refused }: ImportedPrices, model: string): string {
  const [first] = refused.filter((price) => price.model === model);
  if (first === undefined) return `the list has no ${model}`;
  return first.key === undefined ? first.reason : `${first.key}: ${first.reason}`;
}
