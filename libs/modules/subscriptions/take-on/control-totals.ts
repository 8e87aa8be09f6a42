import { formatYuan, parseScaled } from '@ciyuan/core/kernel';
import type { ValueFault } from '@ciyuan/platform/validation';
import { z } from 'zod';
import { tokensLeft, type GrantLine } from './take-on-lines';

/** What control.csv may state of each file; exact decimals, tokens or yuan. */
export const MEASURES = [
  'customers.rows',
  'accounts.rows',
  'subscriptions.rows',
  'grants.rows',
  'grants.originalTokens',
  'grants.usedTokens',
  'grants.tokensLeft',
  'grants.priceGross',
  'grants.priceNet',
  'grants.restGross',
  'grants.restNet',
] as const;
export type Measure = (typeof MEASURES)[number];
/** What is brought along has to be stated; what it was before may be. */
const REQUIRED: readonly Measure[] = [
  'customers.rows',
  'accounts.rows',
  'subscriptions.rows',
  'grants.rows',
  'grants.tokensLeft',
  'grants.restGross',
  'grants.restNet',
];

/** By measure, as the shortest decimal text. */
export type Totals = ReadonlyMap<Measure, string>;

const PLACES = 12;
const scaled = (text: string): bigint => parseScaled(text, PLACES);

export const controlLine = z.strictObject({
  file: z.enum(['customers', 'accounts', 'subscriptions', 'grants']),
  measure: z.string().regex(/^[A-Za-z]{1,32}$/, 'rows, or a column'),
  total: z.string().regex(/^\d{1,26}(\.\d{1,12})?$/, 'a decimal, 0 or more'),
});
export type ControlLine = z.infer<typeof controlLine>;

interface MeasuredFiles {
  readonly customers: readonly unknown[];
  readonly accounts: readonly unknown[];
  readonly subscriptions: readonly unknown[];
  readonly grants: readonly { readonly value: GrantLine }[];
}

/** What the files themselves come to. */
export function totalsOf({ customers, accounts, subscriptions, grants }: MeasuredFiles): Totals {
  const sum = (figure: (grant: GrantLine) => bigint): bigint =>
    grants.reduce((total, { value }) => total + figure(value), 0n);
  return new Map<Measure, string>([
    ['customers.rows', String(customers.length)],
    ['accounts.rows', String(accounts.length)],
    ['subscriptions.rows', String(subscriptions.length)],
    ['grants.rows', String(grants.length)],
    ['grants.originalTokens', String(sum((one) => one.originalTokens))],
    ['grants.usedTokens', String(sum((one) => one.usedTokens))],
    ['grants.tokensLeft', String(sum(tokensLeft))],
    ['grants.priceGross', formatYuan(sum((one) => one.priceGross))],
    ['grants.priceNet', formatYuan(sum((one) => one.priceNet))],
    ['grants.restGross', formatYuan(sum((one) => one.restGross))],
    ['grants.restNet', formatYuan(sum((one) => one.restNet))],
  ]);
}

/** What of the control totals is missing, unknown, stated twice, or is not what the files come to. */
export function controlFaults(
  control: readonly { readonly line: number; readonly value: ControlLine }[],
  found: Totals,
): ValueFault[] {
  const stated = new Set<Measure>();
  const faults = control.flatMap(({ line, value: { file, measure, total } }): ValueFault[] => {
    const place = `control.${line}`;
    const name = MEASURES.find((one) => one === `${file}.${measure}`);
    if (name === undefined)
      return [at(`${place}.measure`, 'unknown_measure', `none of ${MEASURES.join(', ')}`)];
    if (stated.has(name)) return [at(`${place}.measure`, 'stated_twice', name)];
    stated.add(name);
    const own = found.get(name) ?? '0';
    return scaled(total) === scaled(own)
      ? []
      : [at(`${place}.total`, 'another_total', `${name}: the file comes to ${own}`)];
  });
  const missing = REQUIRED.filter((name) => !stated.has(name));
  return [...faults, ...missing.map((name) => at('control', 'missing_total', name))];
}

const at = (path: string, code: string, detail: string): ValueFault => ({ path, code, detail });
