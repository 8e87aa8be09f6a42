import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Findings, ROOT, cruise } from './cruise';
import { PLANTS } from './planted-violations';
import { plantTree } from './sound-tree';

const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.cjs');
const rules = forbidden.map((rule) => rule.name);

describe('the allowed graph', () => {
  let repository: Findings | undefined;
  let sound: Findings | undefined;
  let planted: Findings[] = [];

  beforeAll(async () => {
    const base = mkdtempSync(join(tmpdir(), 'ciyuan-trees-'));
    try {
      const trees = PLANTS.map(([, , tree], number) => plantTree(join(base, String(number)), tree));
      [repository, sound, ...planted] = await cruise([ROOT, plantTree(join(base, 'sound'), {}), ...trees]);
    } finally {
      rmSync(base, { recursive: true, force: true });
    }
  }, 120_000);

  it('is kept by the whole repository', () => {
    expect(repository?.violations).toEqual([]);
    expect(repository?.files).toBeGreaterThan(100);
  });

  it('is kept by the sound tree, in which nothing is planted', () => {
    expect(sound?.violations).toEqual([]);
    expect(sound?.files).toBeGreaterThan(30);
  });

  it.each(PLANTS.map((plant, number) => [...plant, number] as const))(
    'refuses %s by the rule %s',
    (_wrong, rule, tree, number) => {
      const [file = ''] = Object.keys(tree);
      const seen = planted[number]?.violations.filter((violation) => violation.startsWith(`${rule}: `));
      expect(seen).toContainEqual(expect.stringContaining(file));
    },
  );

  it.each(['core', 'modules'])('names every area of libs/%s', (group) => {
    const entries = readdirSync(join(ROOT, 'libs', group), { withFileTypes: true });
    const areas = entries.filter((entry) => entry.isDirectory()).map((entry) => `${group}-${entry.name}`);
    expect(areas.filter((area) => !rules.includes(area))).toEqual([]);
  });

  it('has a violation planted for every rule', () => {
    const perArea = /^(core|modules)-(?!is-pure|use-no-client)/;
    const refusing = new Set(PLANTS.map(([, rule]) => rule));
    expect(rules.filter((rule) => !refusing.has(rule) && !perArea.test(rule))).toEqual([]);
  });
});
