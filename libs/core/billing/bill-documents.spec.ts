import { parseYuan } from '../kernel';
import { billDocuments } from './bill-documents';
import { billLine } from './bill-line';
import { NOT_BILLED, billedKey, type Billed } from './billed';
import type { Chargeable } from './chargeable';

const charge = (total: string, more: Partial<Chargeable> = {}): Chargeable => ({
  accountId: 1,
  key: 'k',
  kind: 'usage',
  currency: 'CNY',
  vatRate: '0.06',
  tax: 'included',
  total: parseYuan(total),
  totalNet: null,
  milliTokens: 0n,
  subscriptionId: null,
  planVersionId: 1,
  model: 'm',
  startsAt: 0,
  endsAt: null,
  days: null,
  ...more,
});
const billed = (exact: string, grossFen: bigint, netFen: bigint, more: Partial<Billed> = {}): Billed => ({
  ...NOT_BILLED,
  exact: parseYuan(exact),
  grossFen,
  netFen,
  ...more,
});

describe('a line', () => {
  it.each([
    ['of usage', charge('2.469134'), NOT_BILLED, [247n, 233n, 14n]],
    ['of half a fen', charge('0.005'), NOT_BILLED, [1n, 1n, 0n]],
    ['of what came late', charge('2.493134'), billed('2.469134', 247n, 233n), [2n, 2n, 0n]],
    ['of a void', charge('0'), billed('0.8', 80n, 75n), [-80n, -75n, -5n]],
    ['with VAT on top', charge('1.234567', { tax: 'on_top' }), NOT_BILLED, [130n, 123n, 7n]],
    [
      'whose tax was fixed',
      charge('9.9', { tax: 'fixed', kind: 'grant', totalNet: parseYuan('9.34') }),
      NOT_BILLED,
      [990n, 934n, 56n],
    ],
  ])('%s', (_what, one, before, [gross, net, tax]) => {
    expect(billLine(one, before)).toMatchObject({ grossFen: gross, netFen: net, taxFen: tax });
  });

  it('is none where less than half a fen is left, and bills it with what comes later', () => {
    expect(billLine(charge('2.473134'), billed('2.469134', 247n, 233n))).toBeUndefined();
    const later = billLine(charge('2.4751'), billed('2.469134', 247n, 233n));
    expect(later).toMatchObject({ grossFen: 1n, exact: parseYuan('0.005966') });
  });
});

describe('a document', () => {
  const accounts = [{ accountId: 1, payer: { kind: 'account', code: 'a' } as const }];
  const after = (one: Billed): Map<string, Billed> => new Map([[billedKey(1, 'k'), one]]);

  it('of a void corrects the latest that billed its keys', () => {
    const [document] = billDocuments(
      accounts,
      [charge('0')],
      after(billed('0.8', 80n, 75n, { invoiceId: 7 })),
    );
    expect(document).toMatchObject({
      kind: 'credit_note',
      correctsId: 7,
      replacesId: null,
      grossFen: -80n,
    });
  });

  it('replaces a voided one once: not what was billed again since', () => {
    const voided = billDocuments(accounts, [charge('1')], after(billed('0', 0n, 0n, { voidedInvoiceId: 4 })));
    expect(voided[0]).toMatchObject({ kind: 'invoice', replacesId: 4 });
    const since = { voidedInvoiceId: 4, invoiceId: 6 };
    const [later] = billDocuments(accounts, [charge('2')], after(billed('1', 100n, 94n, since)));
    expect(later).toMatchObject({ replacesId: null, grossFen: 100n });
  });

  it('is of accounts whose payer is known: another one is a bug', () => {
    expect(() => billDocuments(accounts, [charge('1', { accountId: 9 })], new Map())).toThrow(
      'account 9 has no payer',
    );
  });
});
