import { parseFen } from '@ciyuan/core/kernel';
import {
  ApprovePayment,
  ConfirmStatement,
  ListStatements,
  ReadCommitmentPosition,
  RecordInvoice,
  RecordPayment,
} from '@ciyuan/modules/settlement';
import { DollarMarket } from '../support/dollar-market';
import { calls } from '../support/seeded-calls';
import { must } from '../support/settlement-engine';
import { totalText } from '../support/statement-text';

const VENDOR = 'zhipu';
const CONTRACT = {
  partner: VENDOR,
  validity: { from: '2026-10-01' },
  settlement: {
    ...{ legalEntity: '北京智谱华章科技有限公司', bankAccount: '6222 0001', minimumPayout: '0' },
    ...{ disputeDays: 10, paymentDays: 30, basis: 'recognised', settlesIn: 'CNY' },
    purchase: { from: '2026-10', months: 12, amount: '1000.00', shortfallPercent: '50' },
  },
};
const USD_CNY = {
  ...{ code: 'usd-cny', base: 'USD', quote: 'CNY', zone: 'Asia/Shanghai', source: 'the central parity' },
  rates: [
    { from: '2026-10-01', rate: '7' },
    { from: '2026-10-31', rate: '7.123' },
    { from: '2026-11-30', rate: '7.3' },
  ],
};
const CNY_USD = {
  ...{ code: 'cny-usd', base: 'CNY', quote: 'USD', zone: 'Asia/Shanghai', source: 'the central parity' },
  rates: [{ from: '2026-10-01', rate: '0.14' }],
};

/**
 * A million tokens for 10.00 dollars net. The vendor has 35 %, 3.50; the Ascend cluster 0.12 yuan × 0.14 = 0.0168, which the
 * largest remainder makes 0.02; 6.48 are left. The vendor is paid in yuan: at the last of October's rates, 3.50 × 7.123 =
 * 24.9305, so 24.93, and 6 % on top, 1.4958, so 1.50.
 *
 * Late in November come 400,000 tokens for October, beyond the package: 0.20 dollars, 0.188679 net. October at once comes to
 * 3.566038 for the vendor, 0.02352, and 6.599121 of 10.19 net: by largest remainder 3.57, 0.02 and 6.60. So 0.07 more for the vendor, at
 * November's rate 0.511, so 0.51 yuan, and 0.03 on top. The operator has 0.12 and these 0.07 dollars, and the 10.00 of a package
 * that nobody used in November.
 */
describe('a vendor that is settled in yuan for what was sold in dollars', () => {
  let dollars: DollarMarket;
  beforeAll(async () => {
    dollars = await DollarMarket.open();
    await dollars.publish('exchange_rates', CNY_USD);
    dollars.market.moveTo('2026-10-20T00:00:00+08:00');
    await post('r1 | atlas | 2026-10-10T11:00:00 | glm-5-air | ascend-910c | input 1_000_000');
    await dollars.market.endMonth('2026-10');
  });
  afterAll(() => dollars.market.stop());
  afterEach(async () => expect(await dollars.market.violations()).toEqual([]));

  const post = async (line: string): Promise<void> => {
    for (const { status } of await dollars.market.post(...calls(line))) expect(status).toBe('accepted');
  };
  const settled = async (month: string): Promise<string[]> => {
    await dollars.market.settle(month);
    const page = { month, sort: 'party', limit: 100 } as const;
    const { items } = await dollars.market.engine.get(ListStatements).run(page);
    return items.map((one) => `${one.party} ${one.currency} ${totalText(one)}`);
  };
  const clearing = (month: string) =>
    dollars.market.rows(
      `SELECT asset, party, trim_scale(sum(amount))::text AS amount FROM ciyuan.journal_line
        WHERE ledger_account = 'currency_clearing' AND accounting_month = $1 GROUP BY 1, 2 ORDER BY 1`,
      [month],
    );

  it('waits until somebody publishes what a dollar is worth', async () => {
    const inEuro = { ...CONTRACT, settlement: { ...CONTRACT.settlement, settlesIn: 'EUR' } };
    await dollars.publish('contract', inEuro);
    expect(await dollars.market.calculate('2026-10')).toEqual({
      ok: false,
      refusal: { code: 'no_exchange_rate', base: 'USD', quote: 'EUR' },
    });
    await dollars.publish('contract', CONTRACT, '2026-10-02T00:00:00+08:00');
    await dollars.publish('exchange_rates', USD_CNY);
  });

  it('has yuan at the rate of the month’s last instant, and no dollars', async () => {
    expect(await settled('2026-10')).toEqual([
      'operator CNY issued -24.93 + 0.00 VAT = -24.93',
      'operator USD issued 9.98 + 0.00 VAT = 9.98',
      'tianyi-ascend USD issued 0.02 + 0.00 VAT = 0.02',
      'zhipu CNY issued 24.93 + 1.50 VAT = 26.43',
      'zhipu USD issued 0.00 + 0.00 VAT = 0.00',
    ]);
    expect(await clearing('2026-10')).toEqual([
      { asset: 'CNY', party: 'operator', amount: '24.93' },
      { asset: 'USD', party: 'operator', amount: '-3.5' },
    ]);
  });

  it('has the difference of a late record at the rate of its own month', async () => {
    await post('r2 | atlas | 2026-10-30T11:00:00 | glm-5-air | ascend-910c | input 400_000');
    await dollars.market.endMonth('2026-11');
    expect((await settled('2026-11')).filter((one) => !one.startsWith('tianyi'))).toEqual([
      'operator CNY issued -0.51 + 0.00 VAT = -0.51',
      'operator USD issued 10.19 + 0.00 VAT = 10.19',
      'zhipu CNY issued 0.51 + 0.03 VAT = 0.54',
      'zhipu USD issued 0.00 + 0.00 VAT = 0.00',
    ]);
    expect(await clearing('2026-11')).toEqual([
      { asset: 'CNY', party: 'operator', amount: '0.51' },
      { asset: 'USD', party: 'operator', amount: '-0.07' },
    ]);
  });

  it('counts towards what was promised to it in yuan', async () => {
    const promises = await dollars.market.engine.get(ReadCommitmentPosition).run(VENDOR);
    // 24.93 and 0.51.
    expect(promises?.map(({ currency, counted }) => [currency, counted])).toEqual([['CNY', 2_544n]]);
  });

  it('is paid in yuan, and nothing is owed to it', async () => {
    const id = { runId: 1, party: VENDOR, currency: 'CNY', preview: false };
    const [invoice, payment] = ['Z-1', 'B-1'].map((number) => ({ number, date: '2026-12-01' }));
    const amountFen = parseFen('26.43');
    must(await dollars.market.engine.get(ConfirmStatement).run({ ...id, by: VENDOR }));
    must(
      await dollars.market.engine.get(RecordInvoice).run({ ...id, amountFen, invoice: invoice!, by: VENDOR }),
    );
    must(await dollars.market.engine.get(ApprovePayment).run({ ...id, by: 'checker' }));
    must(
      await dollars.market.engine
        .get(RecordPayment)
        .run({ ...id, amountFen, payment: payment!, by: 'finance' }),
    );
    const owed = await dollars.market.rows(
      `SELECT asset, trim_scale(-sum(amount))::text AS amount FROM ciyuan.journal_line
        WHERE ledger_account = 'partner_payable' AND party = $1 GROUP BY 1`,
      [VENDOR],
    );
    // What is left is November's share.
    expect(owed).toEqual([{ asset: 'CNY', amount: '0.51' }]);
  });
});
