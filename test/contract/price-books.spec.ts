import type { PriceDifference } from '@ciyuan/core/catalogue';
import { FILE_TYPES } from '@ciyuan/platform/http';
import type { ImportView, PercentChangeView } from '../../apps/catalogue/src/price-books/price-books.dto';
import { HttpMarket, type Answer } from '../support/http-market';

const NOW = '2026-10-01T00:00:00+08:00';
const LATER = '2026-11-01T00:00:00+08:00';
const PRICING = ['maker', 'checker', 'finance', 'admin'] as const;

describe('price books as people work on them', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(NOW);
  });

  afterAll(() => market.close());

  const file = async (query: string): Promise<Uint8Array<ArrayBuffer>> => {
    const answer = await fetch(`${market.url}/v1/price-books/retail/export?${query}`, {
      headers: await market.headers('finance'),
    });
    expect(answer.status).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  };

  async function importFile<Body = ImportView>(
    format: 'csv' | 'xlsx',
    body: string | Uint8Array<ArrayBuffer>,
    type: string = FILE_TYPES[format],
  ): Promise<Answer<Body>> {
    const headers = { ...(await market.headers('maker')), 'content-type': type };
    return market.send<Body>(`/v1/price-books/import?format=${format}`, { method: 'POST', headers, body });
  }

  const change = (body: object, code = 'retail') =>
    market.post<PercentChangeView>(`/v1/price-books/${code}/percent-change`, body, 'maker');
  const versions = async (): Promise<number> =>
    (await market.get<{ documents: unknown[] }>('/v1/catalogue/price_book/retail/versions', 'maker')).body
      .documents.length;
  const told = (differences: readonly PriceDifference[]): string[] =>
    differences.map(({ model, class: name, before, after }) => `${model} ${name}: ${before} -> ${after}`);

  it('exports what a party asks, reads it again as its cost book, and changes it by per cent', async () => {
    const headers = await market.headers('finance');
    const path = `${market.url}/v1/price-books/tianyi-costs/export?kind=cost_book`;
    const exported = await (await fetch(path, { headers })).text();
    expect(exported.split('\n')[1]).toMatch(/^book,tianyi-costs,Asia\/Shanghai,CNY,tianyi,/);
    const dearer = exported.replace(/,input,0\.5,/, ',input,0.6,');
    const { status, body } = await importFile('csv', dearer);
    expect([status, body.kind, body.comparedWith, told(body.differences)]).toEqual([
      200,
      'cost_book',
      1,
      ['* input: 0.5 -> 0.6'],
    ]);
    expect(body.body).toMatchObject({ party: 'tianyi' });
    const more = { kind: 'cost_book', percent: '10', effectiveFrom: LATER };
    const changed = await change(more, 'tianyi-costs');
    expect(changed.body.body).toMatchObject({ party: 'tianyi' });
    expect(told(changed.body.differences)).toEqual(['* input: 0.5 -> 0.55', '* output: 1 -> 1.1']);
  });

  it('exports a book as a file with its name, the same bytes each time', async () => {
    const headers = await market.headers('checker');
    const answer = await fetch(`${market.url}/v1/price-books/retail/export`, { headers });
    expect(answer.headers.get('content-type')).toBe('text/csv');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="retail-1.csv"');
    const [header, ...lines] = (await answer.text())
      .split('\n')
      .map((line) => line.split(',').slice(0, 8).join());
    expect(header).toBe('row,code,zone,currency,party,model,class,price');
    expect(lines).toEqual([
      'book,retail,Asia/Shanghai,CNY,,,,',
      'price,,,,,*,input,2',
      'price,,,,,*,output,8',
      '',
    ]);
    expect(await file('format=csv&version=1')).toEqual(await file(''));
  });

  it.each(['csv', 'xlsx'] as const)(
    'imports what it exported as %s, and finds no difference',
    async (format) => {
      const answer = await importFile(format, await file(`format=${format}`));
      expect([answer.status, answer.body.comparedWith, answer.body.differences]).toEqual([200, 1, []]);
      const kept = await market.get<{ body: unknown }>('/v1/catalogue/price_book/retail', 'maker');
      expect(answer.body.body).toEqual(kept.body.body);
    },
  );

  it('shows what an edited file would change, and saves nothing', async () => {
    const text = Buffer.from(await file('format=csv'))
      .toString()
      .replace('input,2,', 'input,2.5,');
    const { status, body } = await importFile('csv', text);
    expect([status, told(body.differences)]).toEqual([200, ['* input: 2 -> 2.5']]);
    const fresh = await importFile('csv', text.replace('book,retail', 'book,other'));
    expect(fresh.body.comparedWith).toBeNull();
    expect(told(fresh.body.differences)).toEqual(['* input: null -> 2.5', '* output: null -> 8']);
    expect(await versions()).toBe(1);
  });

  it.each([
    ['input,2,', 'input,2.0000001,', ['prices.3.price too_many_places']],
    ['*,input,2,', 'glm-6,input,2,', ['prices.3 missing_class', 'prices.3.model unknown_model']],
    ['output,8', 'input,8', ['prices.4 tie']],
    [',CNY', ',JPY', ['prices.2.currency invalid_value']],
    [',CNY', ',USD', ['prices.2.currency currency_changed']],
    ['price,,,,,*,input', 'prise,,,,,*,input', ['prices.3.row unknown_row']],
  ])('names each place at fault in a file where %s became %s', async (from, to, places) => {
    const text = Buffer.from(await file('format=csv')).toString();
    expect(text).toContain(from);
    const { status, body } = await importFile<Answer['body']>('csv', text.replace(from, to));
    expect(body.faults?.map(({ path, code }) => `${path} ${code}`)).toEqual(places);
    expect([status, body.type]).toEqual([422, 'urn:ciyuan:problem:invalid_price_file']);
  });

  it('takes a file as its bytes, and only where one is asked for', async () => {
    const json = await importFile<Answer['body']>('csv', '{}', 'application/json');
    expect([json.status, json.body.type]).toEqual([415, 'urn:ciyuan:problem:unsupported']);
    expect((await importFile('csv', '{}', 'text/plain')).status).toBe(415);
    expect((await importFile<Answer['body']>('xlsx', 'row,code', FILE_TYPES.csv)).status).toBe(422);
    const headers = { ...(await market.headers('partner', 'gateway')), 'content-type': FILE_TYPES.csv };
    expect((await market.send('/v1/usage', { method: 'POST', headers, body: 'a,b' })).status).toBe(400);
  });

  it('prepares a change of all prices by per cent, and publishes nothing', async () => {
    const { status, body } = await change({ percent: '-12.5', effectiveFrom: LATER });
    expect([status, body.basedOn, body.dropped, body.effectiveFrom]).toEqual([200, 1, 0, LATER]);
    expect(told(body.differences)).toEqual(['* input: 2 -> 1.75', '* output: 8 -> 7']);
    expect(body.body.entries.map(({ price }) => price)).toEqual(['1.75', '7']);
    const outputs = await change({ percent: '10', effectiveFrom: LATER, models: ['*'], classes: ['output'] });
    expect(told(outputs.body.differences)).toEqual(['* output: 8 -> 8.8']);
    expect(await versions()).toBe(1);
  });

  it.each([
    [{ percent: '-100', effectiveFrom: LATER }, 422, 'not_a_percent'],
    [{ percent: '1.00001', effectiveFrom: LATER }, 400, 'invalid_request'],
    [{ percent: 5, effectiveFrom: LATER }, 400, 'invalid_request'],
    [{ percent: '5' }, 400, 'invalid_request'],
    [{ percent: '5', effectiveFrom: LATER, models: ['glm-5'] }, 422, 'chooses_nothing'],
    [{ percent: '5', effectiveFrom: LATER, classes: ['thought'] }, 400, 'invalid_request'],
    [{ percent: '5', effectiveFrom: '2020-01-01T00:00:00Z' }, 404, 'not_in_force'],
    [{ percent: '5', effectiveFrom: '2026-01-01T00:00:00+08:00' }, 409, 'effective_from_taken'],
  ])('answers a change %j with %i %s', async (request, status, code) => {
    const answer = (await change(request)) as unknown as Answer;
    expect([answer.status, answer.body.type]).toEqual([status, `urn:ciyuan:problem:${code}`]);
  });

  it.each([
    ['/v1/price-books/retail/export?version=9', 404],
    ['/v1/price-books/nothing/export', 404],
    ['/v1/price-books/retail/export?format=pdf', 400],
    ['/v1/price-books/retail/export?version=0', 400],
  ])('answers GET %s with %i', async (path, status) => {
    expect((await market.get(path, 'maker')).status).toBe(status);
  });

  it.each([
    ['GET', '/v1/price-books/retail/export'],
    ['POST', '/v1/price-books/import?format=csv'],
    ['POST', '/v1/price-books/retail/percent-change'],
  ])('lets those who work on prices %s %s, and nobody else', async (method, path) => {
    const status = async (role: Parameters<HttpMarket['headers']>[0]): Promise<number> => {
      const headers = { ...(await market.headers(role)), 'content-type': 'application/json' };
      return (await market.send(path, { method, headers, ...(method === 'POST' && { body: '{}' }) })).status;
    };
    for (const role of PRICING) expect([role, await status(role)]).not.toEqual([role, 403]);
    for (const role of ['operations', 'partner'] as const)
      expect([role, await status(role)]).toEqual([role, 403]);
  });
});
