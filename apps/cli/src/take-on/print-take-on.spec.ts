import { printTakeOn } from './print-take-on';

type Answer = Parameters<typeof printTakeOn>[0];

function printed(answer: Answer): { lines: string[]; code: number } {
  const lines: string[] = [];
  const code = printTakeOn(answer, (line) => lines.push(line));
  return { lines, code };
}

const REPORT = { digest: 'd', runId: 4, applied: true, chunks: 3, chunksNow: 2, matches: true };
const EQUAL = { measure: 'grants.restNet', stated: '6.1915', stored: '6.1915', isEqual: true } as const;

describe('what is printed of a take-on', () => {
  it('is each total, stated and stored, and what was done', () => {
    const { lines, code } = printed({ ok: true, value: { ...REPORT, totals: [EQUAL] } });
    expect(lines.map((line) => line.replace(/ +/g, ' '))).toEqual([
      ' grants.restNet 6.1915 6.1915',
      'Take-on 4: 2 of 3 chunks were taken on now, the others before; every total is as stated.',
    ]);
    expect(code).toBe(0);
  });

  it('is no success where a total differs', () => {
    const totals = [{ ...EQUAL, stored: '6', isEqual: false }];
    const value = { ...REPORT, runId: null, applied: false, matches: false, totals };
    const { lines, code } = printed({ ok: true, value });
    expect(lines[0]).toMatch(/^! grants.restNet/);
    expect(lines[1]).toBe('Dry run: 2 of 3 chunks were taken on and rolled back; totals differ.');
    expect(code).toBe(1);
  });

  it('is every fault of a few, and fifty of many', () => {
    const refusal = Array.from({ length: 60 }, (_, line) => ({
      path: `grants.${line}.restNet`,
      code: 'above_price',
      detail: 'more is left than was paid',
    }));
    const { lines, code } = printed({ ok: false, refusal });
    expect(lines).toHaveLength(52);
    expect([lines[0], lines[50], lines[51], code]).toEqual([
      'grants.0.restNet: above_price, more is left than was paid',
      '… and 10 more',
      '60 faults',
      1,
    ]);
  });
});
