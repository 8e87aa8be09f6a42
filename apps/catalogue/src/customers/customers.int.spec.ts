import { HttpMarket } from '../../../../test/support/http-market';
import { IdentityKey } from './identity-key';

const NOW = '2026-10-01T00:00:00+08:00';
const NUMBER = '11010519491231002X';
/** SHA-256 of the number. */
const SHA = '426695a0efdb59b9eaedaf0b5ca3eddf013cc2a7f9e283437704ea605f421e6d';
const KEY = '0123456789abcdef'.repeat(4);
const LIN = { code: 'C-lin', kind: 'person', name: '林', region: 'CN-SH' };
const STUDIO = {
  code: 'C-studio',
  kind: 'one_person_company',
  name: 'Studio',
  region: 'CN-SH',
  registrationNumber: '91310000MA1K00001X',
};

describe('customers over HTTP', () => {
  let market: HttpMarket;
  beforeAll(async () => {
    market = await HttpMarket.open(NOW, [], { IDENTITY_KEY: KEY });
  });
  afterAll(() => market.close());

  const post = (path: string, body: object, role: 'maker' | 'operations' = 'operations') =>
    market.post<Record<string, unknown>>(path, body, role);
  const faults = (body: Record<string, unknown>): unknown =>
    (body['faults'] as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);

  it('registers a person, whose number goes nowhere', async () => {
    const said: unknown[] = [];
    for (const stream of [process.stdout, process.stderr])
      jest.spyOn(stream, 'write').mockImplementation((text) => said.push(text) > 0);
    const { status, body } = await post('/v1/customers', { ...LIN, documentNumber: NUMBER });
    jest.restoreAllMocks();
    const view = { ...LIN, parent: null, registrationNumber: null, verifiedAt: null };
    expect([status, body]).toEqual([201, view]);
    const [stored] = await market.engine.rows('SELECT c::text AS row, identity FROM ciyuan.customer AS c');
    expect(stored?.['identity']).toMatch(/^[0-9a-f]{64}$/);
    for (const secret of [NUMBER, SHA]) expect(JSON.stringify([body, stored, said])).not.toContain(secret);
  });

  it('knows the person again by the number however it is written, or by its digest', async () => {
    for (const document of [{ documentNumber: '110105-19491231-002x' }, { documentSha256: SHA }]) {
      expect((await post('/v1/customers', { ...LIN, ...document })).status).toBe(201);
      const other = await post('/v1/customers', { ...LIN, code: 'C-other', ...document });
      expect([other.status, faults(other.body)]).toEqual([409, ['identity taken']]);
    }
    const changed = await post('/v1/customers', { ...LIN, documentNumber: '110105194912310021' });
    expect([changed.status, faults(changed.body)]).toEqual([409, ['identity differs']]);
    expect(JSON.stringify(changed.body)).not.toMatch(/[0-9a-f]{64}|1101051949/);
  });

  it.each([
    ['a person of no document', { ...LIN }, 'documentNumber'],
    ['a person of two', { ...LIN, documentNumber: NUMBER, documentSha256: SHA }, 'documentNumber'],
    [
      'a person with a registration',
      { ...LIN, documentNumber: NUMBER, registrationNumber: '91310000MA1K00001X' },
      'registrationNumber',
    ],
    ['a company without one', { ...STUDIO, registrationNumber: undefined }, 'registrationNumber'],
    ['a company with a person’s document', { ...STUDIO, documentNumber: NUMBER }, 'documentNumber'],
    ['a region in words', { ...STUDIO, region: 'Shanghai' }, 'region'],
  ])('refuses %s', async (_what, customer, path) => {
    const { status, body } = await post('/v1/customers', { ...customer, code: 'odd' });
    expect(status).toBe(400);
    expect((body['faults'] as { path: string }[])[0]?.path).toBe(path);
    expect(JSON.stringify(body)).not.toContain(NUMBER);
  });

  it('verifies, and shows customers page by page', async () => {
    expect((await post('/v1/customers', STUDIO)).status).toBe(201);
    const verifiedAt = '2026-09-30T16:00:00Z';
    const verified = await post('/v1/customers/C-studio/verification', { verifiedAt });
    expect([verified.status, verified.body]).toEqual([201, { ...STUDIO, parent: null, verifiedAt }]);
    const late = await post('/v1/customers/C-studio/verification', { verifiedAt: '2026-10-02T00:00:00Z' });
    expect([late.status, faults(late.body)]).toEqual([422, ['verifiedAt not_yet']]);
    expect((await post('/v1/customers/nobody/verification', { verifiedAt })).status).toBe(404);
    const first = await market.get<{ customers: object[]; next: string }>('/v1/customers?limit=1', 'finance');
    expect(first.body.customers).toMatchObject([{ code: 'C-lin' }]);
    const rest = await market.get(`/v1/customers?limit=1&after=${first.body.next}`, 'finance');
    expect(rest.body).toMatchObject({ customers: [{ code: 'C-studio' }], next: null });
  });

  it('hangs organisations under one another', async () => {
    for (const code of ['group', 'branch']) {
      const firm = { ...STUDIO, code, kind: 'organisation', registrationNumber: `9131${code.toUpperCase()}` };
      expect((await post('/v1/customers', firm)).status).toBe(201);
    }
    expect((await post('/v1/customers/branch/parent', { parent: 'group' })).body).toMatchObject({
      parent: 'group',
    });
    const ring = await post('/v1/customers/group/parent', { parent: 'branch' });
    expect([ring.status, faults(ring.body)]).toEqual([409, ['parent part_of_itself']]);
    const solo = await post('/v1/customers/C-studio/parent', { parent: 'group' });
    expect([solo.status, faults(solo.body)]).toEqual([422, ['parent not_an_organisation']]);
  });

  it('opens accounts of customers, suspends them, and names the customer of one that had none', async () => {
    const account = { code: 'A-1', name: 'One', segment: 'consumer' };
    const opened = await post('/v1/accounts', { ...account, customer: 'C-studio' });
    expect(opened.body).toMatchObject({ customer: 'C-studio', region: null, status: 'active' });
    expect((await post('/v1/accounts', { ...account, code: 'A-2', customer: 'nobody' })).status).toBe(422);
    const suspended = await post('/v1/accounts/A-1/status', { status: 'suspended', reason: 'unpaid' });
    expect([suspended.status, suspended.body]).toMatchObject([201, { status: 'suspended' }]);
    const order = await post('/v1/accounts/A-1/subscriptions', { plan: 'base', startsAt: NOW });
    expect([order.status, faults(order.body)]).toEqual([403, ['account account_not_active']]);
    await post('/v1/accounts', { ...account, code: 'A-3' });
    const assigned = await post('/v1/accounts/A-3/customer', { customer: 'C-lin' });
    expect([assigned.status, assigned.body]).toMatchObject([201, { customer: 'C-lin' }]);
    const again = await post('/v1/accounts/A-3/customer', { customer: 'C-studio' });
    expect([again.status, faults(again.body)]).toEqual([409, ['customer another_customer']]);
  });

  it('shows one customer, and one account', async () => {
    const studio = await market.get('/v1/customers/C-studio', 'checker');
    expect([studio.status, studio.body]).toMatchObject([200, { ...STUDIO, parent: null }]);
    const account = await market.get('/v1/accounts/A-1', 'checker');
    expect([account.status, account.body]).toMatchObject([
      200,
      { code: 'A-1', customer: 'C-studio', status: 'suspended', zone: 'Asia/Shanghai' },
    ]);
    expect(account.body).not.toHaveProperty('id');
    for (const nobody of ['customers/nobody', 'accounts/nobody'])
      expect((await market.get(`/v1/${nobody}`, 'checker')).status).toBe(404);
    expect((await market.get('/v1/accounts/A-1', 'partner', 'gateway')).status).toBe(403);
  });

  it('tells no people apart without a key', () => {
    expect(() => new IdentityKey().identityOf({ documentNumber: NUMBER })).toThrow('no_identity_key');
  });
});
