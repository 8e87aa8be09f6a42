import { setTimeout as pause } from 'node:timers/promises';
import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ExpireDue, RenewDue } from '@ciyuan/modules/subscriptions';
import type { Role } from '@ciyuan/platform/auth';
import { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';
import { DECIDED_BY } from '../../apps/settlement/src/overview/approvals/approval';
import type { ApprovalsView } from '../../apps/settlement/src/overview/approvals/approvals.dto';
import { tianyiContract } from '../support/tianyi-contract';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const PATIENCE_MS = 8_000;
const CLAIM = { line: 1, claimed: '20.00', reason: 'quantity', detail: 'we counted more' };
const DRAFT = {
  kind: 'coefficient_table',
  body: { code: 'standard', rows: [{ model: '*', class: 'cached_input', coefficient: '0.2' }] },
  effectiveFrom: '2027-01-01T00:00:00+08:00',
};
/** What each decision is taken with; all others by nothing at all. */
const BODIES: Readonly<Record<string, object>> = { dispute_line: { agreed: true, reason: 'so it is' } };

describe('what waits for a second person', () => {
  let market: HttpMarket;
  const told = async <Body = { id: number }>(path: string, body: object, role: Role, who?: string) => {
    const answer = await market.post<Body>(path, body, role, who);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const list = async (role: Role, query = '', who?: string) =>
    (await market.get<ApprovalsView>(`/v1/approvals${query}`, role, who)).body.approvals;

  async function drafted(cutOff: string): Promise<number> {
    const { id, job } = await told<{ id: number; job: { id: number } }>(
      '/v1/bill-runs',
      { cutOff, graceHours: 0 },
      'maker',
    );
    await until(async () => {
      const { body } = await market.get<{ state: string }>(`/v1/jobs/${job.id}`, 'finance');
      return body.state === 'done';
    });
    return id;
  }

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    const contract = tianyiContract();
    await publish(market.engine, 'contract', contract, Date.parse(START));
    await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
    await openAccount(market.engine, 'bob', ['base', 'monthly'], START);
    market.engine.clock.moveTo(Date.parse('2026-11-02T09:00:00+08:00'));
    await market.report(usage('r1', 'bob', AT, { input: 10_000_000 }));
    await told('/v1/settlement-runs', { month: '2026-10' }, 'finance');
    await told('/v1/settlement-runs/1/approve', {}, 'checker');
    await told('/v1/settlement-runs/1/issue', {}, 'finance');
    await dispute();
    await invoice();
    const clawback = { month: '2026-10', reason: 'refunded', percent: '20', party: 'tianyi' };
    await told('/v1/clawbacks', clawback, 'finance');
    const { id } = await told('/v1/drafts', DRAFT, 'maker', 'mei');
    await told(`/v1/drafts/${id}/submit`, {}, 'maker', 'mei');
    await told('/v1/drafts', { ...DRAFT, effectiveFrom: '2027-02-01T00:00:00+08:00' }, 'maker', 'mei');
    market.engine.clock.moveTo(Date.parse('2026-12-05T09:00:00+08:00'));
    await market.engine.get(RenewDue).run(market.engine.clock.now());
    await market.engine.get(ExpireDue).run(market.engine.clock.now());
    await told('/v1/months/2026-11/freeze', {}, 'finance');
    await told('/v1/months/2026-11/reopen', { reason: 'a file was late' }, 'finance');
    await told('/v1/settlement-runs', { month: '2026-11' }, 'finance');
    const goodwill = { kind: 'goodwill', amount: '1.00', reason: 'an outage', reference: 'T-1' };
    await told('/v1/accounts/alice/adjustments', goodwill, 'operations', 'desk');
    await bill();
  });
  afterAll(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  async function dispute(): Promise<void> {
    await told('/v1/statements/1/zhipu/disputes', { lines: [CLAIM] }, 'partner', 'zhipu');
    const proposal = { granted: '0.40', reason: 'as counted' };
    await told('/v1/disputes/1/lines/1/proposal', proposal, 'finance', 'wu');
  }

  async function invoice(): Promise<void> {
    const statement = '/v1/statements/1/tianyi';
    await told(`${statement}/confirmation`, {}, 'partner', 'tianyi');
    const { body } = await market.get<{ payable: string }>(`${statement}/life`, 'finance');
    const paper = { number: 'F-1', date: '2026-11-02', amount: body.payable };
    await told(`${statement}/invoice`, paper, 'finance', 'wu');
  }

  async function bill(): Promise<void> {
    await told(`/v1/bill-runs/${await drafted('2026-11-01T00:00:00+08:00')}/finalise`, {}, 'checker');
    await until(async () => {
      const { body } = await market.get<{ invoices: object[] }>('/v1/invoices', 'finance');
      return body.invoices.length === 2;
    });
    const credit = { reason: 'an outage', lines: [{ line: 1, gross: '1.00' }] };
    await told('/v1/invoices/2026-CNY-000001/credit-notes', credit, 'maker');
    await told('/v1/invoices/2026-CNY-000002/void', { reason: 'wrong buyer' }, 'maker');
    await drafted('2026-11-02T00:00:00+08:00');
  }

  it('is listed with who asked, the longest wait first, by where it is decided', async () => {
    const found = await list('checker');
    expect(
      found.map(({ kind, title, askedBy, amount }) => [kind, title, askedBy, amount?.value ?? null]),
    ).toEqual([
      ['draft', 'coefficient_table standard', 'mei', null],
      ['payment', '2026-10 tianyi CNY', 'wu', '5.3'],
      ['dispute_line', '2026-10 zhipu 1.1', 'wu', '0.4'],
      ['clawback', '2026-10 tianyi', 'finance', '5.26'],
      ['settlement_run', '2026-11 1', 'finance', null],
      ['month_reopening', '2026-11', 'finance', null],
      ['bill_run', '2 2026-11-01T16:00:00Z', 'maker', null],
      ['invoice_void', '2026-CNY-000002', 'maker', '37.8'],
      ['credit_note', '2026-CNY-000001 1', 'maker', '1'],
      ['adjustment', 'goodwill alice 1', 'desk', '1'],
    ]);
    expect(found.every(({ mine }) => !mine)).toBe(true);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(Object.keys(DECIDED_BY)));
  });

  it('is what the caller’s role decides, and says what the caller asked for', async () => {
    expect(await list('operations')).toEqual([]);
    expect(await list('maker')).toEqual([]);
    const kinds = (await list('finance')).map(({ kind }) => kind);
    expect(kinds).not.toContain('draft');
    expect(kinds).not.toContain('settlement_run');
    const mine = (await list('finance', '', 'wu')).filter((one) => one.mine).map(({ kind }) => kind);
    expect(mine.sort()).toEqual(['dispute_line', 'payment']);
    expect((await list('checker', '?kind=bill_run')).map(({ kind }) => kind)).toEqual(['bill_run']);
    expect((await market.get('/v1/approvals?kind=other', 'checker')).status).toBe(400);
    expect((await market.get('/v1/approvals', 'partner')).status).toBe(403);
  });

  it('is shown at its path, and decided by the roles that it says', async () => {
    for (const { kind, path, decisionPath } of await list('checker')) {
      expect((await market.get(path, 'checker')).status).toBe(200);
      expect([kind, rolesOf(market, decisionPath)]).toEqual([kind, [...DECIDED_BY[kind]].sort()]);
    }
  });

  it('is gone once it is decided', async () => {
    for (const { kind, decisionPath } of await list('checker')) {
      if (kind === 'settlement_run') continue;
      const { status, body } = await market.post(decisionPath, BODIES[kind] ?? {}, 'checker', 'chen');
      expect([kind, status < 300 ? 'decided' : body]).toEqual([kind, 'decided']);
      await until(async () => (await list('checker', `?kind=${kind}`)).length === 0);
    }
  });
});

/** Jobs end a moment after they were asked for. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(20)) {
    if (await isSo()) return;
  }
  throw new Error('nobody has done it');
}

/** As the route of the path declares them. */
function rolesOf(market: HttpMarket, path: string): readonly string[] {
  const controllers = [...market.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  for (const { metatype } of controllers) {
    const controller = metatype as Type;
    for (const name of Object.getOwnPropertyNames(controller.prototype)) {
      const route = (controller.prototype as Record<string, object>)[name] as object;
      if (Reflect.getMetadata('method', route) !== RequestMethod.POST) continue;
      const declared = [Reflect.getMetadata('path', controller), Reflect.getMetadata('path', route)].join(
        '/',
      );
      const form = new RegExp(`^/${declared.replace(/\/$/, '').replace(/:\w+/g, '[^/]+')}$`);
      if (form.test(path)) return [...(Reflect.getMetadata('ciyuan:roles', route) as string[])].sort();
    }
  }
  throw new Error(`no route posts to ${path}`);
}
