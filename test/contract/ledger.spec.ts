import { createHash } from 'node:crypto';
import { CHART } from '@ciyuan/core/ledger';
import { ApproveSettlement, IssueStatements, RunSettlement } from '@ciyuan/modules/settlement';
import { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';
import { must } from '../support/settlement-engine';

const START = '2026-10-01T00:00:00+08:00';
const CALLED = '2026-10-05T12:00:00+08:00';
const SEPTEMBER_ENDS = '2026-09-30T23:59:59.999%2B08:00';

interface Trial {
  readonly at: string | null;
  readonly month: string | null;
  readonly balanced: boolean;
  readonly lines: readonly Record<string, string>[];
  readonly totals: readonly Record<string, string>[];
}
interface Vouchers {
  readonly vouchers: readonly { readonly number: string; readonly debit: string; readonly credit: string }[];
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number };
}
type Rows = readonly Record<string, unknown>[];

/** The package of 9.90 yuan, 9.34 net, of which 100,000 of a million tokens are consumed: 0.934 yuan. */
describe('the ledger over the API', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
    market.engine.clock.moveTo(Date.parse('2026-11-02T00:00:00+08:00'));
    expect((await market.report(usage('u1', 'alice', CALLED, { input: 100_000 }))).status).toBe(200);
    const { id } = must(
      await market.app.get(RunSettlement, { strict: false }).run({ month: '2026-10', by: 'maker' }),
    );
    must(await market.app.get(ApproveSettlement, { strict: false }).run({ runId: id, by: 'checker' }));
    const issue = { runId: id, by: 'finance', waiveOpenSuspense: true, waiveOpenCosts: true };
    must(await market.app.get(IssueStatements, { strict: false }).run(issue));
  });
  afterAll(() => market.close());

  const read = <Body>(path: string) => market.get<Body>(`/v1/ledger/${path}`, 'finance');

  it('says what its accounts mean', async () => {
    const { status, body } = await read<{ accounts: Rows }>('accounts');
    expect([status, body.accounts.length]).toEqual([200, Object.keys(CHART).length]);
    expect(body.accounts[2]).toEqual({
      code: 'deferred_revenue',
      name: 'Deferred revenue of packages',
      chinese: '套餐合同负债',
      type: 'liability',
      normalSide: 'credit',
      closesWithMonth: false,
    });
  });

  it('balances, at an instant and over a month', async () => {
    const { body } = await read<Trial>('trial-balance?month=2026-10');
    expect([body.at, body.month, body.balanced]).toEqual([null, '2026-10', true]);
    expect(body.lines.find(({ ledgerAccount }) => ledgerAccount === 'deferred_revenue')).toEqual({
      ledgerAccount: 'deferred_revenue',
      name: 'Deferred revenue of packages',
      chinese: '套餐合同负债',
      type: 'liability',
      asset: 'CNY',
      openingDebit: '0',
      openingCredit: '0',
      debits: '0.934',
      credits: '9.34',
      closingDebit: '0',
      closingCredit: '8.406',
    });
    for (const total of body.totals) {
      expect(total['closingDebit']).toBe(total['closingCredit']);
      expect(total['debits']).toBe(total['credits']);
    }
    const before = await read<Trial>(`trial-balance?at=${SEPTEMBER_ENDS}`);
    expect(before.body).toMatchObject({
      at: '2026-09-30T15:59:59.999Z',
      balanced: true,
      lines: [],
      totals: [],
    });
    const one = await read<Trial>('trial-balance?month=2026-10&account=alice');
    expect(one.body.lines.map(({ ledgerAccount }) => ledgerAccount)).not.toContain('partner_payable');
  });

  it('rolls deferred revenue forward', async () => {
    const { body } = await read<{ reconciled: boolean; lines: Rows; reconciliation: Rows }>(
      'deferred-revenue?month=2026-10',
    );
    expect(body.reconciled).toBe(true);
    expect(body.lines).toEqual([
      expect.objectContaining({ plan: 'monthly', sold: '9.34', recognised: '0.934', closing: '8.406' }),
    ]);
    expect(body.reconciliation).toContainEqual({
      currency: 'CNY',
      figure: 'breakage',
      plans: '0',
      ledger: '0',
      difference: '0',
    });
  });

  it('makes vouchers, and the file that it says', async () => {
    const { body } = await read<Vouchers>('vouchers?month=2026-10');
    expect(body.vouchers.map(({ number, debit, credit }) => `${number} ${debit} ${credit}`)).toEqual([
      '2026-10-CNY-1 9.90 9.90',
      '2026-10-CNY-2 0.93 0.93',
    ]);
    const file = await read<string>('vouchers/export.csv?month=2026-10');
    expect(file.type).toBe('text/csv');
    expect(createHash('sha256').update(file.body).digest('hex')).toBe(body.file.sha256);
    expect(Buffer.byteLength(file.body)).toBe(body.file.bytes);
    expect((await read<string>('vouchers/export.csv?month=2026-10')).body).toBe(file.body);
    const back = await read<Vouchers>('vouchers?month=2026-10&reversal=true');
    expect(back.body.vouchers.map(({ number }) => number)).toEqual(['2026-10-CNY-1-R', '2026-10-CNY-2-R']);
  });

  it.each(['trial-balance/export.csv?month=2026-10', 'deferred-revenue/export.csv?month=2026-10'])(
    'gives %s with control totals',
    async (path) => {
      const { status, type, body } = await read<string>(path);
      expect([status, type]).toEqual([200, 'text/csv']);
      expect(body).toMatch(/^control,2026-10,/m);
    },
  );

  it.each([
    ['trial-balance', 400],
    ['trial-balance?month=2026-10&at=2026-10-01T00:00:00Z', 400],
    ['trial-balance?at=yesterday', 400],
    ['trial-balance?month=2026-13', 400],
    ['trial-balance?month=2026-10&colour=red', 400],
    ['trial-balance?month=2026-10&account=nobody', 404],
    ['deferred-revenue', 400],
    ['vouchers?month=2026-10&reversal=perhaps', 400],
    ['vouchers?month=2026-11', 409],
  ])('refuses %s with %s', async (path, status) => {
    expect((await read(path)).status).toBe(status);
  });

  it.each([
    'accounts',
    'trial-balance?month=2026-10',
    'deferred-revenue?month=2026-10',
    'vouchers?month=2026-10',
  ])('shows %s to finance, and not to partners or makers', async (path) => {
    for (const role of ['partner', 'maker'] as const)
      expect((await market.get(`/v1/ledger/${path}`, role)).status).toBe(403);
    expect((await market.get(`/v1/ledger/${path}`, 'checker')).status).toBe(200);
  });
});
