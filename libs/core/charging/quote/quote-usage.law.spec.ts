import fc from 'fast-check';
import {
  decide,
  newSubscription,
  quoteUsage,
  quotedCatalogue,
  takeUp,
  type QuotedUse,
} from '@ciyuan/core/charging';
import { countsOf, namedCounts, type Counter } from '@ciyuan/core/usage';
import { accountOf, at, recordOf, ZONE } from '../../../../test/support/core-catalogue';
import { CONTENT, catalogue, months } from '../../../../test/support/core-market';

const NOW = at('2026-10-15T12:00');
const MONTH = at('2026-10-01T00:00');

const inForce = <T extends { readonly code: string; readonly effectiveFrom: number; readonly body: unknown }>(
  versions: readonly T[],
): T['body'][] =>
  versions
    .filter(({ effectiveFrom, code }) =>
      versions.every(
        (one) => one.code !== code || one.effectiveFrom > NOW || one.effectiveFrom <= effectiveFrom,
      ),
    )
    .filter(({ effectiveFrom }) => effectiveFrom <= NOW)
    .map(({ body }) => body);

const quoted = quotedCatalogue({
  plans: inForce(CONTENT.plan),
  priceBooks: inForce(CONTENT.price_book),
  coefficientTables: inForce(CONTENT.coefficient_table),
  holidayCalendars: [],
  models: CONTENT.models,
});

/** Of one call, so that all calls are alike to the last token. */
const callOf = fc
  .record({
    input: fc.nat({ max: 700 }),
    cached_input: fc.nat({ max: 300 }),
    output: fc.nat({ max: 400 }),
    images: fc.constantFrom(0, 0, 1),
  })
  .map((named) => countsOf(named as Partial<Record<Counter, number>>));

const uses: fc.Arbitrary<QuotedUse[]> = fc.array(
  fc
    .record({
      model: fc.constantFrom('glm-5', 'mini', 'kimi-k2'),
      calls: fc.integer({ min: 1, max: 12 }),
      call: callOf,
    })
    .map(({ model, calls, call }) => ({ model, calls, counts: call.map((count) => count * calls) })),
  { minLength: 1, maxLength: 3 },
);

/** The same customer with a record for every call. */
function charged(plan: string, wanted: readonly QuotedUse[]): { price: bigint; usage: bigint } {
  const account = accountOf();
  const decisions = [];
  for (const [code, startsAt] of [
    ['base', NOW],
    ...(plan === 'base' ? [] : ([[plan, ['pack', 'trial'].includes(plan) ? NOW : MONTH]] as const)),
  ] as const) {
    const taken = newSubscription(account, catalogue.planAt(code, NOW)!, startsAt, null);
    decisions.push(takeUp(account, taken, NOW, catalogue, months));
  }
  const records = wanted.flatMap(({ model, calls, counts }) =>
    Array.from({ length: calls }, () => ({
      accountId: account.id,
      record: recordOf(
        { at: NOW, model, vendor: catalogue.model(model)!.vendor },
        namedCounts(counts.map((count) => count / calls)),
      ),
    })),
  );
  const decision = decide({ records, accounts: new Map([[account.id, account]]), catalogue, months });
  expect(decision.suspended).toEqual([]);
  const grants = [...decisions, decision].flatMap(({ newGrants }) => newGrants);
  return {
    price: grants.reduce((sum, { grant }) => sum + grant.priceGross, 0n),
    usage: decision.charged.reduce((sum, { usageGross }) => sum + usageGross, 0n),
  };
}

describe('what a customer is told that usage costs', () => {
  it('is what charging call by call comes to', () => {
    fc.assert(
      fc.property(fc.constantFrom('base', 'monthly', 'pack', 'trial'), uses, (plan, wanted) => {
        const quote = quoteUsage(quoted, { base: 'base', plan, zone: ZONE, at: NOW, uses: wanted });
        expect(quote.uses.every(({ ok }) => ok)).toBe(true);
        expect({ price: quote.price, usage: quote.usage }).toEqual(charged(plan, wanted));
      }),
      { numRuns: 300 },
    );
  });
});
