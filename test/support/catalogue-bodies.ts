import { Test } from '@nestjs/testing';
import type { DocumentKind } from '../../libs/core/charging';
import { CatalogueModule, DefineModel, PublishDocument } from '../../libs/modules/catalogue';
import { ClockModule, MovableClock } from '../../libs/platform/clock';
import { Database, DatabaseModule, type Tx } from '../../libs/platform/database';
import { freshDatabase } from './database';

export const NOW = Date.UTC(2026, 5, 1);
export const JANUARY = Date.UTC(2026, 0, 1);
export const MARCH = Date.UTC(2026, 2, 1);
export const MAY = Date.UTC(2026, 4, 1);
const START = '2026-01-01T00:00:00Z';

export const TABLE = { code: 'standard', rows: [{ model: '*', class: 'cached_input', coefficient: '0.1' }] };
export const OTHER_TABLE = {
  code: 'standard',
  rows: [{ model: '*', class: 'cached_input', coefficient: '0.2' }],
};
export const BOOK = {
  code: 'retail',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries: [{ model: 'glm-5', class: 'input', price: '4', effectiveFrom: START }],
  multipliers: [],
  tiers: [],
};
export const COST = { ...BOOK, code: 'zhipu-cost', party: 'zhipu' };
export const RULE = {
  code: 'default',
  match: {},
  breakage: 'operator',
  rule: {
    vatRate: '0.06',
    vatIncluded: true,
    residual: 'operator',
    steps: [{ type: 'percent', party: 'vendor', basis: 'net', value: '40' }],
  },
};
export const PLAN = {
  code: 'personal',
  role: 'package',
  name: 'Personal',
  currency: 'CNY',
  price: '9.90',
  vatRate: '0.06',
  allowance: { tokens: 10_000_000, models: ['*'], source: 'allowance' },
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'prorated', denominator: 'yearly', allowanceRounding: 'up' },
  exhaustion: 'payg',
  coefficientTable: 'standard',
  coefficients: 'at_issue',
  latenessHours: 72,
};
const { allowance: _allowance, ...rest } = PLAN;
export const GRANTS_NOTHING = rest;
export const CONTRACT = {
  partner: 'gw-east',
  serves: [{ vendor: 'zhipu', computeOwner: 'ascend' }],
  lateWindowDays: 30,
};

const STOCK: readonly (readonly [DocumentKind, unknown])[] = [
  ['coefficient_table', TABLE],
  ['price_book', BOOK],
  ['cost_book', COST],
  ['plan', PLAN],
  ['split_rule', RULE],
  ['contract', CONTRACT],
];

export type RunningCatalogue = Awaited<ReturnType<typeof startCatalogue>>;

/** The catalogue alone, on a database of its own that knows the parties of the bodies above. */
export async function startCatalogue() {
  const fresh = await freshDatabase();
  const clock = new MovableClock(NOW);
  const imports = [DatabaseModule.at(fresh.appUrl, 6), ClockModule.forRoot(clock), CatalogueModule];
  const app = await Test.createTestingModule({ imports }).compile();
  const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.get(Database).transaction(work);
  await inTransaction((tx) =>
    tx.rows(
      `INSERT INTO ciyuan.party (code, name, kinds, created_at)
       SELECT code, code, '{}', now() FROM unnest($1::text[]) AS code`,
      [['zhipu', 'ascend', 'gw-east', 'operator']],
    ),
  );
  const publish = (kind: DocumentKind, body: unknown, effectiveFrom = JANUARY) =>
    app.get(PublishDocument).run({ kind, body, effectiveFrom, by: 'maker-1' });
  return {
    app,
    clock,
    urls: fresh,
    inTransaction,
    publish,
    /** Publishes every body above, from January on. */
    stock: async (): Promise<void> => {
      await app.get(DefineModel).run({ code: 'glm-5', name: 'GLM-5', vendor: 'zhipu' });
      for (const [kind, body] of STOCK) {
        const answer = await publish(kind, body);
        if (!answer.ok) throw new Error(`${kind}: ${JSON.stringify(answer.refusal)}`);
      }
    },
    stop: async (): Promise<void> => {
      await app.close();
      await fresh.drop();
    },
  };
}
