import { generateCalls } from './generator';

const all = [...generateCalls({ seed: 'a' })];
const total = (of: typeof all): number =>
  of.reduce((sum, { counts }) => sum + counts.input + counts.cachedInput + counts.output, 0);

describe('generated calls', () => {
  it('are some 20,000 of 300 sessions', () => {
    expect(all.length).toBeGreaterThan(17_000);
    expect(all.length).toBeLessThan(23_000);
    expect(new Set(all.map(({ session }) => session)).size).toBe(300);
    expect(new Set(all.map(({ recordKey }) => recordKey)).size).toBe(all.length);
  });

  it('are the same for the same seed, and others for another', () => {
    expect([...generateCalls({ seed: 'a' })]).toEqual(all);
    expect(total([...generateCalls({ seed: 'b' })])).not.toBe(total(all));
  });

  it('do not change a session when others are added', () => {
    const few = [...generateCalls({ seed: 'a', sessions: 7 })];
    expect(few.length).toBeGreaterThan(7);
    expect(all.slice(0, few.length)).toEqual(few);
  });

  it('hold whole counts, forward in time, mostly cached', () => {
    const wrong = [];
    for (const [index, { session, offsetMs, counts }] of all.entries()) {
      const before = all[index - 1];
      const whole = Object.values(counts).every((count) => Number.isSafeInteger(count) && count >= 0);
      if (!whole || (before?.session === session && offsetMs <= before.offsetMs)) wrong.push(all[index]);
    }
    expect(wrong).toEqual([]);
    const cached = all.reduce((sum, { counts }) => sum + counts.cachedInput, 0);
    expect(cached / total(all)).toBeGreaterThan(0.5);
    expect(cached / total(all)).toBeLessThan(0.95);
  });
});
