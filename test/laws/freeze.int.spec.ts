import { AssignMonths } from '@ciyuan/modules/ledger';
import { Database } from '@ciyuan/platform/database';
import { ClosingMarket } from '../support/closing-market';

const OCTOBER = '2026-10';
const AT = '2026-10-30T11:00:00';
const MANY = 12;

const call = (id: string): string => `${id} | wang | ${AT} | deepseek-v3.2 | hygon-dcu | input 1_000`;

describe('a month that is being frozen', () => {
  let story: ClosingMarket;
  beforeEach(async () => {
    story = await ClosingMarket.open('2026-10-01T00:00:00+08:00');
    await story.market.endMonth(OCTOBER);
  });
  afterEach(() => story.market.stop());

  const linesIn = async (): Promise<number> => {
    const [row] = await story.market.rows<{ lines: number }>(
      `SELECT count(*)::int AS lines FROM ciyuan.journal_line WHERE accounting_month = '${OCTOBER}'`,
    );
    return row?.lines ?? 0;
  };

  it('has all that was posted before, and nothing that was posted after, however they meet', async () => {
    const outcomes = await Promise.all([
      ...Array.from({ length: MANY }, (_, index) => story.post(call(`p${index}`))),
      story.freeze(OCTOBER),
      ...Array.from({ length: MANY }, (_, index) => story.post(call(`q${index}`))),
    ]);
    expect(outcomes.filter((one) => one === 'accepted')).toHaveLength(2 * MANY);
    expect(outcomes.filter((one) => one === 'frozen')).toHaveLength(1);
    const [frozen] = await story.market.rows<{ lines: string }>(
      "SELECT lines FROM ciyuan.month_event WHERE kind = 'frozen'",
    );
    expect(Number(frozen?.lines)).toBe(await linesIn());
    expect(await story.post(call('r'))).toBe('accepted');
    expect(await story.booked('r')).toBe('r 2026-11');
    expect(await story.market.violations()).toEqual([]);
  });

  it('waits for whoever still writes into it', async () => {
    const order: string[] = [];
    let freezing: Promise<string> = Promise.resolve('');
    await story.market.engine.get(Database).transaction(async (tx) => {
      const at = Date.parse(`${AT}+08:00`);
      await story.market.engine.get(AssignMonths).run(tx, { from: at, until: at });
      freezing = story.freeze(OCTOBER).then((told) => {
        order.push(told);
        return told;
      });
      await new Promise((wake) => setTimeout(wake, 300));
      order.push('written');
    });
    await freezing;
    expect(order).toEqual(['written', 'frozen']);
  });

  it('is frozen once, however many ask for it, and not by a refusal', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => story.freeze(OCTOBER)));
    expect(answers.sort()).toEqual(['frozen', 'wrong_month_state', 'wrong_month_state']);
    expect(await story.events(OCTOBER)).toBe('frozen by finance');
  });
});
