import type { Role } from '@ciyuan/platform/auth';
import { HttpMarket, type Answer } from '../support/http-market';

const START = '2026-10-01T00:00:00+08:00';
const NOVEMBER = '2026-11-01T00:00:00+08:00';
const SERVES = [{ vendor: 'zhipu', computeOwner: 'tianyi' }];
const STAFF = ['admin', 'maker', 'checker', 'finance', 'operations'] as const;
const EVERYBODY = [...STAFF, 'partner'] as const;

interface Draft {
  readonly id: number;
  readonly state: string;
}

const contract = (lateWindowDays: number): object => ({ partner: 'gateway', serves: SERVES, lateWindowDays });
const draftOf = (lateWindowDays: number, more: object = {}): object => ({
  kind: 'contract',
  effectiveFrom: NOVEMBER,
  body: contract(lateWindowDays),
  ...more,
});

describe('drafts over HTTP', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
  });

  afterAll(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  const write = async (lateWindowDays: number, by = 'mei'): Promise<number> => {
    const later = draftOf(lateWindowDays, { effectiveFrom: '2026-11-15T00:00:00+08:00' });
    const draft = await market.post<Draft>('/v1/drafts', later, 'maker', by);
    expect(draft.status).toBe(201);
    return draft.body.id;
  };
  const submitted = async (lateWindowDays: number): Promise<number> => {
    const id = await write(lateWindowDays);
    expect((await market.post(`/v1/drafts/${id}/submit`, {}, 'maker', 'mei')).status).toBe(200);
    return id;
  };
  const told = ({ status, type, body }: Answer): [number, string, string | undefined] => {
    expect(type).toBe('application/problem+json');
    return [
      status,
      body.type.split(':').at(-1) ?? '',
      body.faults?.map((one) => `${one.path} ${one.code}`).join(),
    ];
  };

  describe('the life of one', () => {
    it('goes from its author’s hands through those of a second person into the catalogue', async () => {
      const written = await market.post<Draft>('/v1/drafts', draftOf(90), 'maker', 'mei');
      const view = {
        id: written.body.id,
        kind: 'contract',
        code: 'gateway',
        state: 'draft',
        effectiveFrom: '2026-10-31T16:00:00Z',
        backDated: false,
        notice: null,
        baseVersion: 1,
        author: 'mei',
        createdAt: '2026-09-30T16:00:00Z',
        changedAt: '2026-09-30T16:00:00Z',
        submittedAt: null,
        decidedBy: null,
        decidedAt: null,
        reason: null,
      };
      expect([written.status, written.body]).toEqual([201, view]);
      const path = `/v1/drafts/${view.id}`;
      const content = { effectiveFrom: NOVEMBER, body: contract(95) };
      expect(await market.put(path, content, 'maker', 'mei')).toMatchObject({ status: 200, body: view });
      const sent = { ...view, state: 'submitted', submittedAt: view.createdAt };
      expect(await market.post(`${path}/submit`, {}, 'maker', 'mei')).toMatchObject({
        status: 200,
        body: sent,
      });
      expect((await market.get<object>(path, 'checker', 'chen')).body).toEqual({
        ...sent,
        body: contract(95),
        isStale: false,
        follows: 1,
        changes: [
          {
            path: 'serves[computeOwner=tianyi vendor=kimi]',
            before: { vendor: 'kimi', computeOwner: 'tianyi' },
          },
          { path: 'lateWindowDays', before: 100, after: 95 },
        ],
        affected: { subscriptions: 0, accounts: 0, plans: [], parties: ['gateway', 'tianyi', 'zhipu'] },
      });
      const signed = { ...sent, state: 'approved', decidedBy: 'chen', decidedAt: view.createdAt };
      const signature = { draftId: view.id, approvedBy: 'chen', approvedAt: view.createdAt };
      const approval = await market.post<object>(`${path}/approve`, {}, 'checker', 'chen');
      expect([approval.status, approval.body]).toEqual([
        200,
        {
          draft: signed,
          document: expect.objectContaining({
            ...{ version: 2, createdBy: 'mei', body: contract(95) },
            ...signature,
          }) as object,
          reRateFrom: null,
        },
      ]);
      const versions = await market.get<{ documents: object[] }>(
        '/v1/catalogue/contract/gateway/versions',
        'finance',
      );
      const unsigned = { draftId: null, approvedBy: null, approvedAt: null };
      expect(versions.body.documents).toMatchObject([unsigned, signature]);
      const listed = await market.get<object>(
        '/v1/catalogue?kind=contract&code=gateway&sort=-version',
        'finance',
      );
      expect(listed.body).toMatchObject({ versions: [signature, unsigned] });
    });

    it('ends with a reason, or in its author’s hands', async () => {
      const rejection = { reason: '  窗口太短 ' };
      const refused = await market.post(
        `/v1/drafts/${await submitted(80)}/reject`,
        rejection,
        'checker',
        'chen',
      );
      expect(refused).toMatchObject({
        status: 200,
        body: { state: 'rejected', reason: '窗口太短', decidedBy: 'chen' },
      });
      const back = await market.post(`/v1/drafts/${await submitted(81)}/withdraw`, {}, 'maker', 'mei');
      expect(back).toMatchObject({ status: 200, body: { state: 'withdrawn', decidedBy: null } });
    });

    it('may lie in the hands of an admin, but not all of it', async () => {
      const later = draftOf(70, { effectiveFrom: '2026-12-01T00:00:00+08:00' });
      const { body } = await market.post<Draft>('/v1/drafts', later, 'admin', 'root');
      const path = `/v1/drafts/${body.id}`;
      expect((await market.post(`${path}/submit`, {}, 'admin', 'root')).status).toBe(200);
      expect(told(await market.post(`${path}/approve`, {}, 'admin', 'root'))).toEqual([
        403,
        'own_draft',
        undefined,
      ]);
      const reject = await market.post(`${path}/reject`, { reason: 'x' }, 'admin', 'root');
      expect(told(reject)).toEqual([403, 'own_draft', undefined]);
      expect((await market.post(`${path}/approve`, {}, 'admin', 'other')).status).toBe(200);
    });
  });

  it.each<[string, object, number, string, string | undefined]>([
    [
      'an instant too near',
      draftOf(9, { effectiveFrom: '2026-10-01T00:04:59.999+08:00' }),
      422,
      'effective_from_too_early',
      'effectiveFrom effective_from_too_early',
    ],
    ['a version that is not the latest', draftOf(9, { baseVersion: 1 }), 409, 'stale', 'baseVersion stale'],
    [
      'what no contract has, in two places',
      draftOf(9, { body: { ...contract(-1), note: 'x' } }),
      422,
      'invalid_document',
      'lateWindowDays too_small,note unknown_field',
    ],
    [
      'an unknown party',
      draftOf(9, { body: { ...contract(9), partner: 'nobody' } }),
      422,
      'invalid_document',
      'partner unknown_party',
    ],
    ['an unknown kind', draftOf(9, { kind: 'recipe' }), 400, 'invalid_request', 'kind invalid'],
    ['no date', draftOf(9, { effectiveFrom: undefined }), 400, 'invalid_request', 'effectiveFrom invalid'],
    ['a version of 0', draftOf(9, { baseVersion: 0 }), 400, 'invalid_request', 'baseVersion invalid'],
  ])('refuses a draft of %s', async (_what, draft, status, code, faults) => {
    expect(told(await market.post('/v1/drafts', draft, 'maker', 'mei'))).toEqual([status, code, faults]);
  });

  it('refuses what changes nothing, and what begins with another version', async () => {
    const same = draftOf(70, { effectiveFrom: '2026-12-02T00:00:00+08:00' });
    expect(told(await market.post('/v1/drafts', same, 'maker'))).toEqual([
      409,
      'changes_nothing',
      'body changes_nothing',
    ]);
    expect(told(await market.post('/v1/drafts', draftOf(71), 'maker'))).toEqual([
      409,
      'effective_from_taken',
      'effectiveFrom taken',
    ]);
  });

  it.each(['', 'x'.repeat(501), 'a\u0000b', undefined])('takes no reason such as %j', async (reason) => {
    const answer = await market.post('/v1/drafts/1/reject', { reason }, 'checker');
    expect(told(answer).slice(0, 2)).toEqual([400, 'invalid_request']);
  });

  it('pages through drafts of a state, a kind and a code', async () => {
    const list = async (query: string): Promise<{ drafts: Draft[]; next: string | null }> =>
      (await market.get<{ drafts: Draft[]; next: string | null }>(`/v1/drafts${query}`, 'operations')).body;
    const all = await list('?kind=contract&code=gateway');
    expect(all.next).toBeNull();
    const first = await list('?limit=2');
    expect(first.drafts).toEqual(all.drafts.slice(0, 2));
    expect((await list(`?limit=100&after=${first.next}`)).drafts).toEqual(all.drafts.slice(2));
    expect((await list('?state=rejected')).drafts.map(({ state }) => state)).toEqual(['rejected']);
    expect((await list('?kind=plan')).drafts).toEqual([]);
    for (const query of ['?state=gone', '?kind=recipe', '?limit=0', '?after=x', '?colour=red'])
      expect((await market.get(`/v1/drafts${query}`, 'maker')).status).toBe(400);
  });

  describe('who may do what', () => {
    let id: number;
    beforeAll(async () => {
      const later = draftOf(60, { effectiveFrom: '2027-01-01T00:00:00+08:00' });
      id = (await market.post<Draft>('/v1/drafts', later, 'maker', 'mei')).body.id;
    });

    const ROUTES: readonly (readonly [method: string, path: string, allowed: readonly Role[]])[] = [
      ['GET', '/v1/drafts', STAFF],
      ['GET', '/v1/drafts/:id', STAFF],
      ['GET', '/v1/catalogue/contract/gateway/versions/diff?from=1&to=2', STAFF],
      ['POST', '/v1/drafts', ['maker', 'admin']],
      ['PUT', '/v1/drafts/:id', ['maker', 'admin']],
      ['POST', '/v1/drafts/:id/submit', ['maker', 'admin']],
      ['POST', '/v1/drafts/:id/withdraw', ['maker', 'admin']],
      ['POST', '/v1/drafts/:id/approve', ['checker', 'admin']],
      ['POST', '/v1/drafts/:id/reject', ['checker', 'admin']],
    ];

    it.each(ROUTES)('%s %s: %j and nobody else', async (method, path, allowed) => {
      for (const role of EVERYBODY) {
        const headers = { ...(await market.headers(role)), 'content-type': 'application/json' };
        const request = { method, headers, ...(method === 'GET' ? {} : { body: '{}' }) };
        const answer = await market.send(path.replace(':id', String(id)), request);
        const isRefused = answer.status === 403 && answer.body.type.endsWith(':role_not_allowed');
        expect([role, isRefused]).toEqual([role, !allowed.includes(role)]);
        if (method === 'GET' && !isRefused) expect(answer.status).toBe(200);
      }
    });

    it('is asked for in the draft too: only its author changes, submits or withdraws it', async () => {
      const content = { effectiveFrom: NOVEMBER, body: contract(61) };
      const answers = [
        await market.put(`/v1/drafts/${id}`, content, 'maker', 'li'),
        await market.post(`/v1/drafts/${id}/submit`, {}, 'maker', 'li'),
        await market.post(`/v1/drafts/${id}/withdraw`, {}, 'admin', 'li'),
      ];
      expect(answers.map((answer) => told(answer).slice(0, 2))).toEqual(
        Array(3).fill([403, 'not_the_author']),
      );
    });

    it('is answered by the state where it is too early or too late', async () => {
      const path = `/v1/drafts/${id}`;
      expect(told(await market.post(`${path}/approve`, {}, 'checker'))).toEqual([
        409,
        'wrong_state',
        undefined,
      ]);
      expect((await market.post(`${path}/withdraw`, {}, 'maker', 'mei')).status).toBe(200);
      expect(told(await market.post(`${path}/submit`, {}, 'maker', 'mei'))).toEqual([
        409,
        'wrong_state',
        undefined,
      ]);
    });

    it.each([
      ['GET', '/v1/drafts/999', 404, 'unknown_draft'],
      ['PUT', '/v1/drafts/999', 404, 'unknown_draft'],
      ['POST', '/v1/drafts/999/submit', 404, 'unknown_draft'],
      ['POST', '/v1/drafts/999/withdraw', 404, 'unknown_draft'],
      ['POST', '/v1/drafts/999/approve', 404, 'unknown_draft'],
      ['POST', '/v1/drafts/999/reject', 404, 'unknown_draft'],
      ['GET', '/v1/drafts/first', 400, 'invalid_request'],
      ['POST', '/v1/drafts/0/approve', 400, 'invalid_request'],
      ['GET', '/v1/catalogue/contract/gateway/versions/diff?from=1&to=9', 404, 'unknown_version'],
      ['GET', '/v1/catalogue/contract/gateway/versions/diff?from=1', 400, 'invalid_request'],
    ])('%s %s is answered with %i %s', async (method, path, status, code) => {
      const headers = { ...(await market.headers('admin')), 'content-type': 'application/json' };
      const body = { reason: 'x', effectiveFrom: NOVEMBER, body: {} };
      const { reason, ...content } = body;
      const sent = method === 'PUT' ? content : { reason };
      const request = { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(sent) }) };
      expect(told(await market.send(path, request)).slice(0, 2)).toEqual([status, code]);
    });
  });
});
