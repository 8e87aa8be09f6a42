import { parseFen, parseYuan } from '@ciyuan/core/kernel';
import { claimedFen, lineOfDifference, type LineTraits, type SettledLine } from './claims';

const ANYTHING: LineTraits = { plan: null, model: null, vendor: null, computeOwner: null, kind: null };
const line = (number: number, plan: string, model: string, kind = 'usage'): SettledLine => ({
  ...{ line: number, plan, model, vendor: 'zhipu', computeOwner: 'tianyi', kind },
  ...{ gross: 0n, shareFen: 0n },
});
const LINES = [
  line(1, 'base', 'glm-5'),
  line(2, 'pack', 'glm-5', 'package'),
  line(3, 'pack', 'kimi', 'package'),
];

describe('the line that a difference belongs to', () => {
  it.each([
    [{ plan: 'base' }, 1],
    [{ model: 'kimi' }, 3],
    [{ model: 'glm-5' }, null],
    [{ model: 'glm-5', kind: 'package' }, 2],
    [{ model: 'glm-5', plan: 'pack', computeOwner: 'tianyi' }, 2],
    [{ model: 'glm-5', plan: 'pack', computeOwner: 'another' }, null],
    [{ model: 'glm-6' }, null],
    [{}, null],
  ])('%j is line %s', (traits: Partial<LineTraits>, expected) => {
    expect(lineOfDifference({ ...ANYTHING, ...traits }, LINES)).toBe(expected);
  });
});

describe('the share that is claimed', () => {
  it.each([
    // 2.40 of 12 are 0.2 of the gross.
    ['12', '2.40', '1', 'customers', '2.60'],
    ['12', '2.40', '-0.025', 'customers', '2.39'],
    ['12', '2.40', '0.024', 'customers', '2.40'],
    ['12', '-2.40', '0.025', 'customers', '-2.41'],
    ['0', '2.40', '1', 'customers', '2.40'],
    ['12', '2.40', '0.1', 'party', '2.50'],
    ['12', '2.40', '0.005', 'party', '2.41'],
    ['12', '2.40', '-0.005', 'party', '2.39'],
  ] as const)(
    'of %s gross and %s share, with %s of the %s apart, is %s',
    (gross, share, apart, of, claimed) => {
      const settled = { gross: parseYuan(gross), shareFen: parseFen(share) };
      expect(claimedFen(settled, parseYuan(apart), of)).toBe(parseFen(claimed));
    },
  );
});
