import { PassThrough } from 'node:stream';
import { startProgress } from './progress';

function run(isTTY: boolean, total: number, steps: readonly number[]): string {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 80 });
  const progress = startProgress({ label: 'records', total, stream });
  for (const step of steps) progress.advance(step);
  progress.stop();
  return String(stream.read() ?? '');
}

describe('progress', () => {
  it('is a line for each tenth where nobody watches', () => {
    const steps = Array.from({ length: 200 }, () => 10);
    const lines = run(false, 2_000, steps).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect([lines[0], lines[9]]).toEqual(['records: 200 of 2000', 'records: 2000 of 2000']);
  });

  it('is one line when all is done in one step', () => {
    expect(run(false, 7, [7])).toBe('records: 7 of 7\n');
    expect(run(false, 0, [])).toBe('');
  });

  it('is a bar on a terminal', () => {
    const screen = run(true, 50, [20, 30]);
    expect(screen).toContain('50/50 records');
    expect(screen).toContain('100%');
  });
});
