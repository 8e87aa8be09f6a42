import { createHash } from 'node:crypto';
import { ReadCollection, ReadFeedback } from '@ciyuan/modules/billing';
import { refusalOf } from '../support/billed-market';
import { ANSWERS, PhoneBilledMarket, feedback } from '../support/phone-billed-market';

/*
 * Worked out by hand, in yuan. North, lone and plain pay with their phone bills, south does not; north and south share
 * their documents.
 *
 * | account | document        | what              | net    | tax  | gross   | file |
 * |---------|-----------------|-------------------|--------|------|---------|------|
 * | lone    | 2026-CNY-000001 | October           |  94.34 | 5.66 |  100.00 | 1    |
 * | north   | 2026-CNY-000003 | 2 x 9.90 + 1.00   |  19.62 | 1.18 |   20.80 | 1    |
 * | plain   | 2026-CNY-000002 | 1.23 and VAT      |   1.23 | 0.07 |    1.30 | 1    |
 * |         |                 |                   | 115.19 | 6.91 |  122.10 |      |
 * | lone    | 2026-CNY-000001 | void since        | -94.34 |-5.66 | -100.00 | 2    |
 * | lone    | 2026-CNY-000004 | shortfall         |  94.34 | 5.66 |  100.00 | 2    |
 * | north   | 2026-CNY-000005 | December          |   9.34 | 0.56 |    9.90 | 2    |
 * | north   | CN-…-000001     | 1.00 credited     |  -0.94 |-0.06 |   -1.00 | 2    |
 * |         |                 |                   |   8.40 | 0.50 |    8.90 |      |
 *
 * North then owes 20.80 + 9.90 - 1.00 = 29.70; the carrier collects 15.00 and 9.90 of it: 4.80 are left.
 */
