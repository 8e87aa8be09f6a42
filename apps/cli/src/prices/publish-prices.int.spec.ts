import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApproveDraft, ReadDocuments } from '@ciyuan/modules/catalogue';
import { startCatalogue, type RunningCatalogue } from '../../../../test/support/catalogue-bodies';
import { importPrices } from './import-prices';
import { publishPrices } from './publish-prices';
import { conversionBy, readRatesFile } from './read-rates';

const LIST = {
  'glm-5': { input_cost_per_token: 1.5e-6, output_cost_per_token: 6e-6, litellm_provider: 'z_ai' },
  'somebody/else': { input_cost_per_token: 1e-6 },
  // Half a millionth of a yuan for a million tokens would be none.
  'next/to-nothing': { input_cost_per_token: 1e-12 },
};
const JULY = '2026-07-01T00:00:00Z';
const AUGUST = '2026-08-01T00:00:00Z';
const RATES = `
effectiveFrom: 2026-01-01T00:00:00Z
body:
  code: usd-cny
  base: USD
  quote: CNY
  zone: UTC
  source: a bank
  rates:
    - { from: '2026-07-01', rate: '0.33333333' }
    - { from: '2026-08-01', rate: '7.15' }
`;

describe('a price list, brought into the catalogue', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ciyuan-prices-'));
  const [file, ratesFile] = [join(directory, 'list.json'), join(directory, 'rates.yaml')];
  let catalogue: RunningCatalogue;
  beforeAll(async () => {
    writeFileSync(file, JSON.stringify(LIST));
    writeFileSync(ratesFile, RATES);
    catalogue = await startCatalogue();
    await catalogue.stock();
  });
  afterAll(async () => {
    await catalogue.stop();
    rmSync(directory, { recursive: true });
  });

  const bookFrom = (effectiveFrom: string, currency = 'USD') => {
    const input = { file, code: currency.toLowerCase(), effectiveFrom, directory };
    if (currency === 'USD') return importPrices(input).book;
    const conversion = conversionBy(readRatesFile(ratesFile), currency, Date.parse(effectiveFrom));
    return importPrices({ ...input, conversion }).book;
  };
  const publish = (effectiveFrom: string, more: { author?: string } = {}, currency = 'USD') =>
    publishPrices(catalogue.app, { book: bookFrom(effectiveFrom, currency), effectiveFrom, ...more });
  const versions = async (code: string) =>
    (await catalogue.app.get(ReadDocuments).run('price_book', code)).map(({ version, createdBy, body }) => [
      version,
      createdBy,
      ...(body as ReturnType<typeof bookFrom>).entries.map(
        ({ model, class: name, price }) => `${model} ${name} ${price}`,
      ),
    ]);

  it('holds the models that are defined, and names the others', async () => {
    expect(await publish(JULY)).toEqual([
      'usd: version 1 with 2 prices is published',
      'left out, not defined in the catalogue: 2 models, such as somebody/else, next/to-nothing',
    ]);
    expect(await publish(JULY)).toEqual([
      'usd: version 1 says the same already',
      expect.stringContaining('left out'),
    ]);
    expect(await versions('usd')).toEqual([[1, 'prices', 'glm-5 input 1.5', 'glm-5 output 6']]);
  });

  it('is a draft of its author that somebody else approves', async () => {
    const [said] = await publish(AUGUST, { author: 'mei' });
    const [, id] =
      /^usd: draft (\d+) with 2 prices waits for somebody else than mei to approve it$/.exec(said ?? '') ??
      [];
    expect(await versions('usd')).toHaveLength(1);
    const approve = (by: string) => catalogue.app.get(ApproveDraft).run({ draftId: Number(id), by });
    expect(await approve('mei')).toMatchObject({ ok: false, refusal: { code: 'own_draft' } });
    expect(await approve('lin')).toMatchObject({ ok: true });
    expect((await versions('usd')).map(([version, by]) => [version, by])).toEqual([
      [1, 'prices'],
      [2, 'mei'],
    ]);
  });

  it('is not written as a draft that begins too early', async () => {
    await expect(publish('2026-05-01T00:00:00Z', { author: 'mei' })).rejects.toThrow(
      'effective_from_too_early',
    );
  });

  it('is converted at the rate in force when it begins, each price to six decimals', async () => {
    // 1.5 × 0.33333333 = 0.499999995 and 6 × 0.33333333 = 1.99999998; then 10.725 and 42.9.
    await publish(JULY, {}, 'CNY');
    await publish(AUGUST, {}, 'CNY');
    expect(await versions('cny')).toEqual([
      [1, 'prices', 'glm-5 input 0.5', 'glm-5 output 2'],
      [2, 'prices', 'glm-5 input 10.725', 'glm-5 output 42.9'],
    ]);
    expect(bookFrom(JULY, 'CNY').entries.map(({ model }) => model)).not.toContain('next/to-nothing');
    expect(bookFrom(AUGUST, 'CNY').entries.at(-1)).toMatchObject({
      model: 'next/to-nothing',
      price: '0.000007',
    });
  });

  it('is not converted without a rate, or by one of another pair', () => {
    const table = readRatesFile(ratesFile);
    expect(() => conversionBy(table, 'CNY', Date.parse(JULY) - 1)).toThrow(
      'has no rate at 2026-06-30T23:59:59.999Z',
    );
    expect(() => conversionBy(table, 'EUR', Date.parse(JULY))).toThrow('what USD is worth in CNY');
  });
});
