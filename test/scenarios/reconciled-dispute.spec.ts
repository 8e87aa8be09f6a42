import type { DisputeReadView, DisputeView } from '../../apps/settlement/src/disputes/disputes.dto';
import type { HttpMarket } from '../support/http-market';
import { publish, usage } from '../support/market';
import { ReconciledMarket } from '../support/reconciled-market';

// The gateway has a tenth of the net, 2 yuan a million in and 8 out, VAT of 6 % included. October came to
//
// | line of the gateway | gross | a tenth of the net | share |
// |---------------------|-------|--------------------|-------|
// | base, glm-5         | 12    | 1.1321             | 1.13  |
// | base, kimi-k2       | 2     | 0.1887             | 0.19  |
// | all                 | 14    | 1.3208             | 1.32  |
//
// Its file says 0.4 more of r-quantity and 0.1 more of r-price, both glm-5: 1.13 × 0.5 / 12 = 0.047, 1.18 are claimed; 1 less
// of r-kimi: 0.19 × −1 / 2 = −0.095, 0.09 (half away from zero) are; and names a record that we never had, of no model:
// 1.32 × 0.6 / 14 = 0.057, and 1.38 of the whole.
const FILE = `recordId,at,input,output,amount
r-equal,2026-10-05T12:10:00+08:00,1000000,500000,6
r-near,2026-10-06T12:00:00+08:00,1000000,,2
r-ours,2026-10-07T12:00:00+08:00,500000,,1
r-quantity,2026-10-08T12:00:00+08:00,100000,150000,1.4
r-price,2026-10-09T12:00:00+08:00,1000000,,2.1
r-kimi,2026-10-10T12:00:00+08:00,500000,,1
r-theirs,2026-10-07T12:00:00+08:00,300000,,0.6
`;
const RECORDS = { party: 'gateway', role: 'reporter', level: 'records' };
const RULE = {
  vatRate: '0.06',
  vatIncluded: true,
  residual: 'operator',
  steps: [
    { party: 'gateway', type: 'percent', basis: 'net', value: '10' },
    { party: 'compute', type: 'cost' },
  ],
};
const OF_KIMI = { model: 'kimi-k2', vendor: 'kimi' };
const KIMI = usage('r-kimi', 'alice', '2026-10-10T12:00:00+08:00', { input: 1_000_000 }, OF_KIMI);

async function gatewayHasAShare({ engine }: HttpMarket): Promise<void> {
  const body = { code: 'of-base', match: { plan: 'base' }, breakage: 'operator', rule: RULE };
  await publish(engine, 'split_rule', body);
}

