import fc from 'fast-check';
import type { Engine } from './engine';
import { openAccount, openMarket, publish, usage } from './market';

/** A market with tiers, six accounts in it, and any number of records for them, the same for the same seed. */

export type Posted = Readonly<Record<string, string | Readonly<Record<string, number | string>>>>;

export const SAMPLE_START = '2026-09-01T00:00:00+08:00';
const FIRST = Date.parse('2026-08-30T00:00:00+08:00');
const HOURS = 45 * 24;
const NOW = Date.parse('2026-10-20T00:00:00+08:00');

const LADDER = {
  mode: 'volume',
  tiers: [
    { upTo: '20000', unitPrice: '6' },
    { upTo: null, unitPrice: '4' },
  ],
};
const entry = (tokenClass: string, price: string): object => ({
  model: '*',
  class: tokenClass,
  price,
  effectiveFrom: '2026-01-01T00:00:00+08:00',
});
const TIERED_BOOK = {
  code: 'tiered',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries: [entry('input', '2'), entry('requests', '0.01')],
  multipliers: [{ model: 'kimi*', when: { region: 'far' }, factor: '1.1' }],
  tiers: [
    {
      lineage: 'out',
      models: ['*'],
      classes: ['output'],
      window: 'billing_period',
      counts: 'all',
      component: LADDER,
    },
  ],
};
const TIERED_PLAN = {
  code: 'tiered',
  role: 'base',
  name: 'Tiered',
  currency: 'CNY',
  price: '0',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
  priceBook: 'tiered',
};
const ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  ann: ['base', 'monthly'],
  ben: ['base', 'trial', 'pack'],
  cat: ['tiered', 'pack', 'pack'],
  dan: ['tiered'],
  eve: ['monthly', 'trial'],
  fay: [],
};

/** The accounts have taken up their plans on the first of September; it is the 20th of October. */
export async function openSampleMarket(engine: Engine): Promise<void> {
  await openMarket(engine);
  await publish(engine, 'price_book', TIERED_BOOK);
  await publish(engine, 'plan', TIERED_PLAN);
  for (const [code, plans] of Object.entries(ACCOUNTS)) await openAccount(engine, code, plans, SAMPLE_START);
  engine.clock.moveTo(NOW);
}

const count = fc.constantFrom(0, 0, 1, 250, 4_000, 30_000);
const record = fc.record({
  account: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...Object.keys(ACCOUNTS)) },
    fc.constant('nobody'),
  ),
  hours: fc.nat(HOURS),
  call: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom({ model: 'glm-5' }, { model: 'kimi-k2', vendor: 'kimi' }) },
    fc.constantFrom({ model: 'unlisted' }, { computeOwner: 'elsewhere' }),
  ),
  dimensions: fc.constantFrom<Record<string, string>>({}, { region: 'far' }),
  tokens: fc.record({
    input: count,
    cached_input: count,
    output: count,
    requests: fc.constantFrom(0, 0, 0, 2),
  }),
  /** Now and then the same is sent again, or something else under its id, or what nobody can read. */
  earlier: fc.nat(),
  twist: fc.constantFrom('', '', '', '', '', '', '', 'again', 'other', 'bad'),
});

/** Records with ids of their own, but for those that come again; what comes again is of the same account. */
export function sampleUsage(size: number, seed: number): Posted[] {
  const posted: Posted[] = [];
  for (const { account, hours, call, dimensions, tokens, earlier, twist } of fc.sample(record, {
    numRuns: size,
    seed,
  })) {
    const at = new Date(FIRST + hours * 3_600_000).toISOString();
    const own = { ...usage(`r${posted.length}`, account, at, tokens, call), dimensions };
    const before = posted[earlier % (posted.length + 1)] ?? own;
    if (twist === 'again') posted.push(before);
    else if (twist === 'other') posted.push({ ...before, tokens: { input: 77 } });
    else posted.push(twist === 'bad' ? { ...own, at: 'yesterday' } : own);
  }
  return posted;
}