describe('invoices that a carrier collects with its phone bills', () => {
  let market: PhoneBilledMarket;
  beforeAll(async () => {
    market = await PhoneBilledMarket.open();
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.story.market.violations()).toEqual([]));

  it('an account is collected so from an instant on, never in hindsight', async () => {
    const yesterday = Date.parse('2026-09-30T00:00:00+08:00');
    const later = Date.parse('2027-01-01T00:00:00+08:00');
    expect(refusalOf(await market.collect('nobody'))).toBe('unknown_account');
    expect(refusalOf(await market.collect('south', { billingId: null }))).toBe('billing_id_needed');
    expect(refusalOf(await market.collect('south', { method: 'invoice' }))).toBe('no_billing_id');
    expect(refusalOf(await market.collect('south', { effectiveFrom: yesterday }))).toBe('in_hindsight');
    expect(refusalOf(await market.collect('south', { effectiveFrom: later }))).toBe('ok');
    expect(refusalOf(await market.collect('south'))).toBe('before_another');
    expect(await market.engine.get(ReadCollection).run('south')).toMatchObject([
      { number: 1, method: 'phone_bill', billingId: 'B-south', effectiveFrom: later, setBy: 'maker' },
    ]);
  });

  it('hands over what became final before the cut-off, each account’s part once', async () => {
    expect(await market.hand('2026-12-01T00:00:00+08:00')).toBe('cut_off_in_the_future');
    await market.story.tellTwoMonths();
    expect(await market.hand('2026-11-07T00:00:00+08:00')).toBe('nothing_to_hand_over');
    expect(await market.hand('2026-12-01T00:00:00+08:00', 'USD')).toBe('nothing_to_hand_over');
    expect(await market.hand('2026-12-01T00:00:00+08:00')).toBe('1: 3');
    const [header, ...rest] = await market.records(1);
    const details = rest.slice(0, -1);
    const month = '2026-11';
    expect(header).toBe('H,ciyuan-phone-bill-1,operator,1,2026-12-06T16:00:00Z,2026-11,CNY');
    expect(details).toEqual([
      `D,1,B-lone,lone,2026-CNY-000001,94.34,5.66,100.00,词元服务费 ${month},LLM-TOKEN`,
      `D,2,B-north,north,2026-CNY-000003,19.62,1.18,20.80,词元服务费 ${month},LLM-TOKEN`,
      `D,3,B-plain,plain,2026-CNY-000002,1.23,0.07,1.30,词元服务费 ${month},LLM-TOKEN`,
    ]);
    const sum = createHash('sha256')
      .update(details.map((line) => `${line}\n`).join(''))
      .digest('hex');
    expect(rest.at(-1)).toBe(`T,3,115.19,6.91,122.10,${sum}`);
    expect(await market.hand('2026-12-01T00:00:00+08:00')).toBe('nothing_to_hand_over');
  });

  it('the next file has what came since, with credits and what is void taken back', async () => {
    market.story.moveTo('2026-12-08T00:00:00+08:00');
    await market.story.credited('2026-CNY-000003', 1, 100n);
    await market.story.voided('2026-CNY-000001');
    market.story.moveTo('2026-12-09T00:00:00+08:00');
    expect(await market.hand('2026-12-09T00:00:00+08:00')).toBe('2: 4');
    const [, ...rest] = await market.records(2);
    expect(rest.slice(0, -1)).toEqual([
      'D,1,B-lone,lone,2026-CNY-000001,-94.34,-5.66,-100.00,词元服务费作废冲回 2026-11,LLM-TOKEN-VOID',
      'D,2,B-lone,lone,2026-CNY-000004,94.34,5.66,100.00,词元服务费 2026-12,LLM-TOKEN',
      'D,3,B-north,north,2026-CNY-000005,9.34,0.56,9.90,词元服务费 2026-12,LLM-TOKEN',
      'D,4,B-north,north,CN-2026-CNY-000001,-0.94,-0.06,-1.00,词元服务费冲减 2026-12,LLM-TOKEN-CREDIT',
    ]);
    expect(rest.at(-1)).toMatch(/^T,4,8\.40,0\.50,8\.90,[0-9a-f]{64}$/);
    expect(await market.hand('2026-12-09T00:00:00+08:00')).toBe('nothing_to_hand_over');
  });

  it.each<[string, string, string[]]>([
    ['a wrong count', feedback(41, ANSWERS, { count: 5 }), ['feedback.6.count wrong_count']],
    ['a wrong sum', feedback(41, ANSWERS, { sum: '126.21' }), ['feedback.6.sum wrong_sum']],
    [
      'another account’s part',
      feedback(41, [...ANSWERS, 'south,2026-CNY-000003,collected,2.47,2026-12-07,']),
      ['feedback.6.invoice not_handed_over'],
    ],
    [
      'more than was handed over',
      feedback(41, [...ANSWERS, 'north,2026-CNY-000003,collected,5.81,2026-12-07,']),
      ['feedback.6.amount above_what_is_left'],
    ],
    [
      'what is to come, and no reason',
      feedback(41, ['plain,2026-CNY-000002,collected,1,2026-12-10,', ...ANSWERS.slice(0, 1)]),
      ['feedback.2.date in_the_future'],
    ],
    [
      'no reason',
      feedback(41, ['plain,2026-CNY-000002,failed,1,2026-12-08,']),
      ['feedback.2.reason reason_needed'],
    ],
    [
      'another currency',
      feedback(41, ANSWERS.slice(0, 1), { currency: 'USD' }),
      ['feedback.2.invoice not_handed_over'],
    ],
    ['no lines', 'H,ciyuan-phone-bill-feedback-1,carrier,41,CNY\n', ['feedback.1.record too_short']],
    [
      'amounts that are none',
      feedback(41, ['north,2026-CNY-000003,partly,-1.00,2026-12-07,'], { sum: '1' }),
      ['feedback.2.amount negative'],
    ],
  ])('refuses %s, with its place, and books nothing', async (_what, text, faults) => {
    expect(await market.refusals(text)).toEqual(faults);
    expect(await market.owed('north')).toBe('29.7');
    expect(await market.engine.get(ReadFeedback).run(41)).toBeUndefined();
  });

  it('books what was collected as payments of their documents, and lists the rest', async () => {
    const received = await market.receive(feedback(41, ANSWERS));
    expect(received).toMatchObject({ ok: true, value: { isNew: true, feedback: { amountFen: 12_620n } } });
    expect(await market.owed('north')).toBe('4.8');
    const read = await market.engine.get(ReadFeedback).run(41);
    expect(read?.lines.map(({ state, payment, reason }) => [state, payment, reason])).toEqual([
      ['partly', 1, null],
      ['failed', null, 'no credit'],
      ['collected', 2, null],
      ['bad_debt', null, 'number ended'],
    ]);
  });

  it('knows the same file again, and refuses another one of its number', async () => {
    expect(await market.receive(feedback(41, ANSWERS))).toMatchObject({ ok: true, value: { isNew: false } });
    expect(await market.owed('north')).toBe('4.8');
    expect(await market.refusals(feedback(41, ANSWERS.slice(0, 1)))).toEqual(['sequence_used']);
  });

  it('what is taken back can be collected again, and no more than that', async () => {
    const again = feedback(42, ['north,2026-CNY-000003,collected,20.80,2026-12-09,']);
    expect(await market.refusals(again)).toEqual(['feedback.2.amount above_what_is_left']);
    await market.reverse('north', 1);
    expect(await market.owed('north')).toBe('19.8');
    expect(await market.refusals(again)).toEqual([]);
    expect(await market.owed('north')).toBe('-1');
  });
});
