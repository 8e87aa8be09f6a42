import { setTimeout as pause } from 'node:timers/promises';
import { DefineModel } from '@ciyuan/modules/catalogue';
import type { Role } from '@ciyuan/platform/auth';
import { HttpMarket } from './http-market';
import { openAccount, publish, usage } from './market';
import { POOLED } from './offers';

const START = '2026-10-01T00:00:00+08:00';
export const DECEMBER = '2026-12-01T00:00:00+08:00';
/** When everything below has been done. */
export const IN_THE_END = '2026-12-05T00:00:00+08:00';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PATIENCE_MS = 8_000;

const NOTICE = { audience: { all: true }, channels: ['sms'], text: 'A new price.' };
const price = (tokenClass: string, yuan: string): object => ({
  ...{ model: '*', class: tokenClass, price: yuan },
  effectiveFrom: '2026-01-01T00:00:00+08:00',
});
const BOOK = {
  ...{ code: 'retail', zone: 'Asia/Shanghai', currency: 'CNY', multipliers: [], tiers: [] },
  entries: [price('input', '3'), price('output', '8')],
};
const contract = (lateWindowDays: number): object => ({
  ...{ partner: 'gateway', lateWindowDays },
  serves: [
    { vendor: 'zhipu', computeOwner: 'tianyi' },
    { vendor: 'kimi', computeOwner: 'tianyi' },
  ],
});
const ORDERS = `orderId,account,plan,startsAt,channel
o-1,alice,pack,${START},shop
o-2,zed,pack,${START},
o-3,nobody,pack,${START},
o-4,alice,trial,${START},
`;

/** A market in which something of everything has happened that those who run it look through. */
export async function openOperatedMarket(): Promise<HttpMarket> {
  const market = await HttpMarket.open(START);
  await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
  await openPools(market);
  await defineModels(market);
  await writeDrafts(market);
  await orderFromFiles(market);
  await report(market);
  await settle(market);
  for (const [kind, role] of [
    ['renewal', 'admin'],
    ['expiry', 'operations'],
    ['renewal', 'admin'],
    ['expiry', 'operations'],
  ] as const) {
    await told(market, '/v1/jobs', { kind }, role);
    await jobsDone(market);
  }
  return market;
}

async function told<Body = { id: number }>(
  market: HttpMarket,
  path: string,
  body: unknown,
  role: Role,
  subject?: string,
): Promise<Body> {
  const answer = await market.post<Body>(path, body, role, subject);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function openPools(market: HttpMarket): Promise<void> {
  for (const [code, tokens, startsAt, endsAt] of [
    ['spring', 10_000, '2026-01-01T00:00:00+08:00', null],
    ['summer', 50_000, '2026-06-01T00:00:00+08:00', '2026-11-01T00:00:00+08:00'],
    ['autumn', 20_000, '2026-11-01T00:00:00+08:00', null],
  ] as const)
    await told(market, '/v1/campaign-pools', { code, name: code, tokens, startsAt, endsAt }, 'maker');
  await publish(market.engine, 'plan', POOLED);
  const order = { plan: 'pooled', startsAt: START };
  await told(market, '/v1/accounts/alice/subscriptions', order, 'operations');
}

async function defineModels({ engine }: HttpMarket): Promise<void> {
  await engine.get(DefineModel).run({ code: 'GLM-5-air', name: 'Air', vendor: 'zhipu' });
  await engine.get(DefineModel).run({ code: 'kimi_1', name: 'One', vendor: 'kimi' });
}

async function writeDrafts(market: HttpMarket): Promise<void> {
  const write = async (by: string, day: string, kind: string, body: unknown, notice?: object) => {
    const draft = { kind, body, effectiveFrom: `2026-12-${day}T00:00:00+08:00`, notice };
    return (await told(market, '/v1/drafts', draft, 'maker', by)).id;
  };
  const sign = async (id: number, by: string): Promise<void> => {
    await told(market, `/v1/drafts/${id}/submit`, {}, 'maker', by);
    await told(market, `/v1/drafts/${id}/approve`, {}, 'checker', 'chen');
  };
  await publish(market.engine, 'contract', contract(90), Date.parse(DECEMBER));
  const announcedAt = (day: string): object => ({ ...NOTICE, announcedAt: `2026-10-${day}T00:00:00+08:00` });
  await sign(await write('mei', '01', 'price_book', BOOK, announcedAt('20')), 'mei');
  const plan = await market.get<{ body: object }>('/v1/catalogue/plan/monthly', 'finance');
  const dearer = { ...plan.body.body, price: '10.90' };
  await sign(await write('mei', '06', 'plan', dearer, announcedAt('25')), 'mei');
  await write('mei', '02', 'contract', contract(60));
  market.engine.clock.moveBy(HOUR_MS);
  await write('wang', '03', 'contract', contract(61));
  await told(
    market,
    `/v1/drafts/${await write('wang', '05', 'coefficient_table', { code: 'other', rows: [] })}/submit`,
    {},
    'maker',
    'wang',
  );
  await write('mei', '04', 'contract', contract(62));
}

async function orderFromFiles(market: HttpMarket): Promise<void> {
  const headers = { ...(await market.headers('maker')), 'content-type': 'text/csv' };
  const [header, first] = ORDERS.split('\n');
  for (const [query, body] of [
    ['format=csv&preview=true', `${header}\n${first}\n`],
    ['format=csv', ORDERS],
  ] as const) {
    await market.send(`/v1/orders/import?${query}`, { method: 'POST', headers, body });
    await jobsDone(market);
  }
}

/** What is charged in two months, and what waits for accounts that nobody knows. */
async function report(market: HttpMarket): Promise<void> {
  const { clock } = market.engine;
  const noon = Date.parse('2026-10-05T12:00:00+08:00');
  const at = (hours: number): string => new Date(noon + hours * HOUR_MS).toISOString();
  clock.moveTo(noon + 5 * DAY_MS);
  await market.report(
    usage('u0', 'alice', at(0), { input: 2_000_000, output: 100_000 }),
    ...[0, 1, 2, 3, 4].map((index) => usage(`s${index}`, `c${index % 3}`, at(index), { input: 7 })),
  );
  clock.moveBy(2 * DAY_MS);
  await market.report(
    ...[0, 1].map((index) => usage(`n${index}`, `d${index}`, at(24 + index), { input: 7 })),
  );
  clock.moveTo(noon + 30 * DAY_MS);
  await market.report(usage('u1', 'alice', at(29 * 24), { input: 3_000_000, output: 100_000 }));
}

async function settle(market: HttpMarket): Promise<void> {
  market.engine.clock.moveTo(Date.parse('2026-11-20T00:00:00+08:00'));
  await told(market, '/v1/settlement-runs', { month: '2026-10' }, 'finance');
  await told(market, '/v1/settlement-runs', { month: '2026-10' }, 'admin');
  market.engine.clock.moveTo(Date.parse(IN_THE_END));
  await told(market, '/v1/settlement-runs', { month: '2026-11' }, 'finance');
}

async function jobsDone(market: HttpMarket): Promise<void> {
  for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(20)) {
    const open = await market.engine.rows(
      "SELECT id FROM ciyuan.job_run WHERE state IN ('queued', 'running')",
    );
    if (open.length === 0) return;
  }
  throw new Error('the jobs do not end');
}
