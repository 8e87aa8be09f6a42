import { FILE_TYPES } from '@ciyuan/platform/http';
import { ReconciledMarket, xlsxOf } from '../support/reconciled-market';
import type { Answer } from '../support/http-market';

const RUNS = '/v1/reconciliations';
const AGREEMENTS = '/v1/parties/gateway/reconciliation-agreements';
const RECORDS = { party: 'gateway', role: 'reporter', level: 'records' };
const LINES = `recordId,at,tenant,input,output,amount
r-equal,2026-10-05T12:10:00+08:00,alice,1000000,500000,6
r-near,2026-10-06T12:00:00+08:00,alice,1000000,,2.000000000001
=cmd,2026-10-06T12:00:00+08:00,alice,1,,0
`;

describe('reconciliation over HTTP', () => {
  let month: ReconciledMarket;

  beforeAll(async () => {
    month = await ReconciledMarket.open();
  });
  afterAll(() => month.close());

  async function refusalOf(asked: Promise<Answer<never>>): Promise<string> {
    const { status, type, body } = await asked;
    expect(type).toBe('application/problem+json');
    return `${status} ${(body as { type: string }).type.replace('urn:ciyuan:problem:', '')}`;
  }

  it('takes a file in, has it compared as a job, and shows what came of it', async () => {
    const { status, body } = await month.handIn({ ...RECORDS, fileName: 'october.csv' }, LINES);
    expect([status, body]).toEqual([
      202,
      {
        id: 1,
        party: 'gateway',
        role: 'reporter',
        month: '2026-10',
        level: 'records',
        currency: 'CNY',
        fileName: 'october.csv',
        format: 'csv',
        fileDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        columns: {},
        agreement: null,
        tokens: { absolute: '0', relative: '0', rule: 'any' },
        money: { absolute: '0', relative: '0', rule: 'any' },
        state: 'received',
        requestedBy: 'finance',
        requestedAt: '2026-11-04T01:00:00Z',
        endedAt: null,
        rows: null,
        faults: null,
        job: expect.objectContaining({
          kind: 'reconciliation',
          parameters: { reconciliationId: 1 },
        }) as unknown,
      },
    ]);
    const run = await month.ended(1);
    expect(run).toMatchObject({ state: 'matched', rows: 3, endedAt: '2026-11-04T01:00:00Z' });
    expect(run.totals?.find(({ outcome }) => outcome === 'all')).toEqual({
      outcome: 'all',
      keys: 7,
      ours: { keys: 6, tokens: '4600000', amount: '12.8' },
      theirs: { keys: 3, tokens: '2500001', amount: '8.000000000001' },
    });
    const again = await month.handIn(RECORDS, LINES);
    expect([again.status, again.body.id, again.body.job.id]).toEqual([202, 1, body.job.id]);
  });

  it('pages what differs, by its size or its key', async () => {
    const keys = async (query: string) => {
      const { differences, next } = await month.differences(1, query);
      return [differences.map(({ key }) => key.replace('api ', '')), next] as const;
    };
    const [first, next] = await keys('limit=3');
    expect([first, next]).toEqual([['r-price', 'r-quantity', 'r-ours'], expect.any(String)]);
    expect(await keys(`limit=3&after=${next}`)).toEqual([['r-booked', 'r-near', '=cmd'], null]);
    expect((await keys('sort=key&tenant=bob'))[0]).toEqual(['r-price']);
    expect((await keys('outcome=ours_only&model=glm-5&sort=-tokens'))[0]).toHaveLength(4);
    expect((await keys('model=kimi-k2'))[0]).toEqual([]);
  });

  it('gives all that differs as a file with control totals, in which nothing is executed', async () => {
    const { status, type, body } = await market().get<string>(`${RUNS}/1/differences/export`, 'checker');
    expect([status, type]).toEqual([200, FILE_TYPES.csv]);
    const lines = body.trim().split('\n');
    expect(lines).toHaveLength(1 + 6 + 7 + 1);
    expect(lines[1]).toMatch(/^difference,\d+,theirs_only,api =cmd,2026-10-06T04:00:00Z,,alice,,,1,,/);
    expect(lines.at(-1)).toBe('control,,,,,,,,,7,,,4600000,12.8,,,2500001,8.000000000001,-2099999,,,');
  });

  it('names each cell that cannot be read, and takes nothing of the file', async () => {
    const wrong = LINES.replace('1000000,500000,6', 'many,-1,six').replace(
      'r-near,2026-10',
      'r-near,2026-01',
    );
    const { body } = await month.handIn(RECORDS, wrong);
    const run = await month.ended(body.id);
    expect([run.state, run.totals]).toEqual(['failed', null]);
    expect(run.faults?.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '2 input not_a_count',
      '2 output not_a_count',
      '2 amount not_an_amount',
      '3 at far_from_month',
    ]);
    const sheet = await month.handIn({ ...RECORDS, format: 'xlsx' }, await xlsxOf(wrong), FILE_TYPES.xlsx);
    expect((await month.ended(sheet.body.id)).faults).toEqual(run.faults);
    // Nothing could be made of it, so that handing it in again is another try.
    expect((await month.handIn(RECORDS, wrong)).body.id).toBeGreaterThan(sheet.body.id);
  });

  it.each([
    ['a row twice', `${LINES}r-near,,,1,,\n`, '5 null key_twice'],
    ['no key', 'id,input\nr,1\n', '1 recordId missing_column'],
    ['an empty key', 'recordId,input\n,1\n', '2 recordId missing'],
    ['nothing to compare', 'recordId,at\nr,2026-10-01T00:00:00Z\n', '1 null nothing_to_compare'],
    ['another currency', 'recordId,amount,currency\nr,1,USD\n', '2 currency other_currency'],
    ['a quote', 'recordId,input\n"r"x,1\n', '2 null not_csv'],
    ['no UTF-8', Buffer.from([0x72, 0xff, 0xfe]), '1 null not_utf8'],
  ])('fails a file with %s', async (_what, body, expected) => {
    const run = await month.ended((await month.handIn(RECORDS, body)).body.id);
    expect([run.state, run.faults?.map(({ row, column, code }) => `${row} ${column} ${code}`)]).toEqual([
      'failed',
      [expected],
    ]);
  });

  it.each([
    ['404 unknown_party', { party: 'nobody' }],
    ['422 not_its_role', { party: 'tianyi' }],
    ['422 not_its_role', { party: 'operator', role: 'settlement', level: 'statement' }],
    ['422 level_of_another_role', { level: 'statement' }],
    ['400 invalid_request', { level: 'days' }],
    ['400 invalid_request', { month: '2026-13' }],
    ['400 invalid_request', { columns: '{"recordId":' }],
    ['400 invalid_request', { columns: '{"id": "recordId"}' }],
  ])('answers %s to %j', async (refusal, wrong) => {
    expect(await refusalOf(month.handIn<never>({ ...RECORDS, ...wrong }, LINES))).toBe(refusal);
  });

  it('lets a partner hand in and see its own alone', async () => {
    const { party: _, ...ofIts } = RECORDS;
    const own = await month.handIn(ofIts, `${LINES}\n`, 'text/csv', ['partner', 'gateway']);
    expect([own.status, own.body.party]).toEqual([202, 'gateway']);
    const another = month.handIn<never>(RECORDS, LINES, 'text/csv', ['partner', 'zhipu']);
    expect(await refusalOf(another)).toBe('404 unknown_party');
    for (const path of ['', '/differences', '/differences/export']) {
      expect((await market().get(`${RUNS}/1${path}`, 'partner', 'gateway')).status).toBe(200);
      expect(await refusalOf(market().get(`${RUNS}/1${path}`, 'partner', 'zhipu'))).toBe(
        '404 unknown_reconciliation',
      );
    }
    const listed = await market().get(`${RUNS}?month=2026-10`, 'partner', 'zhipu');
    expect(listed.body).toEqual({ reconciliations: [], next: null });
    const all = await market().get<{ reconciliations: object[] }>(`${RUNS}?limit=2`, 'partner', 'gateway');
    expect(all.body.reconciliations).toHaveLength(2);
    const resolution = { state: 'accepted_theirs', reason: 'ours' };
    expect(await refusalOf(market().post(`${RUNS}/1/resolutions`, resolution, 'partner', 'gateway'))).toBe(
      '403 role_not_allowed',
    );
    expect(await refusalOf(market().put(AGREEMENTS, {}, 'partner', 'gateway'))).toBe('403 role_not_allowed');
    expect(await refusalOf(market().get(AGREEMENTS, 'partner', 'zhipu'))).toBe('404 unknown_party');
  });

  it('resolves by filter or by id, never twice, and says why not', async () => {
    const resolve = (body: object) => market().post<never>(`${RUNS}/1/resolutions`, body, 'operations');
    const accepted = { state: 'accepted_ours', reason: 'their file is short' };
    expect((await resolve({ ...accepted, outcome: 'ours_only' })).body).toEqual({
      resolved: 4,
      passedOver: 0,
    });
    expect((await resolve({ ...accepted, outcome: 'ours_only' })).body).toEqual({
      resolved: 0,
      passedOver: 4,
    });
    const [one] = (await month.differences(1, 'resolution=accepted_ours')).differences;
    expect(one).toMatchObject({ reason: accepted.reason, resolvedBy: 'operations' });
    expect(await refusalOf(resolve({ ...accepted, ids: [one?.id] }))).toBe('409 wrong_state');
    expect(await refusalOf(resolve({ ...accepted, ids: [999_999] }))).toBe('422 unknown_difference');
    expect(await refusalOf(resolve({ ...accepted, reason: ' ' }))).toBe('400 invalid_request');
    expect(await refusalOf(market().post(`${RUNS}/99/resolutions`, accepted, 'finance'))).toBe(
      '404 unknown_reconciliation',
    );
  });

  it('keeps what was agreed, each from its own instant on', async () => {
    const agreed = { money: { absolute: '50', relative: '0.005', rule: 'all' } };
    expect((await market().put(AGREEMENTS, agreed, 'finance')).body).toEqual({
      number: 1,
      effectiveFrom: '2026-11-04T01:00:00Z',
      tokens: { absolute: '0', relative: '0', rule: 'any' },
      money: { absolute: '50', relative: '0.005', rule: 'all' },
      columns: {},
      agreedAt: '2026-11-04T01:00:00Z',
      agreedBy: 'finance',
    });
    expect(await refusalOf(market().put(AGREEMENTS, agreed, 'finance'))).toBe('409 not_the_latest');
    const past = { ...agreed, effectiveFrom: '2026-11-04T08:59:59+08:00' };
    expect(await refusalOf(market().put(AGREEMENTS, past, 'finance'))).toBe('422 in_the_past');
    expect(await refusalOf(market().put(AGREEMENTS, { money: { relative: '1.1' } }, 'finance'))).toBe(
      '400 invalid_request',
    );
    const listed = await market().get<{ agreements: object[] }>(AGREEMENTS, 'partner', 'gateway');
    expect(listed.body.agreements).toHaveLength(1);
    expect(await market().engine.violations()).toEqual([]);
  });

  const market = () => month.market;
});
