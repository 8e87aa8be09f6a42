import { PublishDocument } from '@ciyuan/modules/catalogue';
import type { Role } from '@ciyuan/platform/auth';
import { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';
import { must } from '../support/settlement-engine';
import { tianyiContract } from '../support/tianyi-contract';

const START = '2026-10-01T00:00:00+08:00';
const BASES = '/v1/statements/1/tianyi/bases';
const CONTRACT = tianyiContract({ basis: 'invoiced' });

/** Tianyi asks 0.5 yuan a million: 5.00 of alice’s ten million, 1.00 of bob’s two; a million costs 2 yuan. */
describe('what waits until it is invoiced, over HTTP', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    for (const account of ['alice', 'bob']) await openAccount(market.engine, account, ['base'], START);
    const wanted = { kind: 'contract', body: CONTRACT, effectiveFrom: Date.parse(START), by: 'mei' } as const;
    must(await market.engine.get(PublishDocument).run(wanted));
    market.engine.clock.moveTo(Date.parse('2026-11-02T09:00:00+08:00'));
    await market.report(
      usage('r1', 'alice', '2026-10-05T12:00:00+08:00', { input: 10_000_000 }),
      usage('r2', 'bob', '2026-10-05T12:00:00+08:00', { input: 2_000_000 }),
    );
    await market.post('/v1/settlement-runs', { month: '2026-10' }, 'finance');
    await market.post('/v1/settlement-runs/1/approve', {}, 'checker');
    expect((await market.post('/v1/settlement-runs/1/issue', {}, 'finance')).status).toBe(200);
  });
  afterAll(() => market.close());

  const statusOf = async (path: string, role: Role, subject?: string): Promise<number> =>
    (await market.get(path, role, subject)).status;

  it('is told to its party by month, beside what the statement holds', async () => {
    const { body } = await market.get<object>(BASES, 'partner', 'tianyi');
    expect(body).toEqual({
      bases: [
        { month: '2026-10', basis: 'invoiced', share: '6', takenBack: '0', heldBefore: '0', held: '6' },
      ],
    });
    const statement = await market.get<object>('/v1/statements/1/tianyi', 'partner', 'tianyi');
    expect(statement.body).toMatchObject({ share: '6', held: '6', released: '0' });
    const terms = await market.get<object>('/v1/parties/tianyi/terms', 'partner', 'tianyi');
    const month = {
      currency: 'CNY',
      month: '2026-10',
      basis: 'invoiced',
      share: '6',
      takenBack: '0',
      held: '6',
    };
    expect(terms.body).toMatchObject({ holdbacks: [], waiting: [month] });
  });

  it('is of no month where the contract waits for nothing', async () => {
    const { body } = await market.get<object>('/v1/statements/1/operator/bases', 'finance');
    expect(body).toEqual({ bases: [] });
  });

  it('shows the operator’s people the accounts that decided it, page by page', async () => {
    const path = `${BASES}/2026-10/accounts`;
    const first = await market.get<{ accounts: object[]; next: string }>(`${path}?limit=1`, 'finance');
    const nothing = { earlier: '0', money: '0', covered: '0' };
    expect(first.body.accounts).toEqual([{ account: 'alice', revenue: '20', ...nothing }]);
    const rest = await market.get<object>(`${path}?limit=1&after=${first.body.next}`, 'checker');
    expect(rest.body).toEqual({ accounts: [{ account: 'bob', revenue: '4', ...nothing }], next: null });
  });

  it('is nobody else’s to read', async () => {
    expect(await statusOf(BASES, 'partner', 'zhipu')).toBe(404);
    expect(await statusOf('/v1/statements/9/tianyi/bases', 'finance')).toBe(404);
    expect(await statusOf(`${BASES}/2026-09/accounts`, 'finance')).toBe(404);
    expect(await statusOf(`${BASES}/2026-13/accounts`, 'finance')).toBe(400);
    expect(await statusOf(`${BASES}/2026-10/accounts`, 'partner', 'tianyi')).toBe(403);
  });

  it('leaves nothing to find', async () => {
    expect(await market.engine.violations()).toEqual([]);
  });
});
