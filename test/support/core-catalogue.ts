import type { Plan, PriceBook, PriceEntry, Version } from '@ciyuan/core/catalogue';
import type { AccountState, CatalogueContent, Months, SplitRuleDocument } from '@ciyuan/core/charging';
import { monthOf } from '@ciyuan/core/kernel';
import { countsOf, type Counter, type UsageRecord } from '@ciyuan/core/usage';

/** Documents, accounts and records in memory, each with what a test does not care about filled in. */

export const ZONE = 'Asia/Shanghai';

/** An instant by the clock in Shanghai: `2026-10-15T12:00`. */
export const at = (local: string): number => Date.parse(`${local}+08:00`);

export const ALWAYS = at('2026-01-01T00:00');

type NamedCounts = Readonly<Partial<Record<Counter, number>>>;

export function versionOf<T>(id: number, code: string, body: T, effectiveFrom = ALWAYS): Version<T> {
  return { id, code, effectiveFrom, body };
}

export function planOf(own: Partial<Plan> & Pick<Plan, 'code' | 'role'>): Plan {
  return {
    name: own.code,
    currency: 'CNY',
    price: '0',
    vatRate: '0.06',
    cycleAnchor: 'calendar',
    firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
    exhaustion: 'payg',
    coefficients: 'at_issue',
    latenessHours: 72,
    ...own,
  };
}

export function priceOf(model: string, counter: Counter, yuan: string): PriceEntry {
  return { model, class: counter, price: yuan, effectiveFrom: '2026-01-01T00:00:00+08:00' };
}

export function bookOf(own: Partial<PriceBook> & Pick<PriceBook, 'code'>): PriceBook {
  return { zone: ZONE, currency: 'CNY', entries: [], multipliers: [], tiers: [], ...own };
}

type Step = SplitRuleDocument['rule']['steps'][number];

export function ruleOf(
  code: string,
  match: SplitRuleDocument['match'] = {},
  steps: readonly Step[] = [{ party: 'vendor', type: 'percent', basis: 'net', value: '40' }],
): SplitRuleDocument {
  const rule = { vatRate: '0.06', vatIncluded: true, residual: 'operator', steps };
  return { code, match, breakage: 'operator', rule };
}

export function contentOf(own: Partial<CatalogueContent>): CatalogueContent {
  const documents = {
    plan: [],
    price_book: [],
    cost_book: [],
    coefficient_table: [],
    split_rule: [],
    contract: [],
    holiday_calendar: [],
    served_models: [],
    notice_policy: [],
    eligibility_rule: [],
    exchange_rates: [],
    variance_policy: [],
    settlement_calendar: [],
    approval_limits: [],
  };
  return { epoch: 1, models: [], ...documents, ...own };
}

/** An account that has taken up nothing. */
export function accountOf(own: Partial<AccountState> = {}): AccountState {
  return {
    id: 1,
    code: 'a1',
    zone: ZONE,
    anchorDay: 1,
    nextSequence: 1,
    subscriptions: [],
    grants: [],
    counters: new Map(),
    changedCounters: new Set(),
    ...own,
  };
}

export function recordOf(own: Partial<Omit<UsageRecord, 'counts'>>, counts: NamedCounts = {}): UsageRecord {
  return {
    partner: 'gateway',
    source: 'api',
    recordId: 'r',
    accountCode: 'a1',
    at: at('2026-10-15T12:00'),
    model: 'glm-5',
    vendor: 'alpha',
    computeOwner: 'tianyi',
    chipKind: 'ascend',
    serviceTier: 'standard',
    dimensions: {},
    ...own,
    counts: countsOf(counts),
  };
}

/** Months of Shanghai; all of them open, or each closed one booked to the month it maps to. */
export function monthsOf(closed: Readonly<Record<string, string>> = {}): Months {
  return {
    usageMonth: (instant) => monthOf(ZONE, instant),
    accountingMonth: (usageMonth) => closed[usageMonth] ?? usageMonth,
  };
}
