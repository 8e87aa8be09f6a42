import type { ExplanationView } from '../../apps/charging/src/explanations/explanation.dto';
import type { Problem } from '@ciyuan/platform/http';
import { HttpMarket } from '../support/http-market';
import { openAccount, usage, wireUsage } from '../support/market';
import { Tampering } from '../support/tampering';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const WIRE = ['openai_chat', { prompt_tokens: 9_000, completion_tokens: 2_000 }] as const;

describe('the explanation of a record', () => {
  let market: HttpMarket;
  const get = <Body>(query: string, role: 'finance' | 'partner' | 'admin' = 'finance') =>
    market.get<Body>(`/v1/usage/explanation${query}`, role);

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'bob', ['base', 'pack'], START);
    market.engine.clock.moveTo(Date.parse('2026-10-10T00:00:00+08:00'));
    await market.report(
      usage('x1', 'bob', AT, { input: 398_000 }),
      wireUsage('x2', 'bob', AT, WIRE, { source: 'batch' }),
      usage('x3', 'nobody', AT, { input: 7 }),
    );
  });

  afterAll(() => market.close());

  it('says how it was drawn, priced, shared and booked', async () => {
    const { status, type, body } = await get<ExplanationView>('?partner=gateway&source=batch&id=x2');
    expect([status, type]).toEqual([200, 'application/json']);
    expect(body).toEqual(EXPLAINED);
  });

  it('takes `api` for the source where none is said', async () => {
    const { status, body } = await get<ExplanationView>('?partner=gateway&id=x1');
    expect([status, body.record.id, body.record.source, body.record.raw]).toEqual([200, 'x1', 'api', null]);
    expect(body.agrees).toBe(true);
  });

  it.each(['admin', 'maker', 'checker', 'finance', 'operations'] as const)(
    'is read by %s as by any other',
    async (role) => {
      const query = '/v1/usage/explanation?partner=gateway&id=x1';
      const answers = [await market.get(query, role), await market.get(query, 'finance')];
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]?.status).toBe(200);
    },
  );

  it('is not for partners, not even of their own records', async () => {
    const { status, type, body } = await market.get(
      '/v1/usage/explanation?partner=gateway&id=x1',
      'partner',
      'gateway',
    );
    expect([status, type, body.type]).toEqual([
      403,
      'application/problem+json',
      'urn:ciyuan:problem:role_not_allowed',
    ]);
  });

  it.each([
    ['that nobody reported', '?partner=gateway&id=x9', 'gateway api x9'],
    ['that is in suspense', '?partner=gateway&id=x3', 'gateway api x3'],
    ['of another source', '?partner=gateway&id=x2', 'gateway api x2'],
    ['of another partner', '?partner=zhipu&id=x1', 'zhipu api x1'],
  ])('is not found of a record %s', async (_what, query, identity) => {
    expect(await get(query)).toEqual({
      status: 404,
      type: 'application/problem+json',
      body: {
        type: 'urn:ciyuan:problem:unknown_record',
        title: 'unknown record',
        status: 404,
        detail: `Nothing was charged for ${identity}.`,
      },
    });
  });

  it.each([
    ['no partner', '?id=x1', 'partner'],
    ['no record', '?partner=gateway', 'id'],
    ['an empty one', '?partner=gateway&id=', 'id'],
    ['one with a space', '?partner=gateway&id=x%201', 'id'],
    ['one that is too long', `?partner=gateway&id=${'x'.repeat(129)}`, 'id'],
    ['two of them', '?partner=gateway&id=x1&id=x2', 'id'],
    ['a source of other characters', '?partner=gateway&id=x1&source=%E4%B8%AD', 'source'],
    ['what it does not know', '?partner=gateway&id=x1&account=bob', ''],
  ])('refuses %s by its field', async (_what, query, path) => {
    const { status, type, body } = await get<Problem>(query);
    expect([status, type]).toEqual([400, 'application/problem+json']);
    expect(body.faults?.map((fault) => fault.path)).toContain(path);
  });

  it('says where what is stored is something else, and where it cannot have come about', async () => {
    const superuser = await Tampering.asSuperuser(market.engine.urls);
    try {
      await superuser.rows("UPDATE usage_record SET overage_tokens = 9001 WHERE record_id = 'x2'");
      const { body } = await get<ExplanationView>('?partner=gateway&source=batch&id=x2');
      expect(body).toEqual({
        ...EXPLAINED,
        agrees: false,
        differences: [
          { figure: 'usage_record 1/5', column: 'overage_tokens', stored: '9001', computed: '9000' },
        ],
      });
      await superuser.rows("DELETE FROM usage_record WHERE record_id = 'x1'");
      expect(await get('?partner=gateway&source=batch&id=x2')).toMatchObject({
        status: 409,
        type: 'application/problem+json',
        body: {
          type: 'urn:ciyuan:problem:broken_history',
          detail:
            'Number 5 of the account cannot have come about: the account is at 4: a number is missing or stands twice.',
        },
      });
    } finally {
      await superuser.end();
    }
  });
});

