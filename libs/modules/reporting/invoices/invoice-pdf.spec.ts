import { readPdf, type ReadPdf } from '../../../../test/support/read-pdf';
import type { InvoiceLine } from '@ciyuan/modules/billing';
import type { InvoicePaper } from './invoice-paper';
import { invoicePdf } from './invoice-pdf';

const LINES = 90;
const AT = Date.parse('2026-11-07T00:00:00+08:00');
const LONG = 'A company with a name that goes on and on, and then on, until it has to go on in another line';

const line = (number: number): InvoiceLine => ({
  line: number,
  account: number <= LINES / 2 ? 'north' : 'south',
  kind: 'usage',
  key: `k${number}`,
  plan: 'base',
  planName: 'Base',
  planVersionId: 1,
  subscriptionId: null,
  model: `model-${number}x`,
  startsAt: Date.parse('2026-10-01T00:00:00+08:00'),
  endsAt: Date.parse('2026-11-01T00:00:00+08:00'),
  days: null,
  milliTokens: -1_000_000n,
  vatRate: '0.06',
  taxMode: 'included',
  taxCode: '3040201',
  exact: -1n,
  grossFen: -106n,
  netFen: -100n,
  taxFen: -6n,
  creditedFen: 0n,
});

const sums = { grossFen: -106n * BigInt(LINES), netFen: -100n * BigInt(LINES), taxFen: -6n * BigInt(LINES) };
const buyer = {
  customer: 'acme',
  title: LONG,
  taxpayerId: '91',
  fapiaoKind: 'special',
  phone: null,
} as const;
const CREDIT_NOTE: InvoicePaper = {
  seller: { code: 'operator', name: '某某运营商有限公司' },
  invoice: {
    ...sums,
    id: 7,
    number: '2026-CNY-000007',
    kind: 'credit_note',
    state: 'final',
    runId: 1,
    payer: { kind: 'customer', code: 'acme' },
    currency: 'CNY',
    creditedFen: 0n,
    lineCount: LINES,
    corrects: '2026-CNY-000003',
    replaces: null,
    issuedAt: AT,
    issuedBy: 'checker',
    accountingMonth: '2026-11',
    buyer: { ...buyer, registeredAddress: null, bankName: null, bankAccount: null, email: null },
    taxCodes: { grant: '3040201', fee: '3040201', usage: '3040201', shortfall: '3040201' },
  },
  replacedBy: [],
  rates: [{ vatRate: '0.06', ...sums }],
  lines: Array.from({ length: LINES }, (_, index) => line(index + 1)),
  creditNotes: [],
  voidRequest: null,
  parts: [],
};

describe('a credit note of many lines on paper', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    const pieces: Uint8Array[] = [];
    await invoicePdf(CREDIT_NOTE, async (piece) => void pieces.push(Buffer.from(piece)));
    pdf = await readPdf(Buffer.concat(pieces));
  });
  const textOf = (page: number): string => (pdf.pages[page]?.lines ?? []).map(({ text }) => text).join(' ');

  it('names the document that it corrects, and what is given back', () => {
    for (const words of ['红字账单', 'Credit note', '2026-CNY-000003', '某某运营商有限公司', '-95.40'])
      expect(textOf(0)).toContain(words);
  });

  it('has every line once, under a header on each page, with the page’s number', () => {
    expect(pdf.pages.length).toBeGreaterThan(2);
    const all = pdf.pages.map((_, page) => textOf(page)).join(' ');
    for (let number = 1; number <= LINES; number++) expect(all.split(`model-${number}x`)).toHaveLength(2);
    for (const [page] of pdf.pages.entries())
      for (const words of ['说明', `第 ${page + 1} 页，共 ${pdf.pages.length} 页`])
        expect(textOf(page)).toContain(words);
    for (const account of ['north', 'south']) expect(all).toContain(`小计 Subtotal ${account}`);
  });

  it('keeps everything on the page, and a long name clear of the amounts', () => {
    for (const { width, height, lines } of pdf.pages)
      for (const { box, text } of lines)
        expect([text, box[0] >= 30 && box[2] <= width - 30 && box[3] <= height - 20]).toEqual([text, true]);
    const parts =
      pdf.pages[0]?.lines.filter(({ text }) => LONG.includes(text.trim()) && text.length > 9) ?? [];
    expect(parts.length).toBeGreaterThan(2);
    for (const { box } of parts) expect(box[2]).toBeLessThan(590);
  });
});
