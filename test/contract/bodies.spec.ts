import { BODY_LIMIT_BYTES } from '@ciyuan/platform/http';
import { HttpMarket, type Answer } from '../support/http-market';

const START = '2026-10-01T00:00:00+08:00';
const JSON_TYPE = 'application/json';
const DEEP = 500_000;

describe('what a body may be', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
  });

  afterAll(() => market.close());

  async function post(body: string | Uint8Array<ArrayBuffer>, type?: string): Promise<Answer> {
    const named = type === undefined ? {} : { 'content-type': type };
    const headers = { ...(await market.headers('partner', 'gateway')), ...named };
    const answer = await market.send('/v1/usage', { method: 'POST', headers, body });
    expect(answer.type).toBe('application/problem+json');
    expect(answer.status).toBe(answer.body.status);
    return answer;
  }

  const told = ({ body }: Answer): string => `${body.status} ${body.type.split(':').at(-1)}: ${body.detail}`;

  it.each([
    ['', 'line 1, column 1'],
    ['{"records": [', 'line 1, column 14'],
    ['{"records": [{"id": 1,}]}', 'line 1, column 23'],
    ['{\n  "records": [\n    nil\n  ]\n}', 'line 3, column 5'],
    ['{"records": []} {}', 'line 1, column 17'],
    ["{'records': []}", 'line 1, column 2'],
    ['\u001f\u008b\u0008gzip', 'line 1, column 1'],
  ])('names the place where JSON is broken: %j, %s', async (body, place) => {
    const answer = await post(body, JSON_TYPE);
    expect(told(answer)).toBe(`400 broken_json: The body is no JSON from ${place}.`);
    expect(answer.body.faults).toEqual([{ path: '', code: 'broken_json', detail: place }]);
  });

  it.each([
    ['[]', 'body: '],
    ['null', 'body: '],
    ['"records"', 'body: '],
    ['{}', 'records: '],
    ['{"records": {}}', 'records: '],
    ['{"records": []}', 'records: '],
    ['{"records": [1], "partner": "other"}', 'body: Unrecognized key: "partner"'],
  ])('refuses the frame %s: %s', async (body, detail) => {
    expect(told(await post(body, JSON_TYPE))).toContain(`400 invalid_request: ${detail}`);
  });

  it.each(['{"records": [1], "__proto__": {}}', '{"records": [{"constructor": {"prototype": {}}}]}'])(
    'refuses names that reach behind an object: %s',
    async (body) => {
      expect(told(await post(body, JSON_TYPE))).toContain('400 forbidden_name');
    },
  );

  it('asks for smaller posts by one status, whether there are too many bytes or too many records', async () => {
    const records = Array.from({ length: 5_001 }, () => ({}));
    const answer = await post(JSON.stringify({ records }), JSON_TYPE);
    expect(told(answer)).toBe('413 too_many_records: 5001 records in one post; at most 5000.');
    expect(answer.body.faults).toMatchObject([{ path: 'records', code: 'too_many' }]);
    const long = `{"records": ["${'x'.repeat(BODY_LIMIT_BYTES)}"]}`;
    expect(told(await post(long, JSON_TYPE))).toContain('413 too_large');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'application/octet-stream'])(
    'reads no %s',
    async (type) => {
      expect(told(await post('{"records": [{}]}', type))).toContain('415 unsupported');
    },
  );

  it('reads no body without a type, and JSON with parameters', async () => {
    expect((await post(new Uint8Array([0x7b, 0x7d]))).status).toBe(415);
    expect(told(await post('{}', 'application/json; charset=utf-8'))).toContain(
      '400 invalid_request: records',
    );
  });

  it('takes a record of any depth for what it is', async () => {
    const deep = `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`;
    const headers = { ...(await market.headers('partner', 'gateway')), 'content-type': JSON_TYPE };
    const body = `{"records": [${deep}, {"tokens": {"input": 1e400}}]}`;
    const answer = await market.send('/v1/usage', { method: 'POST', headers, body });
    expect([answer.status, answer.body]).toMatchObject([200, { counts: { refused: 2 } }]);
  });

  it.each([
    ['/v1/accounts/%00/balance', 400, 'not_storable'],
    ['/v1/accounts/%E0%A4%A/balance', 400, 'malformed'],
    [`/v1/accounts/${'x'.repeat(128)}/balance`, 404, 'unknown_account'],
    [`/v1/accounts/${'x'.repeat(2_000)}/balance`, 414, 'malformed'],
    ['/v1/suspense?reason=%00', 400, 'not_storable'],
    ['/v1/suspense?limit=0', 400, 'invalid_request'],
    ['/v1/suspense?limit=many', 400, 'invalid_request'],
    ['/v1/suspense?limit=5&limit=6', 400, 'invalid_request'],
    ['/v1/suspense?colour=red', 400, 'invalid_request'],
    ['/v1/suspense?after=yesterday', 400, 'invalid_request'],
  ])('answers GET %s with %i %s', async (path, status, code) => {
    const answer = await market.get(path, 'finance');
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
    expect(answer.body.type).toBe(`urn:ciyuan:problem:${code}`);
  });

  it.each([
    ['/v1/parties', { code: 'odd', name: 'a\u0000b', kinds: ['vendor'] }, 400],
    ['/v1/parties', { code: 'odd', name: 'a\ud800', kinds: ['vendor'] }, 400],
    ['/v1/drafts', { kind: 'price_book', effectiveFrom: START, body: oddBook('\ud800') }, 422],
    ['/v1/drafts', { kind: 'price_book', effectiveFrom: START, body: oddBook('\u0000') }, 422],
  ])('stores no text that is none: POST %s %j', async (path, body, status) => {
    const answer = await market.post(path, body, 'admin');
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
  });
});

function oddBook(region: string): object {
  const entry = { model: '*', class: 'input', price: '1', effectiveFrom: START, when: { region } };
  return {
    code: 'odd',
    zone: 'Asia/Shanghai',
    currency: 'CNY',
    entries: [entry],
    multipliers: [],
    tiers: [],
  };
}
