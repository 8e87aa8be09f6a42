import { DESK, FINANCE, type Story } from './story';

const BEGINNING = '2026-09-01T00:00:00+08:00';

const CUSTOMERS = [
  ['haijing', '海景控股集团有限公司', 'organisation', 'CN-SH', null],
  ['haijing-tech', '海景智能科技有限公司', 'organisation', 'CN-SH', 'haijing'],
  ['haijing-retail', '海景零售有限公司', 'organisation', 'CN-ZJ', 'haijing'],
  ['haijing-lab', '海景智能研究院', 'organisation', 'CN-SH', 'haijing-tech'],
  ['mingde', '明德医院', 'organisation', 'CN-JS', null],
  ['qingfeng', '清风工作室', 'one_person_company', 'CN-SH', null],
  ['chen-xi', '陈曦', 'person', 'CN-BJ', null],
] as const;

/** `code, name, segment, customer, plans`; the first plan is what is priced beyond all others. */
export const ACCOUNTS = [
  ['haijing-tech-1', '海景智能·研发', 'enterprise', 'haijing-tech', 'payg-standard take-or-pay-ramp-12m'],
  ['haijing-tech-2', '海景智能·客服', 'enterprise', 'haijing-tech', 'payg-standard token-plan-team-100m'],
  ['haijing-retail-1', '海景零售·导购', 'small_firm', 'haijing-retail', 'payg-standard small-firm-600m'],
  ['haijing-lab-1', '海景研究院', 'developer', 'haijing-lab', 'payg-standard coding-pro'],
  ['mingde-1', '明德医院·病历', 'enterprise', 'mingde', 'payg-standard'],
  ['qingfeng-1', '清风工作室', 'developer', 'qingfeng', 'payg-standard coding-lite'],
  ['chen-xi-1', '陈曦', 'consumer', 'chen-xi', 'payg-standard personal-10m'],
  ['zhao-lei', '赵磊', 'consumer', null, 'payg-standard personal-40m'],
  ['sun-ning', '孙宁', 'consumer', null, 'payg-standard trial-200k'],
] as const;

/** Who they are, how they belong together, and what each takes up. */
export async function openCustomers(story: Story): Promise<void> {
  for (const [index, [code, name, kind, region]] of CUSTOMERS.entries()) {
    const number = `9131000${index}MA1K${String(index).padStart(4, '0')}XQ`;
    const identity = kind === 'person' ? { documentNumber: `11010119900101${index}01X` } : {};
    const registered = kind === 'person' ? {} : { registrationNumber: number };
    await story.post('/v1/customers', { code, name, kind, region, ...identity, ...registered }, DESK);
    await story.post(`/v1/customers/${code}/verification`, { verifiedAt: BEGINNING }, DESK);
  }
  for (const [code, , , , parent] of CUSTOMERS)
    if (parent !== null) await story.post(`/v1/customers/${code}/parent`, { parent }, DESK);
  for (const [code, name, segment, customer, plans] of ACCOUNTS) {
    const owner = customer === null ? {} : { customer };
    await story.post('/v1/accounts', { code, name, segment, ...owner }, DESK);
    for (const plan of plans.split(' ')) await order(story, code, plan);
  }
  await sayWhoPays(story);
}

export const order = (story: Story, account: string, plan: string, channel?: string): Promise<unknown> =>
  story.post(
    `/v1/accounts/${account}/subscriptions`,
    {
      plan,
      startsAt: new Date(story.market.engine.clock.now()).toISOString(),
      ...(channel === undefined ? {} : { channel }),
    },
    DESK,
  );

/** The group's research firm is billed as one; a consumer pays by phone bill. */
async function sayWhoPays(story: Story): Promise<void> {
  const profile = {
    consolidated: true,
    buyerTitle: '海景智能科技有限公司',
    taxpayerId: '91310001MA1K0001XQ',
    fapiaoKind: 'special',
    registeredAddress: '上海市浦东新区海景路1号',
    phone: '021-50000001',
    bankName: '浦东发展银行张江支行',
    bankAccount: '6222 0210 0101',
    email: null,
  };
  await story.put('/v1/customers/haijing-tech/billing-profile', profile, FINANCE);
  await story.put(
    '/v1/accounts/zhao-lei/collection',
    { method: 'phone_bill', billingId: '021-5551234', phoneNumber: '+86-13800001234' },
    FINANCE,
  );
}

/** What changes of what they have, in October: a gift, a suspension, a pack out of a promotion, an ending. */
export async function changeSubscriptions(story: Story): Promise<void> {
  await order(story, 'chen-xi-1', 'entry-400k', 'telecom-shops');
  await order(story, 'qingfeng-1', 'entry-400k-sh', 'telecom-shops');
  await order(story, 'qingfeng-1', 'trial-opc-30m');
  const gift = { kind: 'gift', to: 'mingde-1', tokens: 20_000_000 };
  await story.post('/v1/accounts/haijing-tech-2/transfers', gift, DESK);
  const packageOf = async (account: string): Promise<number> => {
    const { subscriptions } = await story.get<{ subscriptions: { subscriptionId: number }[] }>(
      `/v1/accounts/${account}/subscriptions`,
    );
    return subscriptions[1]?.subscriptionId ?? 0;
  };
  const [lab, lei] = [await packageOf('haijing-lab-1'), await packageOf('zhao-lei')];
  await story.post(
    `/v1/accounts/haijing-lab-1/subscriptions/${lab}/change-plan`,
    { plan: 'coding-lite', when: 'period_end' },
    DESK,
  );
  await story.post(
    `/v1/accounts/zhao-lei/subscriptions/${lei}/suspend`,
    { reason: '客户来电申请停机保号' },
    DESK,
  );
}
