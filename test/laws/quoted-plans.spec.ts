import { join } from 'node:path';
import type { Model, Plan, Version } from '@ciyuan/core/catalogue';
import {
  DOCUMENT_KINDS,
  compileCatalogue,
  decide,
  newSubscription,
  quoteUsage,
  quotedCatalogue,
  takeUp,
  type CatalogueBodies,
  type CatalogueContent,
  type DocumentKind,
  type QuotedUse,
} from '@ciyuan/core/charging';
import { countsOf, namedCounts } from '@ciyuan/core/usage';
import { readSeeds } from '../../apps/cli/src/seed/read-seeds';
import { ZONE, accountOf, at, contentOf, monthsOf, recordOf } from '../support/core-catalogue';

const NOW = at('2026-11-18T15:00');
const MONTH = at('2026-11-01T00:00');
const BASE = 'payg-standard';

const seeds = readSeeds(join(__dirname, '../../db/seeds'));
const models = seeds.models.items as Model[];
const versionsOf = <Kind extends DocumentKind>(kind: Kind): Version<CatalogueBodies[Kind]>[] =>
  seeds.documents.flatMap((one, index) =>
    one.kind !== kind
      ? []
      : [
          {
            id: index + 1,
            code: (one.body as { code?: string; partner?: string }).code ?? `${kind} ${index}`,
            effectiveFrom: one.effectiveFrom,
            body: one.body as CatalogueBodies[Kind],
          },
        ],
  );
const all = Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, versionsOf(kind)]));
const catalogue = compileCatalogue(contentOf({ ...(all as Partial<CatalogueContent>), models }));

const inForce = <Kind extends DocumentKind>(kind: Kind): CatalogueBodies[Kind][] => {
  const latest = new Map<string, Version<CatalogueBodies[Kind]>>();
  for (const one of versionsOf(kind)) {
    const known = latest.get(one.code);
    if (one.effectiveFrom <= NOW && (known === undefined || known.effectiveFrom <= one.effectiveFrom))
      latest.set(one.code, one);
  }
  return [...latest.values()].map(({ body }) => body);
};

const quoted = quotedCatalogue({
  plans: inForce('plan'),
  priceBooks: inForce('price_book'),
  coefficientTables: inForce('coefficient_table'),
  holidayCalendars: inForce('holiday_calendar'),
  models,
});

/** Enough to empty some packages in the middle of a call, and long enough for a price of long prompts. */
const USES: readonly QuotedUse[] = [
  {
    model: 'glm-5',
    calls: 9,
    counts: countsOf({ input: 9_000_000, cached_input: 900_009, output: 4_500_000 }),
  },
  { model: 'kimi-k2', calls: 7, counts: countsOf({ input: 140_000, output: 70_007, reasoning: 7_000 }) },
];

/** Who may report a model, and where it runs. */
function served(model: string): { vendor: string; partner: string; computeOwner: string } {
  const { vendor } = models.find(({ code }) => code === model) as Model;
  for (const { partner, serves } of inForce('contract'))
    for (const pair of serves ?? []) if (pair.vendor === vendor) return { ...pair, partner };
  throw new Error(`nobody serves ${model}`);
}

function charged(plan: Plan): object {
  const account = accountOf();
  const isPeriodic = plan.role === 'package' || plan.role === 'commitment';
  const taken = plan.role === 'base' ? [] : [{ code: BASE, from: NOW }];
  const decisions = [...taken, { code: plan.code, from: isPeriodic ? MONTH : NOW }].map(({ code, from }) => {
    const subscription = newSubscription(account, catalogue.planAt(code, NOW) as Version<Plan>, from, null);
    return takeUp(account, subscription, NOW, catalogue, monthsOf());
  });
  const records = USES.flatMap(({ model, calls, counts }) =>
    Array.from({ length: calls }, () => ({
      accountId: account.id,
      record: recordOf({ at: NOW, model, ...served(model) }, namedCounts(counts.map((one) => one / calls))),
    })),
  );
  const accounts = new Map([[account.id, account]]);
  const last = decide({ records, accounts, catalogue, months: monthsOf() });
  const grants = [...decisions, last].flatMap(({ newGrants }) => newGrants);
  const fees = [...decisions, last].flatMap((one) => one.fees);
  const price =
    grants.reduce((sum, { grant }) => sum + grant.priceGross, 0n) +
    fees.reduce((sum, { gross }) => sum + gross, 0n);
  const usage = last.charged.reduce((sum, { usageGross }) => sum + usageGross, 0n);
  return { price, usage, refused: [...new Set(last.suspended.map(({ record }) => record.model))] };
}

describe('a quote of the plans that are sold', () => {
  const plans = inForce('plan');

  it('knows plans of every role', () => {
    expect([...new Set(plans.map(({ role }) => role))].sort()).toEqual([
      'base',
      'commitment',
      'pack',
      'package',
      'trial',
    ]);
  });

  it.each(plans.map((plan) => [plan.code, plan] as const))('of %s is what charging comes to', (_, plan) => {
    const quote = quoteUsage(quoted, { base: BASE, plan: plan.code, zone: ZONE, at: NOW, uses: USES });
    const refused = quote.uses.flatMap((one) => (one.ok ? [] : [one.use.model]));
    expect({ price: quote.price, usage: quote.usage, refused }).toEqual(charged(plan));
  });
});
