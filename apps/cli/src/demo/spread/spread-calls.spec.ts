import { localClock } from '@ciyuan/core/kernel';
import type { TraceCall } from '../traces/trace-call';
import type { DemoMarket } from './demo-market';
import { UNLISTED_MODEL, modelChoice } from './model-choice';
import { accountCodes } from './population';
import { spreadCalls } from './spread-calls';

const market: DemoMarket = {
  models: [
    { code: 'glm-5', vendor: 'zhipu' },
    { code: 'kimi-k2', vendor: 'moonshot' },
    { code: 'deepseek-v4', vendor: 'deepseek' },
  ],
  computeOwners: [
    { code: 'dc-east', chipKind: 'npu' },
    { code: 'dc-west', chipKind: 'gpu' },
  ],
  partners: ['gw-east', 'gw-north'],
};
const calls = Array.from({ length: 5_000 }, (_, index): TraceCall => {
  const counts = { input: 10, cachedInput: index % 2, output: 0 };
  return { session: `s${index}`, offsetMs: 0, counts, recordKey: `call-${index}` };
});
const input = {
  calls,
  source: 'trace',
  accounts: accountCodes(200),
  market,
  month: '2026-10',
  zone: 'Asia/Shanghai',
};
const placed = spreadCalls(input);
const records = placed.map(({ record }) => record);

function shares(values: readonly (string | undefined)[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const value of values) found.set(String(value), (found.get(String(value)) ?? 0) + 1 / values.length);
  return found;
}

describe('the spread of a trace', () => {
  // The whole of one record: a demo of next year must give the same month.
  it('writes the record that the product takes', () => {
    expect(records.find(({ id }) => id === 'call-7')).toEqual({
      id: 'call-7',
      source: 'trace',
      account: 'demo-00005',
      at: '2026-10-24T13:15:07.666Z',
      model: 'kimi-k2',
      vendor: 'moonshot',
      computeOwner: 'dc-east',
      chipKind: 'npu',
      serviceTier: 'standard',
      dimensions: { region: 'cn-bj' },
      tokens: { input: 10, cached_input: 1 },
    });
  });

  it('makes few accounts heavy and leaves none of the first without', () => {
    const byAccount = shares(records.map(({ account }) => account));
    const first = accountCodes(4).map((code) => byAccount.get(code) ?? 0);
    expect(first[0]).toBeGreaterThan(0.25);
    expect(first.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(0.48);
    expect(byAccount.size).toBeGreaterThan(150);
  });

  it('fills every day, the hours of work most and weekends less', () => {
    const clocks = placed.map(({ at }) => localClock('Asia/Shanghai', at));
    const working = clocks.filter(({ minuteOfDay }) => minuteOfDay >= 9 * 60 && minuteOfDay < 18 * 60).length;
    expect(working / clocks.length).toBeGreaterThan(0.6);
    // October 2026 has 22 weekdays and 9 days of weekends: 36 of 256 parts.
    const weekend = clocks.filter(({ isoWeekday }) => isoWeekday > 5).length;
    expect(Math.abs(weekend / clocks.length - 36 / 256)).toBeLessThan(0.02);
    expect(new Set(placed.map(({ at }) => Math.floor((at + 8 * 3_600_000) / 86_400_000))).size).toBe(31);
  });

  it.each([
    ['models', records.map(({ model }) => model), 4],
    ['compute owners', records.map(({ computeOwner, chipKind }) => `${computeOwner} ${chipKind}`), 2],
    ['service tiers', records.map(({ serviceTier }) => serviceTier), 3],
    ['regions', records.map(({ dimensions }) => dimensions?.['region']), 3],
    ['partners', placed.map(({ partner }) => partner), 2],
  ])('deals out all %s', (_, values, kinds) => {
    expect(shares(values).size).toBe(kinds);
  });

  it('has the vendor of the model, and most calls at the standard tier', () => {
    const listed = records.filter(({ model }) => model !== UNLISTED_MODEL);
    const pairs = [...shares(listed.map(({ model, vendor }) => `${model} of ${vendor}`)).keys()].sort();
    expect(pairs).toEqual(['deepseek-v4 of deepseek', 'glm-5 of zhipu', 'kimi-k2 of moonshot']);
    expect(shares(records.map(({ serviceTier }) => serviceTier)).get('standard')).toBeCloseTo(0.9, 1);
  });

  it('names a model that nobody lists once in 997 calls of the file', () => {
    const unlisted = records.filter(({ model }) => model === UNLISTED_MODEL).map(({ id }) => id);
    expect(unlisted.sort()).toEqual(['call-1993', 'call-2990', 'call-3987', 'call-4984', 'call-996']);
  });

  it('refuses a market without partners', () => {
    expect(() => spreadCalls({ ...input, market: { ...market, partners: [] } })).toThrow(/partner/);
  });
});

describe('the choice of a model', () => {
  const choose = modelChoice(market);
  const chosen = (named: string | undefined, session = 's'): string => choose(session, named).code;

  it('has stand-ins for models that a trace names', () => {
    expect(chosen('claude-opus-4-5-20251101')).toBe('glm-5');
    expect(chosen('claude-sonnet-4-20250514')).toBe('kimi-k2');
    expect(chosen('deepseek-v4')).toBe('deepseek-v4');
  });

  it('goes by the hash of the name where there is none, or the market lacks it', () => {
    for (const named of ['claude-haiku-4-5', 'gpt-x', '']) {
      const answers = ['s1', 's2', 's3', 's4', 's5'].map((session) => chosen(named, session));
      expect(new Set(answers).size).toBe(1);
    }
    const other = modelChoice({
      ...market,
      models: [{ code: 'glm-5-air', vendor: 'zhipu' }, ...market.models],
    });
    expect(other('s', 'claude-haiku-4-5').code).toBe('glm-5-air');
  });

  it('refuses a market that lists what it must not', () => {
    const models = [{ code: UNLISTED_MODEL, vendor: 'v' }];
    expect(() => modelChoice({ ...market, models })).toThrow(RangeError);
  });
});
