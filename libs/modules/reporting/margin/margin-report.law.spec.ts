import fc from 'fast-check';
import { TOKEN_CLASSES } from '@ciyuan/core/usage';
import { NO_FIGURES, addFigures, revenueOf } from './margin-figures';
import type { SharePiece, TokenPiece } from './margin-pieces';
import { marginReport } from './margin-report';

const key = {
  month: fc.constantFrom('2026-10', '2026-11'),
  currency: fc.constantFrom('CNY', 'USD'),
  values: fc.tuple(fc.constantFrom('a', 'b', null)),
  kind: fc.constantFrom('package', 'usage', 'overdraw', 'breakage', 'fee', 'shortfall'),
  paid: fc.boolean(),
};
const share: fc.Arbitrary<SharePiece> = fc
  .record({
    ...key,
    lineKind: fc.constantFrom('share', 'guarantee', 'adjustment'),
    isOperators: fc.boolean(),
    shareFen: fc.bigInt(-(10n ** 12n), 10n ** 12n),
  })
  .map((piece) => piece as SharePiece);
const tokens: fc.Arbitrary<TokenPiece> = fc
  .record({
    ...key,
    lineKind: fc.constantFrom('share', 'adjustment'),
    records: fc.bigInt(-5n, 1_000n),
    classes: fc.array(fc.bigInt(-9n, 10n ** 12n), {
      minLength: TOKEN_CLASSES.length,
      maxLength: TOKEN_CLASSES.length,
    }),
  })
  .map((piece) => piece as TokenPiece);

describe('a report of margins', () => {
  it('loses nothing: rows add up to months, months to currencies, and revenue is cost and margin', () => {
    fc.assert(
      fc.property(fc.array(share), fc.array(tokens), (shares, used) => {
        const facts = { from: '2026-10', until: '2026-11', by: ['model'] as const };
        const report = marginReport({ ...facts, shares, tokens: used, posted: new Set(), issued: [] });
        for (const { rows, total } of report.months)
          expect(rows.map(({ figures }) => figures).reduce(addFigures, NO_FIGURES)).toEqual(total);
        const all = report.totals.map(({ figures }) => figures).reduce(addFigures, NO_FIGURES);
        expect(report.months.map(({ total }) => total).reduce(addFigures, NO_FIGURES)).toEqual(all);
        const stated = shares.reduce((sum, { shareFen }) => sum + shareFen, 0n);
        expect([revenueOf(all), all.costFen + all.marginFen]).toEqual([stated, stated]);
        const counted = used.flatMap(({ classes }) => classes).reduce((sum, count) => sum + count, 0n);
        expect(all.paidTokens + all.freeTokens + all.overdrawTokens).toBe(counted);
        expect(all.classes.reduce((sum, count) => sum + count, 0n)).toBe(counted);
      }),
    );
  });

  it('is the same for the same pieces in any order', () => {
    fc.assert(
      fc.property(fc.array(share), (shares) => {
        const facts = { from: '2026-10', until: '2026-11', by: ['model'] as const, tokens: [] };
        const report = (pieces: readonly SharePiece[]) =>
          marginReport({ ...facts, shares: pieces, posted: new Set(), issued: [] });
        expect(report([...shares].reverse())).toEqual(report(shares));
      }),
    );
  });
});
