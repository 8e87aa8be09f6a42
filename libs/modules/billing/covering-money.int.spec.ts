import { formatYuan } from '@ciyuan/core/kernel';
import { Database } from '@ciyuan/platform/database';
import { PaidMarket } from '../../../test/support/paid-market';
import { must } from '../../../test/support/settlement-engine';
import { ApproveAdjustment } from './adjustments/approve-adjustment';
import { RequestAdjustment } from './adjustments/request-adjustment';
import { CoveringMoneyStore } from './covering-money.store';

const FIRST = '2026-CNY-000003';

/*
 * North was sold three months at 9.90, 9.34 net, of which the first document has two, and used 1.00. South used 2.47,
 * which the second document takes back. Lone was charged 40.00 for usage and 56.60 and 94.34 net for what it fell short
 * of; plain 1.234567 without its tax. North owes 20.80 of the first document and 9.90 of the second.
 */
describe('what was invoiced to accounts, and collected', () => {
  let market: PaidMarket;
  beforeAll(async () => {
    market = await PaidMarket.open();
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.story.market.violations()).toEqual([]));

  /** Invoiced and collected by account, of what was written before an instant: `north 29.02 0`. */
  const told = (before: string): Promise<string[]> =>
    market.engine.get(Database).transaction(async (tx) => {
      const accounts = await tx.rows<{ account_id: string; code: string }>('TABLE ciyuan.account_code');
      const ids = accounts.map((one) => Number(one.account_id));
      const found = await market.engine.get(CoveringMoneyStore).ofAccounts(tx, ids, Date.parse(before));
      const codes = new Map(accounts.map(({ account_id, code }) => [Number(account_id), code]));
      return found.map(
        ({ accountId, invoiced, collected }) =>
          `${codes.get(accountId)} ${formatYuan(invoiced)} ${formatYuan(collected)}`,
      );
    });
  const north = async (before: string): Promise<string | undefined> => (await told(before))[0];
  const recognised = async (): Promise<string[]> => {
    const rows = await market.story.market.rows<{ amount: string }>(
      `SELECT trim_scale(-sum(amount))::text AS amount FROM ciyuan.journal_line
        WHERE account_id > 0 AND ledger_account LIKE '%revenue' GROUP BY account_id ORDER BY account_id`,
    );
    return rows.map(({ amount }) => amount);
  };

  it('is nothing before there was a document', async () => {
    expect(await told('2026-11-07T00:00:00+08:00')).toEqual([]);
  });

  it('is of each account its own lines, whoever pays the document', async () => {
    expect(await told('2026-11-08T00:00:00+08:00')).toEqual([
      'north 19.68 0',
      'south 2.469134 0',
      'lone 96.6 0',
      'plain 1.234567 0',
    ]);
  });

  it('is exactly what the ledger has recognised and deferred, once all is billed', async () => {
    expect(await told('2026-12-08T00:00:00+08:00')).toEqual([
      'north 29.02 0',
      'south 0 0',
      'lone 190.94 0',
      'plain 1.234567 0',
    ]);
    expect(await recognised()).toEqual(['29.02', '0', '190.94', '1.234567']);
  });

  it('collects of a document what was put to it, until the payment is taken back', async () => {
    const number = await market.pay('10.40');
    expect(await north('2026-12-08T00:00:00+08:00')).toBe('north 29.02 9.84');
    market.story.moveTo('2026-12-09T00:00:00+08:00');
    await market.bounce(number);
    expect(await north('2026-12-09T00:00:00+08:00')).toBe('north 29.02 9.84');
    expect(await north('2026-12-10T00:00:00+08:00')).toBe('north 29.02 0');
    await market.pay('35.70');
    expect(await north('2026-12-10T00:00:00+08:00')).toBe('north 29.02 29.02');
  });

  it('takes off what was credited out of goodwill, and of money what was refunded beyond what is put to nothing', async () => {
    market.story.moveTo('2026-12-11T00:00:00+08:00');
    await market.story.credited(FIRST, 1, 495n);
    expect(await north('2026-12-11T00:00:00+08:00')).toBe('north 29.02 29.02');
    expect(await north('2026-12-12T00:00:00+08:00')).toBe('north 24.35 29.02');
    await refund(800n);
    // 35.70 came and 8.00 went back: 27.70 of the 30.70 that were put to documents.
    expect(await north('2026-12-12T00:00:00+08:00')).toBe('north 24.35 26.184169381107');
  });

  it('knows nothing of a document that became void, nor of what was put to it', async () => {
    market.story.moveTo('2026-12-13T00:00:00+08:00');
    await market.story.voided('2026-CNY-000005');
    // 19.68 were collected of the other one, of which nothing is left out: 27.70 is more than its 20.80.
    expect(await north('2026-12-14T00:00:00+08:00')).toBe('north 15.01 19.68');
    expect(await north('2026-12-13T00:00:00+08:00')).toBe('north 24.35 26.184169381107');
  });

  async function refund(grossFen: bigint): Promise<void> {
    const told = { account: 'north', kind: 'refund', grossFen, vatRate: undefined } as const;
    const asked = {
      ...told,
      reason: 'it asked',
      reference: null,
      by: 'desk',
      role: 'operations',
      preview: false,
    };
    const { adjustment } = must(await market.engine.get(RequestAdjustment).run(asked));
    const signed = { account: 'north', number: adjustment.number, note: null, preview: false };
    for (const by of ['mei', 'checker']) {
      const done = must(await market.engine.get(ApproveAdjustment).run({ ...signed, by, role: 'finance' }));
      if (done.adjustment.state === 'posted') return;
    }
  }
});
