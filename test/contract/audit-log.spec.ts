import { createHash } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { AuditTrail } from '@ciyuan/platform/audit';
import { HttpMarket } from '../support/http-market';
import { Browser, PASSWORD, accountFor, signedIn } from '../support/signed-in';
import { WalkedList } from '../support/walk-list';

const START = '2026-10-01T00:00:00+08:00';
const NOW = '2026-09-30T16:00:00Z';
const DRAFT = {
  kind: 'contract',
  effectiveFrom: '2027-01-01T00:00:00+08:00',
  body: { partner: 'gateway', serves: [{ vendor: 'zhipu', computeOwner: 'tianyi' }], lateWindowDays: 7 },
};
const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const DIGEST = expect.stringMatching(/^[0-9a-f]{64}$/) as string;

describe('the audit log', () => {
  let market: HttpMarket;
  let log: WalkedList;

  beforeAll(async () => {
    market = await HttpMarket.open(START, [], {
      SIGN_IN_ATTEMPTS_PER_MINUTE: '10000',
      IDENTITY_KEY: 'ab'.repeat(32),
    });
    log = new WalkedList(market, '/v1/audit-log', 'entries', 'checker');
  });
  afterAll(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  const entries = (query: string) => log.walk(`limit=500&${query}`);
  const latest = async (query: string) => (await entries(query))[0];

  it('has who asked for what by a key, when, and what came of it', async () => {
    await market.post('/v1/drafts', DRAFT, 'maker', 'mei');
    expect(await latest('who=mei')).toEqual({
      number: expect.any(Number) as number,
      at: NOW,
      credential: 'key',
      credentialId: expect.any(Number) as number,
      subject: 'mei',
      person: null,
      role: 'maker',
      method: 'POST',
      route: '/v1/drafts',
      parameters: {},
      object: 'contract',
      bodySha256: sha256(JSON.stringify(DRAFT)),
      bodyBytes: Buffer.byteLength(JSON.stringify(DRAFT)),
      body: DRAFT,
      digest: DIGEST,
      answer: { at: NOW, status: 201, problem: null, digest: DIGEST },
    });
    await market.post('/v1/drafts/1/approve', {}, 'checker', 'lin');
    expect(await latest('who=lin')).toMatchObject({
      route: '/v1/drafts/:id/approve',
      parameters: { id: '1' },
      object: '1',
      answer: { status: 409, problem: expect.stringMatching(/\w/) as string },
    });
  });

  it('has persons by name, also those of partners, and what they were refused', async () => {
    const wang = await signedIn(market, 'wang', 'partner', 'gateway');
    await wang.send('POST', '/v1/drafts', DRAFT);
    expect(await latest('who=wang')).toMatchObject({
      credential: 'session',
      subject: 'gateway',
      person: 'wang',
      role: 'partner',
      answer: { status: 403, problem: 'role_not_allowed' },
    });
    wang.csrfToken = undefined;
    await wang.send('DELETE', '/v1/session');
    expect(await latest('who=gateway')).toMatchObject({
      answer: { status: 403, problem: 'csrf_token_missing' },
    });
    await market.post('/v1/drafts', { kind: 'nothing' }, 'maker', 'zhao');
    expect(await latest('who=zhao')).toMatchObject({ answer: { status: 400, problem: 'invalid_request' } });
  });

  it('has texts that cannot be stored, as far as they can', async () => {
    await market.post('/v1/drafts/%00/reject', { reason: 'a\u0000\ud800' }, 'checker', 'odd');
    expect(await latest('who=odd')).toMatchObject({
      parameters: { id: '\ufffd' },
      body: { reason: 'a\ufffd\ufffd' },
      answer: { status: 400 },
    });
  });

  it('has bodies that go on for ever, as far as they mean something', async () => {
    const headers = { ...(await market.headers('maker', 'deep')), 'content-type': 'application/json' };
    const body = `{"code":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect((await market.send('/v1/drafts', { method: 'POST', headers, body })).status).toBe(400);
    expect(await latest('who=deep')).toMatchObject({ bodyBytes: body.length, answer: { status: 400 } });
  });

  it('has signing in, failing to, another password and signing out, and never a password', async () => {
    const once = await accountFor(market, 'chen', 'maker');
    const chen = new Browser(market);
    await chen.signIn('chen', 'a wrong password');
    await chen.signIn('chen', once);
    await chen.choosePassword(once, PASSWORD);
    await chen.send('DELETE', '/v1/session');
    const told = (await entries('who=chen&sort=number')).map(({ method, route, credential, answer }) => [
      `${String(method)} ${String(route)}`,
      credential,
      (answer as { status: number }).status,
    ]);
    expect(told).toEqual([
      ['POST /v1/session', 'sign_in', 401],
      ['POST /v1/session', 'sign_in', 200],
      ['PUT /v1/session/password', 'session', 200],
      ['DELETE /v1/session', 'session', 204],
    ]);
    const [first] = await entries('who=chen&sort=number');
    const kept = { login: 'chen', password: '(removed)' };
    expect([first?.['body'], first?.['bodySha256']]).toEqual([kept, sha256(JSON.stringify(kept))]);
    const all = await market.engine.rows<{ text: string }>(
      'SELECT e::text AS text FROM ciyuan.audit_entry AS e',
    );
    for (const { text } of all) {
      for (const secret of ['a wrong password', once, PASSWORD]) expect(text).not.toContain(secret);
    }
  });

  it('has no numbers of people’s documents', async () => {
    const person = {
      code: 'p-1',
      kind: 'person',
      name: 'P',
      region: 'CN-SH',
      documentNumber: '31010119900101001X',
    };
    await market.post('/v1/customers', person, 'operations', 'desk');
    expect(await latest('who=desk')).toMatchObject({
      object: 'p-1',
      body: { code: 'p-1', documentNumber: '(removed)' },
      answer: { status: 201 },
    });
  });

  it('has files by their digest, and nothing of what is only read or is usage of a system', async () => {
    const count = async (): Promise<number> => (await entries('')).length;
    const headers = { ...(await market.headers('operations', 'filer')), 'content-type': 'text/csv' };
    await market.send('/v1/orders/import', { method: 'POST', headers, body: 'a,b\n1,2\n' });
    expect(await latest('who=filer')).toMatchObject({
      body: null,
      bodyBytes: 8,
      bodySha256: sha256('a,b\n1,2\n'),
    });
    const before = await count();
    await market.get('/v1/drafts', 'maker');
    await market.report({ id: 'x' });
    await market.send('/v1/drafts', { method: 'POST' });
    expect(await count()).toBe(before);
    const wu = await signedIn(market, 'wu', 'partner', 'gateway');
    await wu.send('POST', '/v1/usage', { records: [{ id: 'by-hand' }] });
    expect(await latest('who=wu')).toMatchObject({ route: '/v1/usage' });
  });

  it('is filtered by who, action, object, result and time', async () => {
    const numbers = async (query: string) => (await entries(query)).map((one) => one['number']);
    expect(await numbers('action=/v1/drafts/:id/approve')).toHaveLength(1);
    expect(await numbers('action=POST%20/v1/drafts/:id/approve&object=1')).toHaveLength(1);
    expect(await numbers('action=PUT%20/v1/drafts/:id/approve')).toEqual([]);
    expect(await numbers('result=failed')).toEqual([]);
    const split = await Promise.all(
      ['done', 'refused', 'failed', 'unanswered'].map((one) => numbers(`result=${one}`)),
    );
    expect(split.flat().length).toBe((await numbers('')).length);
    market.engine.clock.moveBy(60_000);
    await market.post('/v1/drafts', DRAFT, 'maker', 'late');
    expect(await numbers('from=2026-09-30T16:00:30Z')).toHaveLength(1);
    expect(await numbers('to=2026-09-30T16:00:30Z&who=late')).toEqual([]);
    const all = await numbers('sort=number');
    expect((await log.walk('sort=number&limit=2')).map((one) => one['number'])).toEqual(all);
    expect(await log.status('colour=red')).toBe(400);
    for (const role of ['maker', 'finance', 'partner'] as const)
      expect((await market.get('/v1/audit-log', role)).status).toBe(403);
  });

  it('is a file whose last row has the digest of the rest', async () => {
    const { body, type } = await market.get<string>('/v1/audit-log/export.csv?who=mei', 'admin');
    expect(type).toBe('text/csv');
    const lines = body.trimEnd().split('\n');
    const control = (lines.at(-1) ?? '').split(',');
    const rest = body.slice(0, body.lastIndexOf('control,'));
    expect([control[0], control[9], control[14]]).toEqual([
      'control',
      String(lines.length - 2),
      sha256(rest),
    ]);
    expect(lines.length).toBeGreaterThan(2);
  });

  it('is whole, and names its end', async () => {
    const { body } = await market.get<Record<string, unknown>>('/v1/audit-log/verification', 'checker');
    const [end] = await market.engine.rows<{ number: string; digest: string }>(
      'SELECT * FROM ciyuan.audit_head',
    );
    const { number, digest } = end ?? { number: '', digest: '' };
    expect(body).toEqual({
      isWhole: true,
      entries: Number(number),
      lastNumber: Number(number),
      lastDigest: digest,
      broken: null,
    });
  });

  it('runs on without a gap when many write at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, one) => market.post('/v1/drafts', {}, 'maker', `many-${one}`)),
    );
    const { body } = await market.get<{ isWhole: boolean }>('/v1/audit-log/verification', 'checker');
    expect(body.isWhole).toBe(true);
  });

  describe('where it cannot be written', () => {
    let told: jest.SpyInstance;
    beforeEach(() => {
      told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    });
    afterEach(() => jest.restoreAllMocks());

    const drafts = async (): Promise<number> =>
      (await market.engine.rows('SELECT 1 FROM ciyuan.document_draft')).length;

    it('nothing is done', async () => {
      const before = await drafts();
      await market.key('maker', 'unlucky');
      const fault = jest
        .spyOn(AuditTrail.prototype, 'asked')
        .mockRejectedValue(new Error('the disk is full'));
      expect((await market.post('/v1/drafts', DRAFT, 'maker', 'unlucky')).status).toBe(500);
      expect(fault).toHaveBeenCalledTimes(1);
      expect(await drafts()).toBe(before);
    });

    it('what was done stays without an end, and is seen', async () => {
      const trail = AuditTrail.prototype as unknown as {
        append: (entry: { kind: string }) => Promise<number>;
      };
      const append = trail.append;
      jest.spyOn(trail, 'append').mockImplementation(function (this: object, entry) {
        if (entry.kind === 'answer') return Promise.reject(new Error('the disk is full'));
        return append.call(this, entry);
      });
      const before = await drafts();
      expect((await market.post('/v1/drafts', DRAFT, 'maker', 'half')).status).toBe(201);
      expect(await drafts()).toBe(before + 1);
      expect(told).toHaveBeenCalledTimes(1);
      jest.restoreAllMocks();
      expect(await entries('result=unanswered')).toMatchObject([{ subject: 'half', answer: null }]);
    });
  });
});
