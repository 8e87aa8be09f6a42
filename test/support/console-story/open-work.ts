import { PARTNER, PARTNER_PERSON } from './parties';
import { CHECKER, DESK, FINANCE, MAKER, type Story } from './story';

interface Listed {
  readonly id: string;
  readonly at: string;
  readonly account: string;
  readonly classes: Readonly<Record<string, number>>;
  readonly charge: { readonly usage: string };
}
interface Lines {
  readonly lines: readonly { readonly line: number; readonly share: string }[];
}

/** The partner claims more than it has, and proves it; another's claim is decided. */
export async function dispute(story: Story): Promise<void> {
  const claim = async (party: string, claimed: string, detail: string): Promise<number> => {
    const path = `/v1/statements/1/${party}`;
    const { lines } = await story.get<Lines>(`${path}/lines?currency=CNY&limit=10`);
    const line = { line: lines[0]?.line ?? 1, claimed, reason: 'quantity', detail };
    return (await story.post(`${path}/disputes`, { lines: [line] }, ['partner', party])).id;
  };
  const own = await claim(PARTNER, '999.00', '我方网关计量多出三次调用');
  const evidence = `/v1/disputes/${own}/evidence?name=calls.csv`;
  await story.send(evidence, 'record,tokens\nyf-1,120000\n', 'text/csv', PARTNER_PERSON);
  const decision = `/v1/disputes/${own}/lines/1`;
  await story.post(`${decision}/proposal`, { granted: '12.00', reason: '三次调用中一次属实' }, FINANCE);
  const other = await claim('minimax', '300.00', '缓存写入未计入');
  const decided = `/v1/disputes/${other}/lines/1`;
  await story.post(`${decided}/proposal`, { granted: null, reason: '合同约定缓存写入按输入计' }, FINANCE);
  await story.post(`${decided}/decision`, { agreed: true, reason: '复核无误' }, CHECKER);
}

/** The partner's own count of September: one call it does not have, one that nobody else has, one that is larger. */
export async function reconcile(story: Story): Promise<void> {
  const month = 'from=2026-09-01T00:00:00%2B08:00&until=2026-10-01T00:00:00%2B08:00';
  const { records } = await story.get<{ records: Listed[] }>(
    `/v1/usage?partner=${PARTNER}&${month}&sort=at&limit=200`,
  );
  const rows = records.slice(1).map(({ id, at, account, classes, charge }, index) => {
    const { input = 0, cached_input = 0, output = 0 } = classes;
    const counted = index === 3 ? input + 40_000 : input;
    return [id, at, account, counted, cached_input, output, index === 7 ? '0.5' : charge.usage].join(',');
  });
  const content = [
    'recordId,at,tenant,input,cached_input,output,amount',
    ...rows,
    'yf-x,2026-09-17T12:00:00+08:00,mingde-1,5000,0,800,0.01',
  ];
  const asked = new URLSearchParams({
    ...{ party: PARTNER, role: 'reporter', month: '2026-09', level: 'records' },
    ...{ format: 'csv', fileName: '云帆-2026-09.csv' },
  });
  const path = `/v1/reconciliations?${asked.toString()}`;
  await story.send(path, `${content.join('\n')}\n`, 'text/csv', PARTNER_PERSON);
  await story.jobsDone();
  const resolved = { state: 'accepted_ours', reason: '对方测试环境的调用', outcome: 'theirs_only' };
  await story.post('/v1/reconciliations/1/resolutions', resolved, FINANCE);
}

/** Shares of revenue that did not last: one decided, one that waits. */
export async function clawBack(story: Story): Promise<void> {
  const ask = (body: object) => story.post('/v1/clawbacks', { month: '2026-09', ...body }, FINANCE);
  const { id } = await ask({ party: 'moonshot', percent: '5', reason: '九月误计流量退款' });
  await story.post(`/v1/clawbacks/${id}/approve`, { note: '已核对退款单' }, CHECKER);
  await ask({ party: 'minimax', percent: '10', reason: '海景零售退费' });
}

/** What somebody asked for on an account, and what others said to it. */
export async function adjust(story: Story): Promise<void> {
  const ask = (account: string, body: object) =>
    story.post<{ number: number }>(`/v1/accounts/${account}/adjustments`, body, DESK);
  const credit = { kind: 'manual_credit', amount: '88.00', reason: '十月三日服务降级' };
  const posted = await ask('haijing-retail-1', credit);
  await story.post(`/v1/accounts/haijing-retail-1/adjustments/${posted.number}/approval`, {}, CHECKER);
  await ask('chen-xi-1', { kind: 'goodwill', amount: '5.00', reason: '客户关怀' });
  await ask('qingfeng-1', { kind: 'refund', amount: '30.00', reason: '多付款退回', reference: 'R-20261104' });
  await ask('haijing-tech-1', { kind: 'manual_credit', amount: '6800.00', reason: '项目让利' });
  const refused = await ask('mingde-1', { kind: 'manual_debit', amount: '12.00', reason: '补收九月用量' });
  const path = `/v1/accounts/mingde-1/adjustments/${refused.number}/rejection`;
  await story.post(path, { reason: '已由重新计费处理' }, CHECKER);
}

/** Orders out of a file, of which one is refused; a file for the phone bill; a settlement asked for too early. */
export async function runJobs(story: Story): Promise<void> {
  const starts = '2026-11-05T09:00:00+08:00';
  const orders = `orderId,account,plan,startsAt,channel\no-1,sun-ning,personal-10m,${starts},telecom-shops\no-2,wu-ming,personal-10m,${starts},\n`;
  await story.send('/v1/orders/import?format=csv', orders, 'text/csv', MAKER);
  await story.jobsDone();
  await story.post(
    '/v1/jobs',
    { kind: 'focus_export', parameters: { month: '2026-09', customer: 'haijing-tech' } },
    FINANCE,
  );
  await story.jobsDone();
}
