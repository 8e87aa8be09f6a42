import { ChangeAccountStatus } from '@ciyuan/modules/parties';
import { IntakeUsage, ReadBalance, VoidUsage } from '@ciyuan/modules/charging';
import { ExpireDue, RenewDue, TransferGrant, type TransferToMake } from '@ciyuan/modules/subscriptions';
import { Engine } from '../support/engine';
import { openAccount, openMarket, publish, usage } from '../support/market';
import { SeededMarket } from '../support/seeded-market';

const START = '2026-10-01T00:00:00+08:00';
const NOW = Date.parse('2026-10-20T00:00:00+08:00');
const OPEN_PLANS = {
  role: 'pack',
  currency: 'CNY',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
  exhaustion: 'hard_limit',
  coefficients: 'at_issue',
  coefficientTable: 'standard',
  latenessHours: 72,
  validityDays: 60,
};
/** 3,000 tokens for 1 yuan, 0.94 net: a thousand is a third of that, which has no end. */
const SHARED = {
  ...OPEN_PLANS,
  code: 'shared',
  name: 'Shared',
  price: '1.00',
  transferable: true,
  allowance: { tokens: 3_000, models: ['*'], source: 'pack' },
};

describe('tokens that one account gives to another', () => {
  let engine: Engine;
  let market: SeededMarket;

  beforeEach(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    await publish(engine, 'plan', SHARED);
    market = await SeededMarket.at(engine.urls, START);
    await openAccount(engine, 'alice', ['base', 'shared', 'shared', 'monthly'], START);
    await openAccount(engine, 'bob', ['base'], START);
    await openAccount(engine, 'carol', [], START);
    engine.clock.moveTo(NOW);
  });
  afterEach(async () => {
    expect(await market.violations()).toEqual([]);
    await market.engine.stop();
    await engine.stop();
  });

  const GIFT = { from: 'alice', to: 'bob', tokens: 1_000, by: 'mei', preview: false };
  const give = (own: Partial<TransferToMake> = {}) => engine.get(TransferGrant).run({ ...GIFT, ...own });
  const post = (...records: object[]) => engine.get(IntakeUsage).run('gateway', records as never);
  /** Of what may be given: origin, tokens, drawn, released, expired. */
  const shared = async (account: string) =>
    ((await engine.get(ReadBalance).run(account)) ?? [])
      .filter(({ plan }) => plan === 'shared')
      .map((one) => [
        one.origin,
        ...[one.grantedMilli, one.drawnMilli, one.releasedMilli, one.expiredMilli].map(
          (milli) => Number(milli) / 1_000,
        ),
      ]);
  const prices = async () =>
    (
      await engine.rows<{ gross: string; net: string }>(
        `SELECT price_gross AS gross, price_net AS net FROM ciyuan.grant_bucket WHERE origin = 'received'
          ORDER BY account_id, number`,
      )
    ).map(({ gross, net }) => [gross, net]);
  const AT = '2026-10-21T12:00:00+08:00';
  const later = (): void => engine.clock.moveTo(Date.parse('2026-10-22T00:00:00+08:00'));

  it('are the receiver’s from then on, with the part of the price that is not recognised yet', async () => {
    await post(usage('a1', 'alice', '2026-10-10T12:00:00+08:00', { input: 1_000_500 }));
    const given = await give();
    expect(given).toMatchObject({
      ok: true,
      value: {
        parts: [
          { accountId: 1, sequence: 9, grantNumber: 3, milliTokens: 1_000_000n, toAccountId: 2, toNumber: 2 },
        ],
        applied: true,
      },
    });
    expect(await shared('alice')).toEqual([
      ['sold', 3_000, 500, 1_000, 0],
      ['sold', 3_000, 0, 0, 0],
    ]);
    expect(await shared('bob')).toEqual([['received', 1_000, 0, 0, 0]]);
    expect(await prices()).toEqual([['0.333333333334', '0.313333333334']]);
    later();
    await post(usage('b1', 'bob', AT, { input: 400 }));
    expect(await shared('bob')).toEqual([['received', 1_000, 400, 0, 0]]);
  });

  it('are previewed as they are given, and a preview gives nothing', async () => {
    const previewed = await give({ preview: true, tokens: 4_500 });
    expect(await shared('bob')).toEqual([]);
    const given = await give({ tokens: 4_500 });
    expect(given.ok && previewed.ok && { ...given.value, applied: false }).toEqual(
      previewed.ok && previewed.value,
    );
    expect(await shared('alice')).toEqual([
      ['sold', 3_000, 0, 3_000, 0],
      ['sold', 3_000, 0, 1_500, 0],
    ]);
    expect(await prices()).toEqual([
      ['1.000000000000', '0.940000000000'],
      ['0.500000000000', '0.470000000000'],
    ]);
  });

  it('go on to a third, who pays what the plan of nobody says once they are used up', async () => {
    await give();
    await openAccount(engine, 'dora', ['base'], START);
    expect((await give({ from: 'bob', to: 'dora', tokens: 600 })).ok).toBe(true);
    later();
    await post(usage('d1', 'dora', AT, { input: 700 }), usage('c1', 'carol', AT, { input: 1 }));
    expect(
      await engine.rows('SELECT record_id, drawn_milli, overage_kind, usage_gross FROM ciyuan.usage_record'),
    ).toEqual([
      { record_id: 'd1', drawn_milli: '600000', overage_kind: 'usage', usage_gross: '0.000200000000' },
    ]);
  });

  it('expire where they would have expired, and come back where a record is void', async () => {
    await give();
    later();
    await post(usage('b1', 'bob', AT, { input: 900 }));
    engine.clock.moveTo(Date.parse('2026-12-10T00:00:00+08:00'));
    await engine.get(RenewDue).run(engine.clock.now());
    await engine.get(ExpireDue).run(engine.clock.now());
    expect(await shared('bob')).toEqual([['received', 1_000, 900, 0, 100]]);
    const items = [{ source: 'api', id: 'b1', reason: 'sent twice' }];
    const voided = { partner: 'gateway', by: 'mei', asStaff: true, items };
    expect(await engine.get(VoidUsage).run(voided)).toMatchObject([{ status: 'voided' }]);
    expect(await shared('bob')).toEqual([['received', 1_000, 0, 0, 1_000]]);
  });

  it.each([
    ['nobody’s', { from: 'nobody' }, 'unknown_account'],
    ['for nobody', { to: 'nobody' }, 'unknown_receiver'],
    ['for oneself', { to: 'alice' }, 'same_account'],
    ['of no grant', { grantNumber: 99 }, 'unknown_grant'],
    ['of a plan that does not allow it', { grantNumber: 7 }, 'not_transferable'],
    ['of more than there is', { tokens: 6_001 }, 'not_enough_tokens'],
    ['of more than the one grant has', { grantNumber: 3, tokens: 3_001 }, 'not_enough_tokens'],
  ] as const)('%s: refused, and nothing is written', async (_what, own, code) => {
    expect(await give(own)).toEqual({ ok: false, refusal: { code } });
    expect(await engine.rows("SELECT 1 FROM ciyuan.account_write WHERE kind = 'transfer'")).toEqual([]);
  });

  it('are refused once they have expired', async () => {
    engine.clock.moveTo(Date.parse('2026-11-30T00:00:00+08:00'));
    expect(await give({ grantNumber: 3 })).toEqual({ ok: false, refusal: { code: 'grant_not_in_force' } });
    expect(await give()).toEqual({ ok: false, refusal: { code: 'not_enough_tokens' } });
  });

  it.each(['alice', 'bob'])('are refused while %s is suspended', async (account) => {
    await engine.get(ChangeAccountStatus).run({ account, status: 'suspended', reason: 'asked', by: 'mei' });
    expect(await give()).toEqual({ ok: false, refusal: { code: 'account_not_active' } });
  });

  it('are given once, however many ask for the last of them at the same time, in both directions', async () => {
    await give({ tokens: 3_000 });
    const gifts = Array.from({ length: 8 }, (_, index) =>
      index % 2 === 0
        ? give({ tokens: 2_000, to: 'carol' })
        : give({ from: 'bob', to: 'alice', tokens: 2_000 }),
    );
    const made = (await Promise.all(gifts)).map(({ ok }) => ok);
    // Alice has 3,000 left, and 2,000 more once bob has given them.
    const carols = made.filter((ok, index) => ok && index % 2 === 0).length;
    const bobs = made.filter((ok, index) => ok && index % 2 === 1).length;
    expect(bobs).toBe(1);
    expect(carols === 1 || carols === 2).toBe(true);
  });
});
