import { ExpireDue } from '@ciyuan/modules/subscriptions';
import { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';
import { WalkedList } from '../support/walk-list';
import type { BalanceView } from '../../apps/charging/src/balances/balance.convert';
import type { GrantMovementsView } from '../../apps/charging/src/balances/grant-movements.dto';
import type { IntakeView } from '../../apps/charging/src/intake/intake.dto';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const serves = [{ vendor: 'zhipu', computeOwner: 'tianyi' }];
const NOTHING_LOST = { refused: 0, duplicates: 0, conflicts: 0 };
const at = (time: string): number => Date.parse(`2026-10-10T${time}Z`);

describe('GET /v1/intake', () => {
  let market: HttpMarket;
  const read = async (query = '', role: 'operations' | 'partner' = 'operations', subject?: string) =>
    (await market.get<IntakeView>(`/v1/intake${query}`, role, subject)).body;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await publish(market.engine, 'contract', { partner: 'shop', lateWindowDays: 100, serves });
    await openAccount(market.engine, 'alice', ['base'], START);
    market.engine.clock.moveTo(at('01:10:00'));
    await market.report(usage('i1', 'alice', AT, { input: 1 }), usage('i2', 'nobody', AT, { input: 1 }));
    market.engine.clock.moveTo(at('05:30:10'));
    await market.report(usage('i3', 'alice', AT, { input: 1 }), usage('i1', 'alice', AT, { input: 1 }));
    await market.report(usage('i4', 'alice', AT, { input: 1 }));
    // Another count under a known id, and no count at all.
    await market.report(usage('i4', 'alice', AT, { input: 2 }), usage('i6', 'alice', AT, { input: -1 }));
    market.engine.clock.moveTo(at('05:32:00'));
    await market.report(usage('i5', 'nobody', AT, { input: 1 }));
    market.engine.clock.moveTo(at('05:33:30'));
  });
  afterAll(() => market.close());

  it('counts what was written by partner and minute, and what came to nothing', async () => {
    const { from, partners } = await read('?minutes=5');
    expect(from).toBe('2026-10-10T05:29:00Z');
    expect(partners).toEqual([
      {
        partner: 'gateway',
        charged: 2,
        suspended: 1,
        refused: 1,
        duplicates: 1,
        conflicts: 1,
        recordsPerSecond: '0.011',
        minutes: [
          {
            startsAt: '2026-10-10T05:30:00Z',
            charged: 2,
            suspended: 0,
            refused: 1,
            duplicates: 1,
            conflicts: 1,
          },
          { startsAt: '2026-10-10T05:32:00Z', charged: 0, suspended: 1, ...NOTHING_LOST },
        ],
        lastWriteAt: '2026-10-10T05:32:00Z',
        openSuspense: 2,
        silences: [{ from: '2026-10-10T02:00:00Z', until: '2026-10-10T05:00:00Z' }],
      },
      {
        partner: 'shop',
        charged: 0,
        suspended: 0,
        ...NOTHING_LOST,
        recordsPerSecond: '0',
        minutes: [],
        lastWriteAt: null,
        openSuspense: 0,
        silences: [],
      },
    ]);
  });

  it('is a partner’s own for a partner, and of minutes that were asked for', async () => {
    expect((await read('', 'partner', 'shop')).partners.map(({ partner }) => partner)).toEqual(['shop']);
    expect((await read('?minutes=1')).partners[0]?.minutes).toEqual([]);
    expect((await market.get('/v1/intake?minutes=181', 'operations')).status).toBe(400);
    expect((await market.get('/v1/intake', 'maker')).status).toBe(403);
  });

  it('says of suspense that was tried again at once for several partners that it was nobody’s', async () => {
    await market.post('/v1/usage', { records: [usage('s1', 'nobody', AT, { input: 1 })] }, 'partner', 'shop');
    await openAccount(market.engine, 'nobody', ['base'], START);
    const cause = { reason: 'unknown_account', detail: 'nobody' };
    await market.post('/v1/suspense/causes/recycle', cause, 'operations');
    const last = (await read('?minutes=1')).partners.at(-1);
    expect(last).toMatchObject({ partner: null, charged: 3, suspended: 0, silences: [] });
    expect(await market.engine.violations()).toEqual([]);
  });

  describe('movements of a grant', () => {
    const movements = (grant: string) =>
      new WalkedList(market, `/v1/accounts/carol/grants/${grant}/movements`, 'movements');
    const balance = async () =>
      (await market.get<BalanceView>('/v1/accounts/carol/balance', 'finance')).body.grants;

    beforeAll(async () => {
      await openAccount(market.engine, 'carol', ['base', 'monthly', 'trial', 'pack'], START);
      await market.report(
        usage('m1', 'carol', AT, { input: 12_000, cached_input: 15 }),
        usage('m2', 'carol', AT, { input: 990_000 }),
        usage('m3', 'carol', AT, { input: 5_000 }),
      );
      const items = [{ id: 'm2', reason: 'twice' }];
      await market.post('/v1/usage/voids', { items }, 'partner', 'gateway');
      market.engine.clock.moveTo(Date.parse('2026-11-10T00:00:00+08:00'));
      await market.engine.get(ExpireDue).run(market.engine.clock.now());
      await market.report(usage('m4', 'carol', AT, { input: 7 }));
    });

    it('add up to what is left of each, over all of its pages', async () => {
      for (const { grant, grantedTokens, leftTokens } of await balance()) {
        for (const limit of [1, 2, 100]) {
          const rows = await movements(grant).walk(`limit=${limit}`);
          const sum = rows.reduce((total, row) => total + Number(row['tokens']) * 1_000, 0);
          expect(sum).toBe(Number(leftTokens) * 1_000);
          expect(rows.filter(({ kind }) => kind === 'issued')).toMatchObject([{ tokens: grantedTokens }]);
          expect(rows.length).toBeGreaterThan(1);
        }
      }
    });

    it('name the record that drew, and the one that gave back', async () => {
      const pack = (await balance()).find(({ plan }) => plan === 'pack');
      const { body } = await market.get<GrantMovementsView>(
        `/v1/accounts/carol/grants/${pack?.grant}/movements?sort=at`,
        'finance',
      );
      expect(body.movements.map(({ kind, tokens, record }) => [kind, tokens, record?.id ?? null])).toEqual([
        ['issued', '400000', null],
        ['expired', '-400000', null],
      ]);
      const monthly = (await balance()).find(({ plan }) => plan === 'monthly');
      const rows = await movements(monthly?.grant ?? '').walk('sort=at');
      const records = rows.map(({ kind, record }) => [kind, (record as { id: string } | null)?.id ?? null]);
      expect(records).toEqual(
        expect.arrayContaining([
          ['drawn', 'm1'],
          ['drawn', 'm2'],
          ['returned', 'm2'],
        ]),
      );
    });

    it('are of a grant that there is', async () => {
      const asked = (path: string) => market.get(`/v1/accounts/${path}/movements`, 'finance');
      expect((await asked('carol/grants/999')).status).toBe(404);
      expect((await asked('nobody-else/grants/1')).status).toBe(404);
      expect((await asked('carol/grants/x')).status).toBe(400);
    });
  });
});
