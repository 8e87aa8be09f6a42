import type { Correction, RollupDelta } from '@ciyuan/core/charging';
import type { FocusCharge } from './focus-charge';
import { onInvoices } from './on-invoices';

const OF = { model: 'glm-5', vendor: 'zhipu', computeOwner: 'east', chipKind: 'a' };
const MONTHS = { usageMonth: '2026-10', accountingMonth: '2026-11' };
const entry = (sequence: number, usageGross: bigint, overageTokens: number, more: object = {}): Correction =>
  ({
    kind: 'reversal',
    rating: { sequence, usageGross, overageTokens, overageKind: 'usage', record: OF, ...MONTHS, ...more },
  }) as unknown as Correction;
const delta = { kind: 'usage', ...OF, ...MONTHS } as RollupDelta;
const charge = (billed: bigint, quantity: bigint): FocusCharge =>
  ({
    ...{ billed, effective: billed, effectiveLedger: billed, quantity, commitmentMilli: 0n, invoice: null },
  }) as FocusCharge;
const INVOICES = new Map([
  [1, 'A'],
  [2, 'B'],
  [3, null],
]);

function told(all: readonly Correction[], billed: bigint, quantity: bigint, of = delta): string[] {
  const booked = { write: { corrections: all }, invoicesOfEntries: INVOICES };
  return onInvoices(charge(billed, quantity), of, booked).map(
    (one) => `${one.invoice} ${one.billed} ${one.effectiveLedger} ${one.quantity}`,
  );
}

describe('what corrections took back, by documents', () => {
  it('stands on the one that billed its entries', () => {
    expect(told([entry(1, -5n, -50)], -5n, -50n)).toEqual(['A -5 -5 -50']);
    expect(told([entry(3, -5n, -50)], -5n, -50n)).toEqual(['null -5 -5 -50']);
  });

  it('stands on several by what the entries say', () => {
    const all = [entry(1, -5n, -50), entry(2, -8n, -70), entry(1, 2n, 10)];
    expect(told(all, -11n, -110n)).toEqual(['A -3 -3 -40', 'B -8 -8 -70']);
  });

  it('is split in proportion where the entries say more than the key has, and adds up', () => {
    expect(told([entry(1, -5n, -50), entry(2, -10n, -100)], -10n, -100n)).toEqual([
      'A -3 -3 -33',
      'B -7 -7 -67',
    ]);
  });

  it('is not split by entries of another key, and what no usage charged not at all', () => {
    const others = [
      { record: { ...OF, model: 'other' } },
      { overageKind: 'overdraw' },
      { usageMonth: '2026-09' },
    ];
    const all = [entry(1, -5n, -50), ...others.map((more) => entry(2, -8n, -70, more)), entry(2, 0n, -70)];
    expect(told(all, -5n, -50n)).toEqual(['A -5 -5 -50']);
    expect(told([entry(1, -5n, -50)], -5n, -50n, { ...delta, kind: 'package' })).toEqual(['null -5 -5 -50']);
  });
});
