import { PaidStatements } from '../support/paid-statements';

// Every figure and every day here is worked out by hand in db/seeds/scenarios/statement-life.md.

const [OCTOBER, NOVEMBER] = ['2026-10', '2026-11'];

describe('what becomes of a statement after it was issued', () => {
  let story: PaidStatements;
  beforeAll(async () => {
    story = await PaidStatements.open();
  });
  afterAll(() => story.market.stop());
  afterEach(async () => expect(await story.market.violations()).toEqual([]));

  it('its terms are agreed before it is issued, and never for what was issued before', async () => {
    expect(await story.agree('deepseek', { minimum: '1' })).toBe('version 1');
    expect(await story.agree('hygon-cloud', { disputeDays: 5 })).toBe('version 1');
    expect(await story.agree('tianyi-ascend', { disputeDays: 60, minimum: '0.4' })).toBe('version 1');
    expect(await story.agree('nobody', {})).toBe('invalid: partner unknown_party');
    expect(await story.agree('deepseek', {})).toBe('effective_from_taken: effectiveFrom taken');
    await story.issueOctober();
    story.market.moveTo('2026-11-04T02:00:00+08:00');
    const later = { effectiveFrom: '2026-12-01T00:00:00+08:00', disputeDays: 2, minimum: '2' };
    expect(await story.agree('hygon-cloud', later)).toBe('version 2');
    // What was issued was issued without it.
    const early = { effectiveFrom: '2026-10-02T00:00:00+08:00', disputeDays: 1, minimum: '9' };
    expect(await story.agree('hygon-cloud', early)).toBe('version 3');
  });

  it('its party confirms it, or somebody in its name who says on whose word', async () => {
    story.market.moveTo('2026-11-05T10:00:00+08:00');
    expect(await story.confirm(OCTOBER, 'operator', 'finance', 'x')).toBe('code:operators_own');
    expect(await story.confirm(OCTOBER, 'moonshot')).toBe('code:not_found');
    expect(await story.confirm(OCTOBER, 'chinatelecom-xingchen', 'finance')).toBe('code:note_needed');
    expect(await story.confirm(OCTOBER, 'chinatelecom-xingchen')).toBe('confirmed of 2026-10');
    expect(await story.confirm(OCTOBER, 'chinatelecom-xingchen')).toBe('code:wrong_state,state:confirmed');
  });

  it.each([
    ['2026-11-09T23:59:59+08:00', 0],
    ['2026-11-10T00:00:00+08:00', 1],
    ['2026-11-14T23:59:59+08:00', 0],
    ['2026-11-15T00:00:00+08:00', 1],
    ['2026-11-15T00:00:01+08:00', 0],
  ])('nobody answers: at %s %i more count as confirmed', async (now, confirmed) => {
    expect(await story.confirmUnanswered(now)).toBe(confirmed);
  });

  it('is paid for an invoice of all that is payable, signed by two', async () => {
    story.market.moveTo('2026-11-16T12:00:00+08:00');
    const party = 'chinatelecom-xingchen';
    expect(await story.approve(OCTOBER, party, 'checker')).toBe('code:wrong_state,state:confirmed');
    expect(await story.invoice(OCTOBER, party, 'X-1 2026-11-16 0.40')).toBe('code:wrong_amount,dueFen:41');
    expect(await story.invoice(OCTOBER, party, 'X-1 2026-11-17 0.41')).toBe('code:in_the_future');
    const preview = await story.invoice(OCTOBER, party, 'X-1 2026-11-16 0.41', 'finance', true);
    expect(preview).toBe('would be invoice_received 0.41 of 2026-10');
    expect(await story.invoice(OCTOBER, party, 'X-1 2026-11-16 0.41')).toBe(
      'invoice_received 0.41 of 2026-10',
    );
    expect(await story.approve(OCTOBER, party, 'finance')).toBe('code:second_person_needed');
    expect(await story.approve(OCTOBER, party, 'checker')).toBe('payment_approved 0.41 of 2026-10');
    expect(await story.pay(OCTOBER, party, 'B-1 2026-11-16 0.42')).toBe('code:wrong_amount,dueFen:41');
    expect(await story.pay(OCTOBER, party, 'B-1 2026-11-17 0.41')).toBe('code:in_the_future');
    expect(await story.pay(OCTOBER, party, 'B-1 2026-11-16 0.41', true)).toBe(
      'would be paid 0.41 of 2026-10',
    );
    expect(await story.pay(OCTOBER, party, 'B-1 2026-11-16 0.41')).toBe('paid 0.41 of 2026-10');
    expect(await story.life(OCTOBER, party)).toBe(
      'paid; due 2026-12-16; confirmed by chinatelecom-xingchen; invoice_received by finance X-1; ' +
        'payment_approved by checker; paid by finance B-1',
    );
  });

  it('is carried while it comes to less than the minimum', async () => {
    expect(await story.invoice(OCTOBER, 'deepseek', 'D-1 2026-11-16 0.77')).toBe(
      'code:carried,carriedFen:77,minimumFen:100',
    );
    expect(await story.life(OCTOBER, 'deepseek')).toBe(
      'deemed_confirmed; due never; deemed_confirmed by clock',
    );
  });

  it('is paid with the month that makes the minimum', async () => {
    await story.issueNovember();
    expect(await story.invoice(OCTOBER, 'deepseek', 'D-1 2026-11-16 0.77')).toBe(
      'code:paid_with,month:2026-11,runId:2',
    );
    expect(await story.invoice(NOVEMBER, 'deepseek', 'D-1 2026-12-04 1.33')).toBe(
      'code:wrong_state,state:issued',
    );
    expect(await story.confirm(NOVEMBER, 'deepseek')).toBe('confirmed of 2026-11');
    expect(await story.invoice(NOVEMBER, 'deepseek', 'D-1 2026-12-04 0.56')).toBe(
      'code:wrong_amount,dueFen:133',
    );
    expect(await story.invoice(NOVEMBER, 'deepseek', 'D-1 2026-12-04 1.33', 'deepseek')).toBe(
      'invoice_received 1.33 of 2026-10 2026-11',
    );
    expect(await story.approve(NOVEMBER, 'deepseek', 'finance', true)).toBe(
      'would be payment_approved 1.33 of 2026-10 2026-11',
    );
    expect(await story.approve(NOVEMBER, 'deepseek', 'finance')).toBe(
      'payment_approved 1.33 of 2026-10 2026-11',
    );
    expect(await story.pay(OCTOBER, 'deepseek', 'B-2 2026-12-04 1.33')).toBe(
      'code:paid_with,month:2026-11,runId:2',
    );
    expect(await story.pay(NOVEMBER, 'deepseek', 'B-2 2026-12-04 1.33')).toBe('paid 1.33 of 2026-10 2026-11');
    const life =
      'invoice_received by deepseek D-1; payment_approved by finance deepseek Ltd, 6222 0001; paid by finance B-2';
    expect(await story.life(OCTOBER, 'deepseek')).toBe(
      `paid; due 2027-01-03; deemed_confirmed by clock; ${life}`,
    );
    expect(await story.life(NOVEMBER, 'deepseek')).toBe(
      `paid; due 2027-01-03; confirmed by deepseek; ${life}`,
    );
  });

  it('waits for the earlier months that are paid with it', async () => {
    const word = 'letter of 4 December';
    expect(await story.confirm(NOVEMBER, 'tianyi-ascend', 'finance', word)).toBe('confirmed of 2026-11');
    expect(await story.invoice(NOVEMBER, 'tianyi-ascend', 'T-1 2026-12-04 0.45')).toBe(
      'code:month_not_ready,month:2026-10,state:issued',
    );
    expect(await story.confirm(OCTOBER, 'tianyi-ascend')).toBe('confirmed of 2026-10');
    expect(await story.invoice(NOVEMBER, 'tianyi-ascend', 'T-1 2026-12-04 0.45')).toBe(
      'invoice_received 0.45 of 2026-10 2026-11',
    );
  });

  it('keeps the terms that it was issued under', async () => {
    expect(await story.confirmUnanswered('2026-12-06T23:59:59+08:00')).toBe(0);
    expect(await story.confirmUnanswered('2026-12-07T00:00:00+08:00')).toBe(1);
    expect(await story.invoice(NOVEMBER, 'hygon-cloud', 'H-2 2026-12-05 0.51')).toBe(
      'code:carried,carriedFen:51,minimumFen:200',
    );
    expect(await story.invoice(OCTOBER, 'hygon-cloud', 'H-1 2026-12-05 0.88')).toBe(
      'invoice_received 0.88 of 2026-10',
    );
  });

  it('an invoice is used once', async () => {
    expect(await story.confirm(NOVEMBER, 'chinatelecom-xingchen')).toBe('confirmed of 2026-11');
    expect(await story.invoice(NOVEMBER, 'chinatelecom-xingchen', 'X-1 2026-12-05 0.14')).toBe(
      'code:invoice_known',
    );
    const two = await Promise.all(
      ['X-2', 'X-3'].map((number) =>
        story.invoice(NOVEMBER, 'chinatelecom-xingchen', `${number} 2026-12-05 0.14`),
      ),
    );
    expect(two.sort()).toEqual([
      'code:wrong_state,state:invoice_received',
      'invoice_received 0.14 of 2026-11',
    ]);
  });
});
