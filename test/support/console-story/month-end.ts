import { CHECKER, DESK, FINANCE, type Story } from './story';

/** What of September is done in the first days of October: billed, settled, signed, frozen, issued and exported. */
export async function endSeptember(story: Story): Promise<void> {
  story.moveTo('2026-10-04T09:00:00+08:00');
  await story.post('/v1/due-work', {}, DESK);
  await story.post('/v1/bill-runs', { cutOff: '2026-10-01T00:00:00+08:00' }, FINANCE);
  await story.jobsDone();
  await story.post('/v1/bill-runs/1/finalise', {}, CHECKER);
  await story.jobsDone();
  await story.post('/v1/jobs', { kind: 'settlement', parameters: { month: '2026-09' } }, FINANCE);
  await story.jobsDone();
  await story.post('/v1/settlement-runs/1/review', {}, FINANCE);
  await story.post('/v1/settlement-runs/1/approve', {}, CHECKER);
  await story.post('/v1/months/2026-09/freeze', {}, FINANCE);
  await story.post('/v1/settlement-runs/1/issue', {}, FINANCE);
  await story.post(
    '/v1/jobs',
    { kind: 'export', parameters: { runId: 1, formats: ['csv', 'xlsx'] } },
    FINANCE,
  );
  await story.jobsDone();
}

interface Invoice {
  readonly number: string;
  readonly payer: { readonly code: string };
  readonly gross: string;
}

export const invoicesOf = async (story: Story): Promise<readonly Invoice[]> =>
  (await story.get<{ invoices: Invoice[] }>('/v1/invoices?limit=100&sort=number')).invoices;

/** Customers pay in full, in part and too much; a payment comes back; one document is credited, another to be void. */
export async function collect(story: Story): Promise<void> {
  story.moveTo('2026-10-12T10:00:00+08:00');
  const invoices = await invoicesOf(story);
  const pay = (account: string, amount: string, invoice: string | undefined, method = 'bank_transfer') =>
    story.post<{ number: number }>(
      `/v1/accounts/${account}/payments`,
      {
        ...{ currency: 'CNY', amount, method, reference: `B-${account}-${amount}` },
        ...{ receivedAt: '2026-10-12T09:30:00+08:00' },
        ...(invoice === undefined ? {} : { invoice }),
      },
      FINANCE,
    );
  const of = (payer: string): Invoice => invoices.find((one) => one.payer.code === payer) as Invoice;
  await pay('chen-xi-1', of('chen-xi-1').gross, of('chen-xi-1').number, 'wechat_pay');
  await pay('haijing-retail-1', '600.00', of('haijing-retail-1').number);
  await pay('haijing-tech-1', '800.00', undefined);
  await pay('qingfeng-1', '200.00', undefined, 'alipay');
  const { number } = await pay('mingde-1', '50.00', of('mingde-1').number);
  const reason = '银行退票';
  await story.post(`/v1/accounts/mingde-1/payments/${number}/reversal`, { reason }, FINANCE);
  const credited = of('haijing-retail-1').number;
  const note = { reason: '九月十二日服务中断', lines: [{ line: 1, gross: '20.00' }] };
  await story.post(`/v1/invoices/${credited}/credit-notes`, note, FINANCE);
  await story.post(`/v1/invoices/${credited}/credit-notes/1/approve`, {}, CHECKER);
  await story.post(`/v1/invoices/${of('mingde-1').number}/void`, { reason: '抬头有误' }, FINANCE);
}

/** One partner is paid, others answered or said nothing yet, two claim more. */
export async function liveWithStatements(story: Story): Promise<void> {
  story.moveTo('2026-10-13T10:00:00+08:00');
  const path = '/v1/statements/1';
  const { payable } = await story.get<{ payable: string }>(`${path}/zhipu?currency=CNY`);
  await story.post(`${path}/zhipu/confirmation`, {}, ['partner', 'zhipu']);
  const invoice = { number: 'ZP-2026-0917', date: '2026-10-13', amount: payable };
  await story.post(`${path}/zhipu/invoice`, invoice, FINANCE);
  await story.post(`${path}/zhipu/payment-approval`, {}, CHECKER);
  const payment = { reference: 'ICBC-20261013-01', date: '2026-10-13', amount: payable };
  await story.post(`${path}/zhipu/payment`, payment, FINANCE);
  await story.post(`${path}/moonshot/confirmation`, { note: '电话确认，王经理' }, FINANCE);
}

/** The same of October, as far as it has come: the bill is a draft, the settlement is looked at. */
export async function endOctober(story: Story): Promise<void> {
  story.moveTo('2026-11-04T09:00:00+08:00');
  await story.post('/v1/due-work', {}, DESK);
  await story.post('/v1/bill-runs', { cutOff: '2026-11-01T00:00:00+08:00', graceHours: 96 }, FINANCE);
  await story.jobsDone();
  await story.post('/v1/jobs', { kind: 'settlement', parameters: { month: '2026-10' } }, FINANCE);
  await story.jobsDone();
  await story.post('/v1/settlement-runs/2/review', {}, FINANCE);
  const { findings } = await story.get<{ findings: { finding: string }[] }>(
    '/v1/settlement-runs/2/variances',
  );
  const seen = findings.slice(0, 2).map(({ finding }) => finding);
  if (seen.length > 0)
    await story.post('/v1/settlement-runs/2/variances', { findings: seen, reason: '新签客户放量' }, CHECKER);
  const waived = { item: 'bill_run_open', reason: '出账次日复核后定稿' };
  await story.post('/v1/months/2026-10/waivers', waived, FINANCE);
}
