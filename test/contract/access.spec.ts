import { HttpMarket } from '../support/http-market';

const START = '2026-10-01T00:00:00+08:00';
const CHALLENGE = 'Bearer';

/** Every kind of route, and a role that may not call it. */
const CLOSED: readonly (readonly [
  method: string,
  path: string,
  role: 'partner' | 'finance' | 'checker' | 'maker',
])[] = [
  ['POST', '/v1/usage', 'finance'],
  ['POST', '/v1/suspense/recycle', 'finance'],
  ['POST', '/v1/suspense/recycle', 'partner'],
  ['GET', '/v1/suspense', 'checker'],
  ['GET', '/v1/suspense/causes', 'checker'],
  ['POST', '/v1/suspense/causes/recycle', 'finance'],
  ['GET', '/v1/accounts/alice/balance', 'partner'],
  ['GET', '/v1/accounts/alice/commitments', 'partner'],
  ['GET', '/v1/accounts', 'partner'],
  ['GET', '/v1/accounts/alice', 'partner'],
  ['GET', '/v1/accounts/alice/grants/1/movements', 'partner'],
  ['GET', '/v1/customers/c', 'partner'],
  ['GET', '/v1/intake', 'checker'],
  ['GET', '/v1/approvals', 'partner'],
  ['GET', '/v1/overview', 'partner'],
  ['GET', '/v1/overview/alerts', 'partner'],
  ['GET', '/v1/overview/commitments', 'partner'],
  ['GET', '/v1/search', 'partner'],
  ['POST', '/v1/accounts', 'finance'],
  ['POST', '/v1/parties', 'checker'],
  ['GET', '/v1/customers', 'partner'],
  ['POST', '/v1/customers', 'finance'],
  ['POST', '/v1/customers/c/verification', 'maker'],
  ['POST', '/v1/accounts/alice/status', 'maker'],
  ['POST', '/v1/campaign-pools/spring/top-ups', 'finance'],
  ['POST', '/v1/drafts', 'checker'],
  ['PUT', '/v1/drafts/1', 'checker'],
  ['GET', '/v1/drafts', 'partner'],
  ['GET', '/v1/price-notices', 'partner'],
  ['GET', '/v1/price-notices/1/subscriptions', 'partner'],
  ['POST', '/v1/due-work', 'maker'],
  ['POST', '/v1/usage/voids', 'finance'],
  ['POST', '/v1/usage/replacements', 'checker'],
  ['POST', '/v1/re-ratings', 'partner'],
  ['POST', '/v1/re-ratings/voided', 'maker'],
  ['POST', '/v1/re-ratings/costs', 'partner'],
  ['POST', '/v1/orders/import', 'finance'],
  ['GET', '/v1/orders/imports/1', 'checker'],
  ['GET', '/v1/parties/zhipu/terms', 'maker'],
  ['GET', '/v1/clawbacks', 'partner'],
  ['POST', '/v1/clawbacks', 'checker'],
  ['POST', '/v1/clawbacks/1/approve', 'maker'],
  ['GET', '/v1/statements/1/zhipu/bases', 'maker'],
  ['GET', '/v1/statements/1/zhipu/bases/2026-10/accounts', 'partner'],
  ['POST', '/v1/statements/1/zhipu/confirmation', 'checker'],
  ['POST', '/v1/statements/1/zhipu/payment-approval', 'partner'],
  ['POST', '/v1/statements/1/zhipu/payment', 'partner'],
  ['POST', '/v1/statements/1/zhipu/payment', 'checker'],
  ['GET', '/v1/settlement-runs/1/differences', 'partner'],
  ['GET', '/v1/settlement-runs/1/differences/export.csv', 'partner'],
  ['GET', '/v1/settlement-runs/1/variances', 'partner'],
  ['POST', '/v1/settlement-runs/1/variances', 'maker'],
  ['POST', '/v1/bill-runs', 'checker'],
  ['POST', '/v1/bill-runs/1/finalise', 'maker'],
  ['GET', '/v1/invoices', 'partner'],
  ['POST', '/v1/invoices/2026-CNY-000001/void', 'checker'],
  ['POST', '/v1/invoices/2026-CNY-000001/void/approve', 'maker'],
  ['POST', '/v1/invoices/2026-CNY-000001/credit-notes/1/approve', 'maker'],
  ['PUT', '/v1/customers/c/billing-profile', 'checker'],
  ['PUT', '/v1/accounts/alice/collection', 'checker'],
  ['POST', '/v1/phone-bill-files', 'maker'],
  ['POST', '/v1/phone-bill-feedback', 'checker'],
  ['GET', '/v1/invoices/2026-CNY-000001/export.pdf', 'partner'],
];

describe('who may call', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
  });

  afterAll(() => market.close());

  it.each([
    ['no key', undefined],
    ['a key that nobody has', `Bearer cy_${'A'.repeat(43)}`],
    ['another scheme', 'Basic cGFydG5lcjpwYXJ0bmVy'],
    ['no key behind the scheme', 'Bearer '],
    ['two keys', 'Bearer a b'],
    ['a key of a thousand characters', `Bearer ${'a'.repeat(1_000)}`],
  ])('refuses %s with 401 and a challenge', async (_what, authorization) => {
    const headers = authorization === undefined ? {} : { authorization };
    const answer = await fetch(`${market.url}/v1/suspense`, { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe(CHALLENGE);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toEqual({
      type: 'urn:ciyuan:problem:key_missing_or_unknown',
      title: 'key missing or unknown',
      status: 401,
      detail: expect.stringContaining('Authorization: Bearer') as string,
    });
  });

  it('takes the name of the scheme in any case', async () => {
    const headers = { authorization: `bearer ${await market.key('finance')}` };
    expect((await market.send('/v1/suspense', { headers })).status).toBe(200);
  });

  it('forgets a key that was revoked', async () => {
    const headers = await market.headers('finance', 'leaver');
    expect((await market.send('/v1/suspense', { headers })).status).toBe(200);
    await market.engine.rows("UPDATE ciyuan.api_key SET revoked_at = now() WHERE subject = 'leaver'");
    expect((await market.send('/v1/suspense', { headers })).status).toBe(401);
  });

  it.each(CLOSED)(
    'refuses %s %s to a %s with 403, before it looks at what was sent',
    async (method, path, role) => {
      const headers = { ...(await market.headers(role)), 'content-type': 'application/json' };
      const answer = await market.send(path, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      expect(answer).toEqual({
        status: 403,
        type: 'application/problem+json',
        body: {
          type: 'urn:ciyuan:problem:role_not_allowed',
          title: 'role not allowed',
          status: 403,
          detail: `The role ${role} may not do this.`,
        },
      });
    },
  );

  it.each([
    ['GET', '/v1/nothing'],
    ['DELETE', '/v1/usage'],
    ['POST', '/v1/catalogue/plan'],
    ['DELETE', '/v1/drafts/1'],
    ['GET', '/../../etc/passwd'],
  ])('knows no %s %s', async (method, path) => {
    const { status, type } = await market.send(path, { method, headers: await market.headers('admin') });
    expect([status, type]).toEqual([404, 'application/problem+json']);
  });
});
