import {
  CalculateBillRun,
  FinaliseBillRun,
  RequestBillRun,
  RequestVoid,
  type BillRun,
} from '@ciyuan/modules/billing';
import { OrderPlan } from '@ciyuan/modules/subscriptions';
import { BilledMarket, refusalOf } from '../../../test/support/billed-market';
import { publish, usage } from '../../../test/support/market';
import { must } from '../../../test/support/settlement-engine';

const CUT_OFF = '2026-11-04T00:00:00+08:00';
const FINAL = '2026-11-07T00:00:00+08:00';

describe('a bill run', () => {
  let story: BilledMarket;
  beforeEach(async () => {
    story = await BilledMarket.open();
    story.moveTo('2026-10-20T00:00:00+08:00');
    const at = '2026-10-15T12:00:00+08:00';
    await story.post(
      ...['north', 'south', 'lone', 'plain'].map((account) =>
        usage(account, account, at, { input: 1_234_567 }),
      ),
    );
    story.moveTo('2026-11-05T00:00:00+08:00');
    await story.renew();
  });
  afterEach(async () => {
    expect(await story.market.violations()).toEqual([]);
    await story.stop();
  });

  const engine = () => story.market.engine;
  const numbers = async (): Promise<string[]> => {
    const rows = await story.market.rows<{ number: string }>(
      'SELECT number FROM ciyuan.invoice_issue ORDER BY 1',
    );
    return rows.map((row) => row.number);
  };
  const request = async (more: object = {}): Promise<BillRun> => {
    const asked = { cutOff: Date.parse(CUT_OFF), by: 'maker', payersPerChunk: 1, ...more };
    return must(await engine().get(RequestBillRun).run(asked));
  };
  const stopAt = (chunk: number) => (done: number) =>
    done === chunk ? Promise.reject(new Error('stopped')) : Promise.resolve();

  it('goes on where it stopped, calculating and numbering, without a gap', async () => {
    const { id, chunks } = await request();
    expect(chunks).toBe(4);
    const calculate = engine().get(CalculateBillRun);
    await expect(calculate.run(id, stopAt(2))).rejects.toThrow('stopped');
    expect((await story.find(id))?.progress).toEqual({ calculated: 2, issued: 0, total: 4 });
    expect(must(await calculate.run(id)).state).toBe('draft');
    expect(must(await calculate.run(id)).state).toBe('draft');
    story.moveTo(FINAL);
    const finalise = engine().get(FinaliseBillRun);
    await expect(finalise.run({ runId: id, by: 'checker' }, stopAt(3))).rejects.toThrow('stopped');
    expect((await story.find(id))?.progress).toEqual({ calculated: 4, issued: 3, total: 4 });
    const other = { cutOff: Date.parse(CUT_OFF), by: 'maker' };
    expect(refusalOf(await engine().get(RequestBillRun).run(other))).toBe('run_in_progress');
    expect(refusalOf(await finalise.run({ runId: id, by: 'maker' }))).toBe('second_person_needed');
    expect(must(await finalise.run({ runId: id, by: 'colleague' }))).toMatchObject({
      state: 'final',
      finalisedBy: 'checker',
    });
    expect(await numbers()).toEqual([1, 2, 3, 4].map((serial) => `2026-CNY-00000${serial}`));
    expect(must(await finalise.run({ runId: id, by: 'checker' })).state).toBe('final');
    expect(await numbers()).toHaveLength(4);
  });

  it('bills what came in while it was made final with the next one', async () => {
    const { id } = await story.draft(CUT_OFF, { payersPerChunk: 1 });
    story.moveTo(FINAL);
    const finalise = engine().get(FinaliseBillRun);
    await expect(finalise.run({ runId: id, by: 'checker' }, stopAt(1))).rejects.toThrow('stopped');
    await story.post(usage('late', 'south', '2026-10-16T12:00:00+08:00', { input: 500_000 }));
    must(await finalise.run({ runId: id, by: 'checker' }));
    const next = await story.bill(CUT_OFF, FINAL);
    expect(await story.told(next.id)).toEqual([
      '2026-CNY-000005 invoice final south 1.00 = 0.94 + 0.06',
      'south usage base glm-5 2026-09-30 1.00 = 0.94 + 0.06',
    ]);
  });

  it('is made final once, however many ask for it', async () => {
    const { id } = await story.draft(CUT_OFF);
    story.moveTo(FINAL);
    const answers = await Promise.all([story.finalise(id), story.finalise(id), story.finalise(id)]);
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await numbers()).toHaveLength(4);
  });

  it('takes only the accounts, and those of the customers, that it names', async () => {
    const one = await story.bill(CUT_OFF, FINAL, { accounts: ['lone'] });
    expect((await story.told(one.id)).map((line) => line.split(' ')[3])).toContain('lone');
    expect(await numbers()).toHaveLength(1);
    const two = await story.bill(CUT_OFF, FINAL, { customers: ['acme'] });
    expect((await story.told(two.id)).filter((line) => line.includes('invoice final'))).toEqual([
      '2026-CNY-000002 invoice final north 20.27 = 19.12 + 1.15',
      '2026-CNY-000003 invoice final south 2.47 = 2.33 + 0.14',
    ]);
  });

  it('says of how many days a part of a period is, and nothing of what a later cut-off billed', async () => {
    const parted = { mode: 'prorated', denominator: 'actual', allowanceRounding: 'down' };
    const allowance = { tokens: 31_000, models: ['*'], source: 'allowance' };
    await publish(story.engine, 'plan', {
      ...{
        code: 'parted',
        role: 'package',
        name: 'Parted',
        currency: 'CNY',
        price: '31.00',
        vatRate: '0.06',
      },
      ...{ cycleAnchor: 'calendar', firstPeriod: parted, allowance, exhaustion: 'payg' },
      ...{ coefficients: 'at_issue', latenessHours: 72 },
    });
    await story.account('paula', [], null);
    const startsAt = Date.parse('2026-10-20T00:00:00+08:00');
    must(await story.engine.get(OrderPlan).run({ account: 'paula', plan: 'parted', startsAt }));
    await story.renew();
    const { id } = await story.bill(CUT_OFF, FINAL, { accounts: ['paula'] });
    expect(await story.told(id)).toEqual([
      '2026-CNY-000001 invoice final paula 43.00 = 40.57 + 2.43',
      'paula grant parted - 2026-10-19 12.00 = 11.32 + 0.68',
      'paula grant parted - 2026-10-31 31.00 = 29.25 + 1.75',
    ]);
    const { lines } = await story.read('2026-CNY-000001');
    expect(lines.map(({ days, milliTokens }) => [days, milliTokens])).toEqual([
      [12, 12_000_000n],
      [null, 31_000_000n],
    ]);
    const earlier = await story.bill('2026-10-25T00:00:00+08:00', FINAL, { accounts: ['paula'] });
    expect(await story.told(earlier.id)).toEqual([]);
  });

  it('is set aside by another, and by a void', async () => {
    const first = await story.bill(CUT_OFF, FINAL);
    const second = await story.draft(CUT_OFF);
    const third = await story.draft(CUT_OFF);
    expect(refusalOf(await story.finalise(second.id))).toBe('wrong_state');
    expect(refusalOf(await engine().get(RequestVoid).run({ number: 'x', reason: 'y', by: 'z' }))).toBe(
      'unknown_invoice',
    );
    await story.voided('2026-CNY-000001');
    expect(refusalOf(await story.finalise(third.id))).toBe('wrong_state');
    expect((await story.find(first.id))?.run.state).toBe('final');
  });
});