describe('what a partner counts otherwise, disputed', () => {
  let month: ReconciledMarket;
  const dispute = (runId: number, body: object, role: 'finance' | 'partner' = 'finance', who?: string) =>
    month.market.post<DisputeView>(`/v1/reconciliations/${runId}/disputes`, body, role, who);
  const refusal = async (asked: ReturnType<typeof dispute>) => {
    const { status, body } = await asked;
    return `${status} ${(body as unknown as { type: string }).type.replace('urn:ciyuan:problem:', '')}`;
  };
  const mark = async (state: string, filter: object, run = 1) => {
    const body = { state, reason: 'their meter', ...filter };
    const path = `/v1/reconciliations/${run}/resolutions`;
    return (await month.market.post<{ resolved: number }>(path, body, 'finance')).body.resolved;
  };
  const ids = async (query: string) =>
    (await month.differences(1, `sort=key&${query}`)).differences.map(({ id }) => id);
  const claimed = ({ lines }: DisputeView) =>
    lines.map((one) => `${one.statementLine}: ${one.issued} → ${one.claimed}, ${one.detail}`);

  beforeAll(async () => {
    month = await ReconciledMarket.open(gatewayHasAShare, [KIMI]);
    await month.matched(RECORDS, FILE);
  });
  afterAll(() => month.close());
  afterEach(async () => expect(await month.market.engine.violations()).toEqual([]));

  it('is marked first, by whoever may, and named of its own file', async () => {
    const SAID = { reason: 'quantity', note: 'their mail' };
    expect(await refusal(dispute(9, SAID))).toBe('404 unknown_reconciliation');
    expect(await refusal(dispute(1, SAID, 'partner', 'zhipu'))).toBe('404 unknown_reconciliation');
    expect(await refusal(dispute(1, { ...SAID, ids: [99] }))).toBe('422 unknown_difference');
    const price = await ids('outcome=price');
    expect(await refusal(dispute(1, { ...SAID, ids: price }))).toBe('409 not_to_dispute');
    expect(await refusal(dispute(1, SAID))).toBe('409 nothing_to_dispute');
    expect(await mark('to_dispute', { outcome: 'price' })).toBe(1);
    expect(await mark('to_dispute', { outcome: 'quantity' })).toBe(2);
    expect(await mark('to_dispute', { outcome: 'theirs_only' })).toBe(1);
    expect(await refusal(dispute(1, { reason: 'quantity', outcome: 'price' }))).toBe('422 note_needed');
    const same = { ...SAID, outcome: 'price', claimed: [{ line: 1, share: '1.13' }] };
    expect(await refusal(dispute(1, same))).toBe('422 nothing_claimed');
    const elsewhere = { ...SAID, outcome: 'price', claimed: [{ line: 2, share: '9' }] };
    expect(await refusal(dispute(1, elsewhere))).toBe('422 no_differences_of_line');
  });

  it('is claimed line by line, by the party’s part of the gross', async () => {
    const named = [...(await ids('outcome=quantity')), ...(await ids('outcome=price'))];
    const all = [...named, ...(await ids('outcome=theirs_only'))];
    const { status, body } = await dispute(1, { reason: 'quantity', ids: all }, 'partner', 'gateway');
    expect([status, claimed(body)]).toEqual([
      201,
      [
        '2: 0.19 → 0.09, 1 of what differs in reconciliation 1',
        '1: 1.13 → 1.18, 2 of what differs in reconciliation 1',
        'null: 1.32 → 1.38, 1 of what differs in reconciliation 1',
      ],
    ]);
    expect(body.lines.flatMap((line) => line.reconciliationDifferences).sort()).toEqual(all.sort());
  });

  it('is kept beside it as a file with control totals', async () => {
    const { evidence } = (await month.market.get<DisputeReadView>('/v1/disputes/1', 'checker')).body;
    expect(evidence).toMatchObject([
      { number: 1, name: 'reconciliation-1-differences.csv', mediaType: 'text/csv', addedBy: 'gateway' },
    ]);
    const { body } = await month.market.get<string>('/v1/disputes/1/evidence/1', 'checker');
    const rows = body.trim().split('\n');
    expect(rows).toHaveLength(1 + 4 + 1);
    expect(rows.at(-1)).toMatch(/^control,,,,,,,,,4,,,2200000,5,,,2050000,5.1,-150000,/);
  });

  it('is disputed once, unless that was withdrawn', async () => {
    const again = { reason: 'price', ids: await ids('outcome=price'), claimed: [{ line: 1, share: '2' }] };
    expect(await refusal(dispute(1, again, 'partner', 'gateway'))).toBe('409 difference_disputed');
    expect(await refusal(dispute(1, { reason: 'price', outcome: 'price' }, 'partner', 'gateway'))).toBe(
      '409 nothing_to_dispute',
    );
    const { lines } = (await month.market.get<DisputeReadView>('/v1/disputes/1', 'checker')).body;
    const line = lines.find(({ statementLine }) => statementLine === 1)?.line;
    const path = `/v1/disputes/1/lines/${line}/withdrawal`;
    expect((await month.market.post(path, { reason: 'x' }, 'partner', 'gateway')).status).toBe(200);
    const { status, body } = await dispute(1, again, 'partner', 'gateway');
    expect([status, claimed(body)]).toEqual([201, ['1: 1.13 → 2, 1 of what differs in reconciliation 1']]);
  });

  it('may be accepted afterwards, and the claim stands as it was made', async () => {
    expect(await mark('accepted_theirs', { outcome: 'price' })).toBe(1);
    expect(await mark('accepted_ours', { outcome: 'quantity' })).toBe(2);
  });

  it('is the party’s own money where the party speaks of its costs', async () => {
    const hours = 'at,model,tenant,input,amount\n2026-10-09T12:00:00+08:00,glm-5,bob,1000000,0.6\n';
    const query = { party: 'tianyi', role: 'compute_owner', level: 'hours' };
    const { id } = await month.matched(query, hours);
    expect(await mark('to_dispute', { outcome: 'price' }, id)).toBe(1);
    const { body } = await dispute(id, { reason: 'price', note: 'their mail' });
    expect(body.lines).toMatchObject([{ issued: '2.4', claimed: '2.5' }]);
  });
});
