import { COUNTERS, countsOf, namedCounts, type Counter } from '@ciyuan/core/usage';
import type { QuotedUse } from '@ciyuan/core/charging';

/** What is asked: which plan and tariff, when, and how much of which models. */
export interface QuoteRequest {
  readonly plan: string;
  readonly base: string;
  /** RFC 3339. */
  readonly at: string;
  readonly uses: readonly AskedUse[];
}

export interface AskedUse {
  readonly model: string;
  readonly calls: number;
  readonly tokens: Readonly<Partial<Record<Counter, number>>>;
  readonly serviceTier: string;
}

export const quotedUse = ({ model, calls, tokens, serviceTier }: AskedUse): QuotedUse => ({
  model,
  calls: Math.max(1, calls),
  counts: countsOf(tokens),
  serviceTier,
});

/** As one part of an address: `glm-5;100;standard;input=1000000,output=500000`. */
export function writtenUse({ model, calls, tokens, serviceTier }: AskedUse): string {
  const counts = Object.entries(namedCounts(countsOf(tokens))).map(([name, count]) => `${name}=${count}`);
  return [model, calls, serviceTier, counts.join(',')].join(';');
}

/** What of an address can be read; whatever cannot is nothing. */
export function readUse(text: string): AskedUse {
  const [model = '', calls = '', serviceTier = '', counts = ''] = text.split(';');
  const tokens: Partial<Record<Counter, number>> = {};
  for (const one of counts.split(',')) {
    const [name, count] = one.split('=');
    const counter = COUNTERS.find((known) => known === name);
    if (counter !== undefined) tokens[counter] = wholeOf(count ?? '');
  }
  return { model, calls: Math.max(1, wholeOf(calls)), serviceTier: serviceTier || 'standard', tokens };
}

/** What was typed as a whole number: commas are let in, and anything else is nothing. */
export function wholeOf(text: string): number {
  const digits = text.replace(/[,\s]/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : 0;
}
