import { CHECKER, MAKER, type Story } from './story';

/** A firm with models, clusters and a gateway of its own: it reports, has shares, and signs in. */
export const PARTNER = 'yunfan';
export const PARTNER_PERSON = ['partner', PARTNER] as const;
const BEGINNING = '2026-09-01T00:00:00+08:00';

interface Book {
  readonly entries: readonly object[];
}

const terms = (partner: string, legalEntity: string, basis: string, more: object = {}): object => ({
  partner,
  validity: { from: '2026-09-01' },
  settlement: {
    ...{ legalEntity, bankAccount: '6222 0210 0031', basis, minimumPayout: '0' },
    ...{ disputeDays: 20, paymentDays: 30 },
    ...more,
  },
});

const row = (model: string, tokenClass: string, price: string): object => ({
  ...{ model, class: tokenClass, price },
  effectiveFrom: BEGINNING,
});

/** The partner comes in, with a model, prices and costs; who waits for what is agreed. */
export async function agreeWithParties(story: Story): Promise<void> {
  const kinds = ['vendor', 'compute', 'partner'];
  await story.post('/v1/parties', { code: PARTNER, name: '云帆智算', kinds, vatRate: '0.06' }, MAKER);
  for (const [code, name] of [
    ['yunfan-pro', '云帆 Pro'],
    ['yunfan-lab', '云帆实验版'],
  ])
    await story.post('/v1/models', { code, name, vendor: PARTNER }, MAKER);
  await story.publish(
    'contract',
    {
      ...terms(PARTNER, '云帆智算科技有限公司', 'recognised'),
      lateWindowDays: 60,
      serves: [{ vendor: PARTNER, computeOwner: PARTNER }],
    },
    BEGINNING,
  );
  await story.publish('contract', terms('deepseek', '深度求索科技有限公司', 'collected'), BEGINNING);
  const holdback = { share: '0.1', releaseAfterMonths: 2 };
  await story.publish(
    'contract',
    terms('tianyi-ascend', '天翼云科技有限公司', 'invoiced', { holdback }),
    BEGINNING,
  );
  const yuan = (amount: string): object => ({ yuan: amount });
  const policy = {
    code: 'settlement',
    partyShare: { percent: '10', yuan: '2' },
    modelTokens: { percent: '20', tokens: 1_000_000 },
    ...{ newParty: yuan('100'), partyGone: yuan('100'), zeroBill: yuan('100') },
    ...{ negativeStatement: yuan('1000'), topMovers: 10 },
  };
  await story.publish('variance_policy', policy, BEGINNING);
  const costs = [row(PARTNER + '-pro', 'input', '0.3'), row(PARTNER + '-pro', 'output', '1.1')];
  await story.publish('cost_book', { ...bookOf('yunfan-cost'), party: PARTNER, entries: costs }, BEGINNING);
  const retail = await story.document<Book>('price_book', 'retail');
  const entries = [...retail.entries, row('yunfan-pro', 'input', '1.6'), row('yunfan-pro', 'output', '6.4')];
  await story.publish('price_book', { ...retail, entries }, BEGINNING);
}

const bookOf = (code: string): object => ({
  ...{ code, zone: 'Asia/Shanghai', currency: 'CNY', multipliers: [], tiers: [] },
});

/** What the people at the desks have before them in November: drafts of several kinds, of which some wait. */
export async function leaveDrafts(story: Story): Promise<void> {
  const draft = (kind: string, body: object, day: string, more: object = {}) =>
    story.post('/v1/drafts', { kind, body, effectiveFrom: `${day}T00:00:00+08:00`, ...more }, MAKER);
  const submit = ({ id }: { id: number }) => story.post(`/v1/drafts/${id}/submit`, {}, MAKER);
  const plan = await story.document<{ price: string }>('plan', 'personal-10m');
  const notice = {
    announcedAt: '2026-11-06T10:00:00+08:00',
    audience: { all: true },
    channels: ['sms', 'in_app'],
    text: '个人词元包1000万自2027年1月1日起调整为每月12.90元。',
  };
  await submit(await draft('plan', { ...plan, price: '12.90' }, '2027-01-01', { notice }));
  const rule = await story.document<{ rule: { steps: { value?: string }[] } }>('split_rule', 'default-share');
  const [vendor, ...others] = rule.rule.steps;
  const steps = [{ ...vendor, value: '36' }, ...others];
  await submit(await draft('split_rule', { ...rule, rule: { ...rule.rule, steps } }, '2026-12-01'));
  const table = await story.document<{ rows: object[] }>('coefficient_table', 'coding');
  const favoured = { model: 'yunfan-pro', class: '*', coefficient: '0.8' };
  await draft('coefficient_table', { ...table, rows: [...table.rows, favoured] }, '2026-12-01');
  const suite = await story.document<object>('plan', 'cloud-suite-30m');
  const { id } = await draft('plan', { ...suite, name: '云套装3000万（新）' }, '2026-12-01');
  await submit({ id });
  await story.post(`/v1/drafts/${id}/reject`, { reason: '名称待市场部确认' }, CHECKER);
  await story.post(
    '/v1/campaign-pools/one-yuan-2026/top-ups',
    { reference: 'T-1', tokens: 5_000_000 },
    MAKER,
  );
}
