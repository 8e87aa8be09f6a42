import { ClosingMarket } from '../support/closing-market';
import { must } from '../support/settlement-engine';

const [OCTOBER, NOVEMBER] = ['2026-10', '2026-11'];
const BEGINS = '2026-10-01T00:00:00+08:00';

const call = (id: string, account: string, time: string): string =>
  `${id} | ${account} | ${time} | deepseek-v3.2 | hygon-dcu | input 1_000_000`;

/** Liu's account is opened a month late: until then what liu used waits. */
describe('the close of a month', () => {
  let story: ClosingMarket;
  beforeAll(async () => {
    story = await ClosingMarket.open(BEGINS);
    story.market.moveTo('2026-10-31T22:00:00+08:00');
    expect(await story.post(call('a1', 'wang', '2026-10-10T11:00:00'))).toBe('accepted');
    expect(await story.post(call('l1', 'liu', '2026-10-20T11:00:00'))).toBe('suspense');
  });
  afterAll(() => story.market.stop());
  afterEach(async () => expect(await story.market.violations()).toEqual([]));

  let signed: number;
  const sign = async (month: string): Promise<number> => {
    const { id } = must(await story.market.calculate(month));
    must(await story.market.approve(id));
    return id;
  };

  it('waits for its end, for what is due in it, and for suspense', async () => {
    expect(await story.freeze(OCTOBER)).toBe('month_not_over');
    story.market.moveTo('2026-11-03T23:59:59+08:00');
    expect(await story.freeze(OCTOBER)).toBe('not_ready, suspense_open 1');
    story.market.moveTo('2026-11-04T00:00:00+08:00');
    expect(await story.freeze(OCTOBER)).toBe('not_ready, suspense_open 1, expiries_due 1');
    await story.market.endMonth(OCTOBER);
    expect(await story.freeze(OCTOBER)).toBe('not_ready, suspense_open 1');
    expect(await story.events(OCTOBER)).toBe('');
  });

  it('does not wait for what somebody waives, but for more of it', async () => {
    expect(await story.waive(OCTOBER, 'cost_suspense_open')).toBe('nothing_to_waive');
    expect(await story.waive(OCTOBER, 'suspense_open')).toBe('waived');
    expect(await story.post(call('l2', 'liu', '2026-10-21T11:00:00'))).toBe('suspense');
    expect(await story.freeze(OCTOBER)).toBe('not_ready, suspense_open 2');
    expect(await story.waive(OCTOBER, 'suspense_open')).toBe('waived');
    expect(await story.withdraw(OCTOBER, 2)).toBe('waiver_withdrawn');
    expect(await story.freeze(OCTOBER)).toBe('not_ready, suspense_open 2');
  });

  it('is frozen once all is well; what was signed before stays valid', async () => {
    await story.openLate('liu', BEGINS);
    expect(await story.recycle()).toBe(2);
    expect(await story.booked('l%')).toBe('l1 2026-10, l2 2026-10');
    signed = await sign(OCTOBER);
    expect(await story.freeze(OCTOBER)).toBe('frozen');
    expect(await story.freeze(OCTOBER)).toBe('wrong_month_state');
    expect(await story.waive(OCTOBER, 'suspense_open')).toBe('wrong_month_state');
    expect(must(await story.market.calculate(OCTOBER)).inputDigest).toBe(
      (await story.market.rows(`SELECT input_digest FROM ciyuan.settlement_run WHERE id = ${signed}`))[0]?.[
        'input_digest'
      ],
    );
  });

  it('leaves later usage to the next month, although nothing was ever booked there', async () => {
    expect(await story.post(call('b1', 'wang', '2026-10-30T11:00:00'))).toBe('accepted');
    expect(await story.booked('b1')).toBe('b1 2026-11');
  });

  it('is opened again by two people; what was booked meanwhile stays where it is', async () => {
    expect(await story.approve(OCTOBER, 'checker')).toBe('not_requested');
    expect(await story.reopen(OCTOBER, 'chen')).toBe('reopening_requested');
    expect(await story.approve(OCTOBER, 'chen')).toBe('second_person_needed');
    signed = await sign(OCTOBER);
    expect(await story.approve(OCTOBER, 'mei')).toBe('reopened');
    expect(await story.post(call('b2', 'wang', '2026-10-30T12:00:00'))).toBe('accepted');
    expect(await story.booked('b%')).toBe('b1 2026-11, b2 2026-10');
    expect(await story.market.issue(signed)).toEqual({ ok: false, refusal: { code: 'stale' } });
  });

  it('is frozen again, issued and closed, and never opened after that', async () => {
    expect(await story.freeze(OCTOBER)).toBe('frozen');
    must(await story.market.issue(await sign(OCTOBER)));
    expect(await story.events(OCTOBER)).toBe(
      'waived by finance; waived by finance; waiver_withdrawn by finance; frozen by finance; ' +
        'reopening_requested by chen; reopened by mei; frozen by finance; closed by finance',
    );
    expect(await story.reopen(OCTOBER, 'chen')).toBe('wrong_month_state');
    expect(await story.approve(OCTOBER, 'mei')).toBe('wrong_month_state');
    expect(await story.post(call('b3', 'wang', '2026-10-31T11:00:00'))).toBe('accepted');
    expect(await story.booked('b3')).toBe('b3 2026-11');
  });

  it('late usage adjusts it in the next month, which its issue freezes and closes at once', async () => {
    await story.market.endMonth(NOVEMBER);
    expect(await story.freeze('2026-12')).toBe('month_not_over');
    await story.market.settle(NOVEMBER);
    expect(await story.events(NOVEMBER)).toBe('frozen by finance; closed by finance');
    const lines = await story.market.rows(
      `SELECT l.records, l.tokens FROM ciyuan.statement_line AS l JOIN ciyuan.settlement_run AS r ON r.id = l.run_id
        WHERE r.state = 'posted' AND l.line_kind = 'adjustment' AND l.origin_month = '2026-10' AND l.party = 'deepseek'`,
    );
    expect(lines).toEqual([{ records: '2', tokens: '2000000' }]);
  });
});
