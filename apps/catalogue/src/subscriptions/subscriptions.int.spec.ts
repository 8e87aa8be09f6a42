import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiKeys, AuthModule } from '@ciyuan/platform/auth';
import { ClockModule } from '@ciyuan/platform/clock';
import { DatabaseModule } from '@ciyuan/platform/database';
import { createHttpApp, type Problem } from '@ciyuan/platform/http';
import { holdAnswers } from '../../../../test/support/described-answers';
import { Engine } from '../../../../test/support/engine';
import { openAccount, openMarket } from '../../../../test/support/market';
import { CatalogueAppModule } from '../catalogue-app.module';

class TestApp {}

const START = '2026-10-01T00:00:00+08:00';

describe('orders over HTTP', () => {
  let engine: Engine;
  let app: NestFastifyApplication;
  let key: string;

  beforeAll(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    await openAccount(engine, 'alice', ['base'], START);
    const imports = [
      DatabaseModule.at(engine.urls.appUrl, 3),
      ClockModule.forRoot(engine.clock),
      AuthModule,
      CatalogueAppModule,
    ];
    app = await createHttpApp({ module: TestApp, imports }, { title: 'orders' });
    holdAnswers(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    key = await app.get(ApiKeys).issue({ role: 'maker', subject: 'mei' });
  });

  afterAll(async () => {
    await app.close();
    await engine.stop();
  });

  const order = (account: string, payload: object) =>
    app.inject({
      method: 'POST',
      url: `/v1/accounts/${account}/subscriptions`,
      headers: { authorization: `Bearer ${key}` },
      payload,
    });

  it('takes up a plan and grants at once what it grants', async () => {
    const taken = await order('alice', { plan: 'pack', startsAt: START, channel: 'shop' });
    expect(taken.statusCode).toBe(201);
    expect(taken.json()).toMatchObject({ account: 'alice', plan: 'pack', subscriptionId: 2 });
    const grants = await engine.rows<{ quantity_milli: string; channel: string }>(
      'SELECT quantity_milli, channel FROM ciyuan.grant_bucket',
    );
    expect(grants).toEqual([{ quantity_milli: '400000000', channel: 'shop' }]);
    expect(await engine.violations()).toEqual([]);
  });

  it.each([
    ['nobody', { plan: 'pack', startsAt: START }, 404, 'unknown_account', 'account'],
    ['alice', { plan: 'none', startsAt: START }, 422, 'unknown_plan', 'plan'],
    ['alice', { plan: 'pack', startsAt: START, channel: 'nowhere' }, 422, 'unknown_channel', 'channel'],
    ['alice', { plan: 'base', startsAt: '2026-11-01T00:00:00+08:00' }, 409, 'second_base_tariff', 'plan'],
    ['alice', { plan: 'pack', startsAt: '2026-11-01' }, 400, 'invalid', 'startsAt'],
  ])('refuses for %s: %j', async (account, payload, status, code, path) => {
    const refused = await order(account, payload);
    expect(refused.statusCode).toBe(status);
    expect(refused.json<Problem>().faults).toEqual([expect.objectContaining({ path, code })]);
    const [{ count } = { count: '' }] = await engine.rows<{ count: string }>(
      'SELECT count(*) FROM ciyuan.subscription',
    );
    expect(count).toBe('2');
  });
});
