import { HttpMarket } from '../support/http-market';
import { openAccount } from '../support/market';
import type { SearchView } from '../../apps/settlement/src/overview/search/search.dto';
import type { CustomerReadView } from '../../apps/catalogue/src/customers/customers.dto';

const START = '2026-10-01T00:00:00+08:00';
const ORGANISATION = { kind: 'organisation', region: 'CN-SH' };

describe('what is found by a text', () => {
  let market: HttpMarket;
  const find = async (text: string) => {
    const { body } = await market.get<SearchView>(`/v1/search?q=${encodeURIComponent(text)}`, 'operations');
    return body.found.map(({ kind, code }) => `${kind} ${code}`);
  };

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base'], START);
    for (let number = 10; number < 25; number += 1)
      await openAccount(market.engine, `shop-${number}`, [], START);
    for (const [code, name, registrationNumber] of [
      ['group', '上海集团', '911'.padEnd(18, '0')],
      ['branch', 'Branch 100%', '912'.padEnd(18, '0')],
      ['desk', 'Desk_of Alice', '913'.padEnd(18, '0')],
    ])
      await market.post('/v1/customers', { ...ORGANISATION, code, name, registrationNumber }, 'operations');
    await market.post('/v1/customers/branch/parent', { parent: 'group' }, 'operations');
    await market.post('/v1/customers/desk/parent', { parent: 'branch' }, 'operations');
  });
  afterAll(() => market.close());

  it.each([
    ['alice', ['customer desk', 'account alice']],
    ['ALI', ['customer desk', 'account alice']],
    ['上海', ['customer group']],
    ['%', ['customer branch']],
    ['_', ['customer desk']],
    ['retail', ['price_book retail']],
    ['monthly', ['plan monthly']],
    ['glm', ['model glm-5']],
    ['tianyi', ['party tianyi']],
    ["'; DROP", []],
  ])('%s', async (text, expected) => {
    expect(await find(text)).toEqual(expected);
  });

  it('is ten of a kind at most, the whole code first', async () => {
    const shops = await find('shop');
    expect(shops.slice(0, 2)).toEqual(['account shop-10', 'account shop-11']);
    expect(shops.filter((one) => one.startsWith('account'))).toHaveLength(10);
    expect(shops.at(-1)).toBe('party shop');
    expect((await find('shop-24'))[0]).toBe('account shop-24');
  });

  it('is told to staff, and for a text', async () => {
    expect((await market.get('/v1/search?q=a', 'partner')).status).toBe(403);
    expect((await market.get('/v1/search?q=%20', 'finance')).status).toBe(400);
    expect((await market.get('/v1/search', 'finance')).status).toBe(400);
  });

  it('is read one by one: a customer with its place in its organisation, an account', async () => {
    const { body } = await market.get<CustomerReadView>('/v1/customers/branch', 'operations');
    expect([body.code, body.above.map(({ code }) => code), body.parts.map(({ code }) => code)]).toEqual([
      'branch',
      ['group'],
      ['desk'],
    ]);
    const desk = (await market.get<CustomerReadView>('/v1/customers/desk', 'operations')).body;
    expect(desk.above.map(({ code }) => code)).toEqual(['group', 'branch']);
    expect([desk.parts, desk.moreParts]).toEqual([[], false]);
    expect((await market.get('/v1/customers/nobody', 'operations')).status).toBe(404);
    expect((await market.get('/v1/accounts/alice', 'operations')).body).toMatchObject({
      code: 'alice',
      status: 'active',
      currency: 'CNY',
    });
    expect((await market.get('/v1/accounts/nobody', 'operations')).status).toBe(404);
    expect((await market.get('/v1/accounts/alice', 'partner')).status).toBe(403);
  });
});
