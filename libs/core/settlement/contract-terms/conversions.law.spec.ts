import fc from 'fast-check';
import { ratio } from '../../kernel';
import { NOTHING, type PartyLines } from '../statement-lines';
import type { StatementLine } from '../settlement-plan';
import { NOTHING_AGREED, type ContractInput, type FrozenRate } from './contract-input';
import { conversions } from './conversions';

const MONTH = '2026-10';
const CURRENCIES = ['CNY', 'USD', 'EUR'] as const;
const PARTIES = ['alpha', 'beta'] as const;

const line = (originMonth: string, shareFen: bigint): StatementLine => ({
  ...{
    lineKind: 'share',
    originMonth,
    splitRuleVersionId: 1,
    key: null,
    counterparty: null,
    reference: null,
  },
  ...NOTHING,
  shareFen,
});
const shares = fc.array(
  fc.record({
    party: fc.constantFrom(...PARTIES),
    currency: fc.constantFrom(...CURRENCIES),
    originMonth: fc.constantFrom('2026-08', '2026-09', MONTH),
    fen: fc.bigInt({ min: -9_999n, max: 99_999n }),
  }),
  { maxLength: 12 },
);
const rate = fc.tuple(fc.bigInt({ min: 1n, max: 99_999n }), fc.constantFrom(100n, 10_000n));
const settlesIn = fc.constantFrom(undefined, ...CURRENCIES);

function statementsOf(all: readonly { party: string; currency: string; originMonth: string; fen: bigint }[]) {
  const statements = new Map<string, PartyLines>();
  for (const { party, currency, originMonth, fen } of all) {
    const key = `${party} ${currency}`;
    const known = statements.get(key) ?? { party, currency, lines: [] };
    known.lines.push(line(originMonth, fen));
    statements.set(key, known);
  }
  return statements;
}

const agreed = (to: string | undefined, rates: readonly FrozenRate[]): ContractInput => ({
  ...NOTHING_AGREED,
  agreements: [{ party: 'alpha', currency: to ?? 'CNY', ...(to !== undefined && { settlesIn: to }) }],
  rates,
});
const between = (to: string, [n, d]: readonly [bigint, bigint]): FrozenRate[] =>
  CURRENCIES.filter((base) => base !== to).map((base) => ({ base, quote: to, rate: ratio(n, d) }));

describe('what is settled in another currency', () => {
  it('leaves nothing in any other one, and of others nothing at all', () => {
    fc.assert(
      fc.property(shares, settlesIn, rate, (all, to, worth) => {
        const statements = statementsOf(all);
        const moved = conversions(MONTH, agreed(to, between(to ?? 'CNY', worth)), statements);
        if (!moved.ok) throw new Error(moved.refusal.code);
        expect(moved.value.every(({ party, shareFen }) => party === 'alpha' && shareFen !== 0n)).toBe(true);
        for (const { party, currency, lines } of statements.values()) {
          const before = lines.reduce((total, one) => total + one.shareFen, 0n);
          const out = moved.value
            .filter((one) => one.party === party && one.currency === currency && one.currency !== to)
            .reduce((total, one) => total + one.shareFen, 0n);
          const goes = party === 'alpha' && to !== undefined && currency !== to;
          expect(before + out).toBe(goes ? 0n : before);
        }
      }),
    );
  });

  it('is worth its rate, to half a hundredth for each month and currency', () => {
    fc.assert(
      fc.property(shares, rate, (all, worth) => {
        const moved = conversions(MONTH, agreed('CNY', between('CNY', worth)), statementsOf(all));
        if (!moved.ok) throw new Error(moved.refusal.code);
        const [n, d] = worth;
        const sumOf = (isInto: boolean) =>
          moved.value
            .filter((one) => (one.currency === 'CNY') === isInto)
            .reduce((total, one) => total + one.shareFen, 0n);
        const pairs = BigInt(moved.value.filter(({ currency }) => currency !== 'CNY').length);
        const off = sumOf(true) * d + sumOf(false) * n;
        expect(2n * (off < 0n ? -off : off) <= pairs * d).toBe(true);
      }),
    );
  });

  it('is refused where no rate is known', () => {
    const dollars = statementsOf([{ party: 'alpha', currency: 'USD', originMonth: MONTH, fen: 1n }]);
    const refusal = { code: 'no_exchange_rate', base: 'USD', quote: 'CNY' };
    expect(conversions(MONTH, agreed('CNY', between('EUR', [7n, 1n])), dollars)).toEqual({
      ok: false,
      refusal,
    });
    expect(conversions(MONTH, agreed('USD', []), dollars)).toEqual({ ok: true, value: [] });
  });
});
