import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatScaled, parseScaled } from '@ciyuan/core/kernel';
import { projectRoot } from '@ciyuan/platform/project';
import { checkRows } from './check-rows';
import type { CrossValidatedRow } from './cross-validated';
import { isCost } from './cost-key';
import { importLiteLlm, type ImportedPrices } from './import-litellm';
import type { LiteLlmEntry, LiteLlmList } from './price-list';
import { readPriceList, readText } from './read-price-list';
import { printLiteLlmVectors, runLiteLlmVectors } from './run-litellm-vectors';

const FOLDER = resolve(projectRoot(), '../shared/data');
const LIST = join(FOLDER, 'prices/litellm_model_prices_2026-08-01.json.gz');
const VECTORS = join(FOLDER, 'vectors');
const VALIDATED = join(VECTORS, 'cross_validated_A.jsonl.gz');
const MODELS = 2_986;
const ROWS = 607;
// The control total that stands beside the file.
const TOTAL = '7.4589407124';

if (existsSync(LIST) && existsSync(VALIDATED)) describe.each([LIST])('the list %s', checkList);
else sayThatItIsSkipped();

function sayThatItIsSkipped(): void {
  console.warn(`SKIPPED: the real price list is not in ${FOLDER}, so no real usage is priced by it.`);
}

function rowsOf(file: string): CrossValidatedRow[] {
  const lines = readText(file).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as CrossValidatedRow);
}

/** A price that stands under two names is one. */
function costsOf(entry: LiteLlmEntry): number {
  const older = entry['input_cost_per_token_cache_hit'];
  const isRepeated = older !== undefined && older === entry['cache_read_input_token_cost'];
  return Object.keys(entry).filter(isCost).length - Number(isRepeated);
}

it.each([
  [2, { input_cost_per_token: 1e-6, output_cost_per_token: 2e-6, mode: 'chat' }],
  [1, { cache_read_input_token_cost: 1e-7, input_cost_per_token_cache_hit: 1e-7 }],
  [2, { cache_read_input_token_cost: 1e-7, input_cost_per_token_cache_hit: 2e-7 }],
])('an entry states %i prices: %j', (prices, entry) => expect(costsOf(entry)).toBe(prices));

function checkList(file: string): void {
  let list: LiteLlmList;
  let imported: ImportedPrices;
  let rows: CrossValidatedRow[];
  beforeAll(() => {
    list = readPriceList(file);
    imported = importLiteLlm(list);
    rows = rowsOf(VALIDATED);
  });

  it('has no cost that is neither held nor refused', () => {
    expect(Object.keys(list)).toHaveLength(MODELS);
    const refused = new Map<string, number>();
    for (const { model } of imported.refused) refused.set(model, (refused.get(model) ?? 0) + 1);
    const whole = new Set(imported.refused.filter(({ key }) => key === undefined).map(({ model }) => model));
    const lost = Object.entries(list).filter(([model, entry]) => {
      if (whole.has(model)) return false;
      const held = imported.entries.get(model)?.length ?? 0;
      if (entry['tiered_pricing'] !== undefined) return held === 0;
      return held + (refused.get(model) ?? 0) !== costsOf(entry);
    });
    expect(lost.map(([model]) => model)).toEqual([]);
  });

  it('prices what providers reported to the last decimal, every row', () => {
    const outcomes = checkRows(rows, imported) ?? [];
    expect(outcomes.filter(({ outcome }) => outcome !== 'reproduced')).toEqual([]);
    expect(outcomes).toHaveLength(ROWS);
    const total = rows.reduce((sum, { expected }) => sum + parseScaled(expected.total, 12), 0n);
    expect(formatScaled(total, 12)).toBe(TOTAL);
  });

  it.each(['input', 'output', 'total'] as const)('sees an %s that is wrong in its last decimal', (figure) => {
    const wrong = rows.map((row) => {
      const text = formatScaled(parseScaled(row.expected[figure], 12) + 1n, 12);
      return { ...row, expected: { ...row.expected, [figure]: text } };
    });
    const outcomes = checkRows(wrong, imported) ?? [];
    expect(outcomes.filter(({ outcome }) => outcome === 'differs')).toHaveLength(ROWS);
  });

  it('leaves what is no matter of its own aside, by name, and fails nothing', () => {
    const lines: string[] = [];
    expect(printLiteLlmVectors(runLiteLlmVectors(VECTORS, file), (line) => lines.push(line))).toBe(0);
    expect(lines).toContain(
      'cross_validated_A.jsonl.gz: 607 of 607 reproduced, 0 differ, 0 refused by a book, 0 out of scope',
    );
    expect(lines).toContain(
      'rating_vectors_A.json: 78 of 86 reproduced, 0 differ, 0 refused by a book, 8 out of scope',
    );
    expect(lines).toContain('openrouter_billed_A.json: not of a kind that is run here');
    expect(lines).toContain(
      'package_vectors_A.json: 21 of 30 reproduced, 0 differ, 0 refused by a book, 9 out of scope',
    );
    expect(lines.at(-1)).toBe('706 passed, 0 failed, 0 refused by a book, 17 out of scope');
  });
}
