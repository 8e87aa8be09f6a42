import { ReadMargin } from '@ciyuan/modules/reporting';
import { DisputedStatements } from '../support/disputed-statements';
import { must } from '../support/settlement-engine';

// Every figure and every day here is worked out by hand in db/seeds/scenarios/disputes.md.

const [OCTOBER, NOVEMBER] = ['2026-10', '2026-11'];
const DUE = 'due 2026-12-05';

describe('statements that are disputed', () => {
  let story: DisputedStatements;
  beforeAll(async () => {
    story = await DisputedStatements.open();
    await story.paid.issueOctober();
  });
  afterAll(() => story.paid.market.stop());
  afterEach(async () => expect(await story.paid.market.violations()).toEqual([]));

  it('their party says what is wrong, or somebody in its name who says on whose word', async () => {
    story.paid.market.moveTo('2026-11-05T10:00:00+08:00');
    expect(await story.dispute(`${OCTOBER} operator 1 9`)).toBe('code:operators_own');
    expect(await story.dispute(`${OCTOBER} moonshot 1 9`)).toBe('code:not_found');
    expect(await story.dispute(`${OCTOBER} deepseek 2 9`)).toBe('code:unknown_line,line:2');
    expect(await story.dispute(`${OCTOBER} deepseek 1 0.73`)).toBe('code:nothing_claimed,line:1');
    expect(await story.dispute(`${OCTOBER} deepseek 1 0.90`)).toBe(`1: open, ${DUE}`);
    expect(await story.dispute(`${OCTOBER} deepseek 1 0.95`)).toBe('code:already_disputed,line:1');
    expect(await story.dispute(`${OCTOBER} hygon-cloud 1 0.60 price`, 'finance')).toBe('code:note_needed');
    expect(await story.dispute(`${OCTOBER} hygon-cloud 1 0.60 price`, 'finance', 'their mail')).toBe(
      `2: open, ${DUE}`,
    );
    expect(await story.dispute(`${OCTOBER} tianyi-ascend all 0.50`)).toBe(`3: open, ${DUE}`);
  });

  it('what proves it is kept, as the party sent it', async () => {
    expect(await story.prove(1, 'hour,tokens\n1,2\n', 'hygon-cloud')).toBe('not_found');
    expect(await story.prove(1, 'hour,tokens\n1,2\n', 'deepseek')).toBe('1 acd26665');
    expect(await story.prove(1, 'hour,tokens\n1,3\n', 'deepseek')).toMatch(/^2 /);
  });

  it('do not count as confirmed, and cannot be disputed after their days', async () => {
    expect(await story.paid.confirmUnanswered('2026-11-15T00:00:00+08:00')).toBe(1);
    expect(await story.dispute(`${OCTOBER} deepseek all 2`)).toBe(
      `code:window_over,endedAt:${Date.parse('2026-11-15T00:00:00+08:00')}`,
    );
    expect(await story.dispute(`${OCTOBER} chinatelecom-xingchen 1 9`)).toBe(
      'code:wrong_state,state:deemed_confirmed',
    );
  });

  it('are paid as they were issued, while more is claimed', async () => {
    story.paid.market.moveTo('2026-11-16T12:00:00+08:00');
    expect(await story.paid.invoice(OCTOBER, 'deepseek', 'D-1 2026-11-16 0.90')).toBe(
      'code:wrong_amount,dueFen:77',
    );
    expect(await story.paid.invoice(OCTOBER, 'deepseek', 'D-1 2026-11-16 0.77')).toBe(
      'invoice_received 0.77 of 2026-10',
    );
    expect(await story.paid.approve(OCTOBER, 'deepseek', 'checker')).toBe('payment_approved 0.77 of 2026-10');
    expect(await story.paid.pay(OCTOBER, 'deepseek', 'B-1 2026-11-16 0.77')).toBe('paid 0.77 of 2026-10');
  });

  it('are decided by two people, within what is claimed', async () => {
    story.paid.market.moveTo('2026-11-20T12:00:00+08:00');
    expect(await story.decide(1, 'checker')).toBe('code:wrong_line_state,state:open');
    expect(await story.propose(1, '0.18', 'finance')).toBe('code:not_grantable,mostFen:17');
    expect(await story.propose(1, '-0.01', 'finance')).toBe('code:not_grantable,mostFen:17');
    expect(await story.propose(2, '0.01', 'finance')).toBe('code:not_grantable,mostFen:-23');
    expect(await story.propose(1, '0.17', 'finance')).toBe(`1: proposed, ${DUE}`);
    expect(await story.decide(1, 'finance')).toBe('code:second_person_needed');
    expect(await story.decide(1, 'checker', false)).toBe(`1: open, ${DUE}`);
    expect(await story.propose(1, '0.10', 'finance')).toBe(`1: proposed, ${DUE}`);
    const both = await Promise.all([story.decide(1, 'checker'), story.decide(1, 'second checker')]);
    expect(both.sort()).toEqual([`1: upheld, ${DUE}`, 'code:wrong_line_state,state:upheld']);
    expect(await story.propose(2, 'nothing', 'checker')).toBe(`2: proposed, ${DUE}`);
    expect(await story.decide(2, 'finance')).toBe(`2: rejected, ${DUE}`);
    expect(await story.prove(2, 'late', 'hygon-cloud')).toBe('dispute_decided');
    expect(await story.withdraw(2, 'hygon-cloud')).toBe('code:wrong_line_state,state:rejected');
  });

  it('are confirmed with the last line that is decided, unless they were invoiced before', async () => {
    expect(await story.paid.life(OCTOBER, 'hygon-cloud')).toBe(
      'confirmed; due never; disputed by finance; confirmed by finance',
    );
    expect(await story.paid.life(OCTOBER, 'deepseek')).toMatch(
      /^paid; .*disputed by deepseek; invoice_received/,
    );
    expect(await story.paid.confirm(OCTOBER, 'tianyi-ascend')).toBe('code:wrong_state,state:disputed');
  });

  it('never change; what was granted stands on the next ones, of both', async () => {
    const [october] = await story.paid.market.rows(
      "SELECT share_fen, payable_fen FROM ciyuan.statement WHERE party = 'deepseek'",
    );
    expect(october).toEqual({ share_fen: '73', payable_fen: '77' });
    await story.paid.issueNovember();
    const moved = await story.paid.market.rows(
      `SELECT concat_ws(' ', party, line_kind, origin_month, counterparty, reference, share_fen) AS line
         FROM ciyuan.statement_line WHERE reference IS NOT NULL ORDER BY 1`,
    );
    expect(moved.map(({ line }) => line)).toEqual([
      'deepseek dispute 2026-10 operator dispute-1.1 10',
      'operator dispute 2026-10 deepseek dispute-1.1 -10',
    ]);
    const told = await story.paid.market.told(NOVEMBER);
    expect(told).toContain('deepseek: adjustment 2026-10 0.53\ndeepseek: dispute 2026-10 0.10\n');
    expect(told).toContain('deepseek: issued 0.63 + 0.04 VAT = 0.67');
    expect(told).toContain('operator: adjustment 2026-10 -1.23\noperator: dispute 2026-10 -0.10\n');
  });

  it('move a margin by what was granted, as the ledger has it', async () => {
    const asked = { from: NOVEMBER, until: NOVEMBER, by: ['model'] } as const;
    const { months } = must(await story.paid.market.engine.get(ReadMargin).run(asked));
    const [november] = months;
    expect([november?.isProvisional, november?.isReconciled]).toEqual([false, true]);
    const granted = november?.rows.filter(({ lineKind }) => lineKind === 'dispute') ?? [];
    expect(granted.map(({ values, figures }) => [values, figures.costFen, figures.marginFen])).toEqual([
      [[null], 10n, -10n],
    ]);
  });

  it('are listed when they should have been decided', async () => {
    story.paid.market.moveTo('2026-12-05T23:59:59+08:00');
    expect(await story.overdue()).toEqual([]);
    story.paid.market.moveTo('2026-12-06T00:00:00+08:00');
    expect(await story.overdue()).toEqual(['tianyi-ascend 2026-12-05']);
    expect(await story.withdraw(3, 'deepseek')).toBe('code:not_found');
    expect(await story.withdraw(3, 'tianyi-ascend')).toBe(`3: withdrawn, ${DUE}`);
    expect(await story.overdue()).toEqual([]);
    expect(await story.paid.life(OCTOBER, 'tianyi-ascend')).toBe(
      'confirmed; due never; disputed by tianyi-ascend; confirmed by tianyi-ascend',
    );
  });
});