/** 2,000 of 11,000 tokens are covered by what is left of the pack's 400,000; it cost 1 yuan, 0.94 without VAT. */
const EXPLAINED: ExplanationView = {
  record: {
    partner: 'gateway',
    source: 'batch',
    id: 'x2',
    account: 'bob',
    at: '2026-10-05T04:00:00Z',
    model: 'glm-5',
    reportedModel: null,
    vendor: 'zhipu',
    computeOwner: 'tianyi',
    serviceTier: 'standard',
    dimensions: { chipKind: 'ascend' },
    raw: { semantics: 'openai_chat', usage: { prompt_tokens: 9_000, completion_tokens: 2_000 } },
    classes: { input: 9_000, output: 2_000 },
  },
  sequence: 5,
  usageMonth: '2026-10',
  accountingMonth: '2026-10',
  catalogueEpoch: 12,
  grants: [
    {
      grant: 3,
      plan: 'pack',
      planVersionId: 9,
      coefficientVersionId: null,
      priority: 30,
      expiresAt: '2026-10-30T16:00:00Z',
      beforeTokens: '2000',
      drawnTokens: '2000',
      afterTokens: '0',
      covered: [{ class: 'input', tokens: 2_000, coefficient: '1' }],
      recognisedYuan: '0.005',
      recognisedNetYuan: '0.0047',
    },
  ],
  overage: [
    {
      kind: 'usage',
      ratedBy: 'base',
      plan: 'base',
      planVersionId: 6,
      priceVersionId: 1,
      classes: { input: 7_000, output: 2_000 },
      prices: [
        { class: 'input', quantity: 7_000, price: '2', yuan: '0.014' },
        { class: 'output', quantity: 2_000, price: '8', yuan: '0.016' },
      ],
      tiers: [],
      commitment: null,
      cap: null,
      yuan: '0.03',
    },
  ],
  costs: [
    { role: 'vendor', party: 'zhipu', costVersionId: null, prices: [], yuan: null },
    {
      role: 'compute',
      party: 'tianyi',
      costVersionId: 2,
      prices: [
        { class: 'input', quantity: 9_000, price: '0.5', yuan: '0.0045' },
        { class: 'output', quantity: 2_000, price: '1', yuan: '0.002' },
      ],
      yuan: '0.0065',
    },
  ],
  // 0.03 / 1.06, and 40 % of it, to twelve places.
  shares: [
    {
      kind: 'usage',
      splitRuleVersionId: 4,
      netYuan: '0.028301886792',
      deductions: [],
      steps: [
        { type: 'percent', party: 'zhipu', yuan: '0.011320754717' },
        { type: 'cost', party: 'tianyi', yuan: '0.0055' },
      ],
      residual: 'operator',
      leftYuan: '0.011481132075',
    },
    {
      kind: 'package',
      splitRuleVersionId: 4,
      netYuan: '0.0047',
      deductions: [],
      steps: [
        { type: 'percent', party: 'zhipu', yuan: '0.00188' },
        { type: 'cost', party: 'tianyi', yuan: '0.001' },
      ],
      residual: 'operator',
      leftYuan: '0.00182',
    },
  ],
  corrections: [],
  journal: [
    booked('CNY', 'deferred_revenue', '0.0047'),
    booked('CNY', 'package_revenue', '-0.0047'),
    booked('CNY', 'unbilled_usage', '0.03'),
    booked('CNY', 'usage_revenue', '-0.03'),
    booked('TOKEN', 'token_balance', '-2000'),
    booked('TOKEN', 'token_consumed', '2000'),
  ],
  agrees: true,
  differences: [],
};

function booked(asset: string, ledgerAccount: string, amount: string): ExplanationView['journal'][number] {
  return { accountingMonth: '2026-10', asset, ledgerAccount, amount };
}
