import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PriceBook } from '@ciyuan/core/catalogue';
import { checkPriceBook } from '@ciyuan/core/rating';
import { BODY_SCHEMAS } from '@ciyuan/modules/catalogue';
import { importPrices } from './import-prices';

const LIST = {
  sample_spec: { input_cost_per_token: 0 },
  'a/chat': {
    litellm_provider: 'a',
    input_cost_per_token: 1.5e-6,
    output_cost_per_token: 6e-6,
    search_context_cost_per_query: 0.01,
  },
  // A batch price for the start and none beyond the bound: long batches would be charged cheaply.
  'b/holed': {
    input_cost_per_token: 2e-6,
    input_cost_per_token_above_200k_tokens: 4e-6,
    input_cost_per_token_batches: 1e-6,
    output_cost_per_token: 8e-6,
  },
  'c/fine': { input_cost_per_token: 1.5e-13, output_cost_per_token: 1e-6 },
};

const OLDER = {
  'a/chat': { input_cost_per_token: 1.5e-6, input_cost_per_token_batches: 7.5e-7, output_cost_per_token: 0 },
  'b/gone': { input_cost_per_token: 1e-6 },
  'n/new': { input_cost_per_token: 3e-6 },
};
const NEWER = {
  'a/chat': { input_cost_per_token: 2e-6, input_cost_per_token_batches: 5e-7, output_cost_per_token: 6e-6 },
  'n/new': { input_cost_per_token: 3.000001e-6, input_cost_per_token_above_200k_tokens: 6e-6 },
};

describe('a price list, read into a book', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ciyuan-prices-'));
  let told: readonly string[];
  let book: PriceBook;
  let refused: string;

  beforeAll(() => {
    const file = join(folder, 'list.json');
    writeFileSync(file, JSON.stringify(LIST));
    const directory = join(folder, 'out');
    told = importPrices({ file, code: 'usd', effectiveFrom: '2026-08-01T00:00:00Z', directory }).told;
    book = JSON.parse(readFileSync(join(directory, 'usd.json'), 'utf8')) as PriceBook;
    refused = readFileSync(join(directory, 'usd-refused.csv'), 'utf8');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds what a book can say, from the instant that was named', () => {
    expect(book).toEqual({
      code: 'usd',
      zone: 'UTC',
      currency: 'USD',
      tiers: [],
      entries: [
        { model: 'a/chat', class: 'input', price: '1.5', effectiveFrom: '2026-08-01T00:00:00Z' },
        { model: 'a/chat', class: 'output', price: '6', effectiveFrom: '2026-08-01T00:00:00Z' },
      ],
      multipliers: [],
    });
  });

  it('passes the shape and the checks of a book that is saved', () => {
    expect(BODY_SCHEMAS.price_book.safeParse(book).error).toBeUndefined();
    expect(checkPriceBook(book)).toEqual([]);
  });

  it('lists what it leaves out, with the reason', () => {
    expect(refused.split('\n')).toEqual([
      'model,price,reason',
      'sample_spec,,describes the format',
      'a/chat,search_context_cost_per_query,what no counter of a book counts',
      expect.stringMatching(/^c\/fine,,input_cost_per_token: a price with more than six decimals/),
      expect.stringMatching(/^b\/holed,,missing_band: entries\.\d+/),
      '',
    ]);
    expect(told[told.length - 2]).toMatch(/usd\.json: 2 prices of 1 models, in USD$/);
    expect(told[told.length - 1]).toMatch(/usd-refused\.csv: 4 lines, each with its reason$/);
  });

  it('compares with an older list, price by price', () => {
    const [file, since, directory] = [
      join(folder, 'new.json'),
      join(folder, 'old.json'),
      join(folder, 'diff'),
    ];
    writeFileSync(since, JSON.stringify(OLDER));
    writeFileSync(file, JSON.stringify(NEWER));
    const lines = importPrices({
      file,
      since,
      code: 'usd',
      effectiveFrom: '2026-08-01T00:00:00Z',
      directory,
    }).told;
    expect(readFileSync(join(directory, 'usd-diff.csv'), 'utf8').split('\n')).toEqual([
      'model,class,conditions,before,after,percent',
      'a/chat,input,,1.5,2,33.33',
      'a/chat,input,serviceTier=batch,0.75,0.5,-33.33',
      'a/chat,output,,0,6,',
      'n/new,input,,3,3.000001,0',
      'n/new,input,promptOver=200000,,6,',
      'b/gone,input,,1,,',
      '',
    ]);
    expect(lines.at(-1)).toMatch(/usd-diff\.csv: 1 prices added, 1 dropped, 3 dearer, 1 cheaper$/);
    expect(lines).toHaveLength(
      importPrices({ file, code: 'usd', effectiveFrom: '2026-08-01T00:00:00Z', directory }).told.length + 1,
    );
  });

  it('writes nothing where the older list cannot be read', () => {
    const directory = join(folder, 'none');
    const input = {
      file: join(folder, 'list.json'),
      code: 'usd',
      effectiveFrom: '2026-08-01T00:00:00Z',
      directory,
    };
    expect(() => importPrices({ ...input, since: join(folder, 'absent.json') })).toThrow('ENOENT');
    expect(existsSync(directory)).toBe(false);
  });
});
