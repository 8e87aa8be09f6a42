import { at, bookOf, priceOf, versionOf, type recordOf } from '../../../test/support/core-catalogue';
import { CONTENT, NOON, charge } from '../../../test/support/core-shop';

type Own = Parameters<typeof recordOf>;

describe('what no grant covers', () => {
  it.each<[string, readonly string[], Own, object]>([
    [
      'is priced by the base tariff',
      ['base', 'pack'],
      [{}],
      {
        coveredTokens: 100,
        overageTokens: 50,
        overageKind: 'usage',
        usageGross: 100_000_000n,
        basePlanVersionId: 1,
        priceVersionId: 10,
      },
    ],
    [
      'is overdraw, charged nothing, under a hard limit',
      ['base', 'hard'],
      [{}],
      {
        coveredTokens: 100,
        overageTokens: 50,
        overageKind: 'overdraw',
        usageGross: 0n,
        basePlanVersionId: null,
        priceVersionId: null,
      },
    ],
    [
      'is decided by the plan of the grant that is burnt last: the pack after the trial',
      ['base', 'pack', 'hard'],
      [{}, { input: 250 }],
      { coveredTokens: 200, overageKind: 'usage', usageGross: 100_000_000n },
    ],
    [
      'is decided by the eligible grants only',
      ['base', 'pack', 'hard'],
      [{ model: 'kimi' }],
      { coveredTokens: 100, overageKind: 'overdraw' },
    ],
    [
      'is the tariff’s once the hard-limited grant has expired',
      ['base', 'hard'],
      [{ at: at('2026-10-31T00:00') }],
      { coveredTokens: 0, overageKind: 'usage', usageGross: 300_000_000n },
    ],
    [
      'is nothing of a record that grants cover',
      ['pack'],
      [{}, { input: 100 }],
      { coveredTokens: 100, overageTokens: 0, overageKind: null, usageGross: 0n, drawnMilli: 100_000n },
    ],
  ])('%s', (_what, plans, own, expected) => {
    expect(charge(plans, own).charged).toMatchObject([expected]);
  });

  it('goes to a line of its own beside that of the grant, and counts the record once', () => {
    const { rollups } = charge(['base', 'pack'], [{}]);
    expect(
      rollups.map(({ planVersionId, kind, records, counts, gross, net, computeCost }) => ({
        planVersionId,
        kind,
        records,
        input: counts[0],
        gross,
        net,
        computeCost,
      })),
    ).toEqual([
      {
        planVersionId: 2,
        kind: 'package',
        records: 1,
        input: 100,
        gross: 1_060_000_000_000n,
        net: 1_000_000_000_000n,
        computeCost: 50_000_000n,
      },
      {
        planVersionId: 1,
        kind: 'usage',
        records: 0,
        input: 50,
        gross: 100_000_000n,
        net: null,
        computeCost: 25_000_000n,
      },
    ]);
  });
});

describe('the costs of a record', () => {
  it('are asked of both parties’ own books, for covered tokens too, and a gap is told where the rule asks', () => {
    const decision = charge(['base', 'pack'], [{}]);
    expect(decision.charged).toMatchObject([{ vendorCost: null, computeCost: 75_000_000n }]);
    expect(decision.costGaps).toEqual([
      {
        accountId: 1,
        sequence: 4,
        at: NOON,
        role: 'vendor',
        party: 'alpha',
        detail: 'no cost book in force',
      },
    ]);
  });

  it('are unknown where one class of the record has no price, and no gap where no rule asks', () => {
    const priced = {
      ...CONTENT,
      plan: CONTENT.plan,
      price_book: [
        versionOf(
          10,
          'retail',
          bookOf({ code: 'retail', entries: [priceOf('*', 'input', '2'), priceOf('*', 'output', '8')] }),
        ),
      ],
    };
    const decision = charge(['base'], [{}, { input: 1, output: 1 }], priced);
    expect(decision.charged).toMatchObject([{ computeCost: null, usageGross: 10_000_000n }]);
    expect(decision.costGaps.map((one) => one.role)).toEqual(['vendor']);
  });
});
