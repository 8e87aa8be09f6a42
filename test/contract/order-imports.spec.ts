import { setTimeout as pause } from 'node:timers/promises';
import type {
  AcceptedImportView,
  OrderImportPageView,
} from '../../apps/settlement/src/order-imports/order-imports.dto';
import { HttpMarket, type Answer } from '../support/http-market';
import { openAccount } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const LINES = `orderId,account,plan,startsAt,channel
o-1,alice,pack,${START},shop
o-2,nobody,pack,${START},
o-3,alice,trial,${START},
`;
const PATIENCE_MS = 8_000;

describe('orders from a file over HTTP', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base'], START);
  });
  afterAll(() => market.close());

  async function post<Body = AcceptedImportView>(
    body: string,
    query = 'format=csv',
    type = 'text/csv',
  ): Promise<Answer<Body>> {
    const headers = { ...(await market.headers('maker')), 'content-type': type };
    return market.send<Body>(`/v1/orders/import?${query}`, { method: 'POST', headers, body });
  }
  const page = async (id: number, query = ''): Promise<OrderImportPageView> =>
    (await market.get<OrderImportPageView>(`/v1/orders/imports/${id}?${query}`, 'operations')).body;
  async function ended(id: number): Promise<OrderImportPageView> {
    for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(20)) {
      const found = await page(id);
      if (found.counts.open === 0) return found;
    }
    throw new Error(`import ${id} does not end`);
  }

  it('previews, then takes them as a job, and says line by line what became of them', async () => {
    const preview = await post(LINES, 'format=csv&preview=true');
    expect(preview).toMatchObject({ status: 202, body: { preview: true, rows: 3, requestedBy: 'maker' } });
    const seen = await ended(preview.body.id);
    expect(seen.orders.map(({ outcome }) => outcome)).toEqual([
      'would_be_taken',
      'refused',
      'would_be_taken',
    ]);
    const { status, body } = await post(LINES);
    expect([status, body.job.kind, body.job.parameters]).toEqual([
      202,
      'order_import',
      { importId: body.id },
    ]);
    const found = await ended(body.id);
    expect(found.orders.map(({ code }) => code)).toEqual([null, 'unknown_account', null]);
    expect(found.counts).toEqual({ taken: 2, would_be_taken: 0, known: 0, refused: 1, open: 0 });
    expect(await post(LINES)).toMatchObject({ status: 202, body: { id: body.id, job: { id: body.job.id } } });
  });

  it('pages by the line, and gives all as a file', async () => {
    const { id } = (await post(LINES)).body;
    const first = await page(id, 'limit=2');
    const second = await page(id, `limit=2&after=${first.next}`);
    expect([first, second].map(({ orders, next }) => [orders.map(({ line }) => line), next])).toEqual([
      [[2, 3], expect.any(String)],
      [[4], null],
    ]);
    expect((await page(id, 'outcome=refused')).orders.map(({ line }) => line)).toEqual([3]);
    const file = await market.get<string>(`/v1/orders/imports/${id}/outcomes`, 'maker');
    expect([file.status, file.type]).toEqual([200, 'text/csv']);
    expect(file.body.split('\n').slice(0, 3)).toEqual([
      'line,orderId,account,plan,startsAt,channel,outcome,subscriptionId,code,detail',
      '2,o-1,alice,pack,2026-09-30T16:00:00Z,shop,taken,2,,',
      '3,o-2,nobody,pack,2026-09-30T16:00:00Z,,refused,,unknown_account,nobody',
    ]);
  });

  it('refuses what is no file of orders, with the place of each fault', async () => {
    const unsound = await post<{ status: number; faults: { path: string }[] }>('orderId,account\no-9,alice');
    expect(unsound.status).toBe(422);
    expect(unsound.body.faults.map(({ path }) => path)).toEqual(['orders.1.plan', 'orders.1.startsAt']);
    expect((await post('[]', 'format=csv', 'application/json')).status).toBe(415);
    expect((await post(LINES, 'format=xlsx')).status).toBe(400);
    expect((await post(LINES, 'format=csv&preview=maybe')).status).toBe(400);
    expect((await market.get('/v1/orders/imports/99', 'maker')).status).toBe(404);
    expect((await market.get('/v1/orders/imports/1', 'partner')).status).toBe(403);
  });
});
