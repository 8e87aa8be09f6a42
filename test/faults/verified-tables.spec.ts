import { ReRateAccount, VoidUsage } from '@ciyuan/modules/charging';
import { personIdentity } from '@ciyuan/modules/parties';
import { VerifyMonth } from '@ciyuan/modules/reporting';
import { ChangeSubscription, RenewDue, TakeOnAccounts } from '@ciyuan/modules/subscriptions';
import { Engine } from '../../apps/cli/src/scratch/scratch-engine';
import { verify } from '../../apps/cli/src/verify/verify-command';
import { AdjustmentsAndPayments } from '../support/adjustments-and-payments';
import { AgreedVendor } from '../support/agreed-vendor';
import { BilledMarket } from '../support/billed-market';
import { publishBundles } from '../support/bundled-plans';
import { openCommittedMarket } from '../support/committed-market';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';
import { tablesRead } from '../support/tables-read';
import { takeOnFiles } from '../support/take-on-books';
import { Tampering } from '../support/tampering';
import type { StoryPlace } from '../support/tampered-story';
import { openVerifiedMarket } from '../support/verified-market';
import { VerifiedTampering } from '../support/verified-tampering';
import { WaitingShares } from '../support/waiting-shares';

type Opened = Pick<StoryPlace, 'urls' | 'stop'>;

/** A story, and the months of it that are verified. */
const STORIES: readonly (readonly [what: string, months: readonly string[], open: () => Promise<Opened>])[] =
  [
    ['records, their corrections and their settlement', ['2026-10', '2026-11'], corrected],
    ['commitments', ['2026-02'], openCommittedMarket],
    ['bundles and what ends', ['2026-10'], bundled],
    ['bills and credits', ['2026-11', '2026-12'], billed],
    ['terms of contracts', ['2026-10', '2026-11', '2026-12'], agreed],
    ['shares that wait for money', ['2026-10', '2026-11'], waiting],
    ['adjustments, payments and payouts', ['2026-10', '2026-11'], paid],
    ['what another system had', ['2026-10'], takenOn],
  ];

/** Where a story does not need all of what it has: what of it was used. An order that granted nothing booked nothing. */
const USED: Readonly<Record<string, string>> = {
  account_write: "kind = 'usage'",
  catalogue_document: "kind = 'plan' AND id IN (SELECT plan_version_id FROM subscription)",
  model: 'code IN (SELECT model FROM usage_record)',
  party: 'code IN (SELECT party FROM statement)',
};

/**
 * What the identities alone tell of, as no figure of these stories hangs on it: who signed an adjustment or a statement
 * that is booked by another table, and on which day a cycle began elsewhere, where cycles are those of the calendar.
 */
const BY_IDENTITIES: readonly string[] = ['adjustment_event', 'statement_event', 'taken_on_subscription'];

/** What tells of a loss: the figures that are computed again, the identities alone, or nothing. */
type Teller = 'figures' | 'identities' | 'nothing';
const FIGURES_DIFFER = /, [1-9]\d* differ$/;

/** By every table that is read, the best that told of a loss; undefined where no story has a row of it. */
const told = new Map<string, Teller | undefined>();

describe.each(STORIES)('%s, verified', (_what, months, open) => {
  let story: Opened;
  let superuser: Tampering;

  beforeAll(async () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    story = await open();
    superuser = await Tampering.asSuperuser(story.urls);
  });
  afterAll(async () => {
    await superuser.end();
    await story.stop();
    jest.restoreAllMocks();
  });

  /** What of the command tells that something is wrong; where it breaks off, the figures cannot be computed. */
  const teller = async (): Promise<Teller> => {
    const environment = { DATABASE_URL: story.urls.appUrl };
    const codes: number[] = [];
    for (const month of months) {
      const lines: string[] = [];
      const code = await verify(month, (line) => lines.push(line), environment).catch(() => undefined);
      if (code === undefined || lines.some((line) => FIGURES_DIFFER.test(line))) return 'figures';
      codes.push(code);
    }
    return codes.every((code) => code === 0) ? 'nothing' : 'identities';
  };

  const tellerAfter = async (statement: string): Promise<Teller> => {
    let found: Teller = 'nothing';
    const look = async () => {
      found = await teller();
      return [];
    };
    await new VerifiedTampering(superuser, look).found(statement);
    return found;
  };

  /** What the command does before it runs the checks, which read every table. */
  const recompute = async (): Promise<void> => {
    const engine = await Engine.start(story.urls.appUrl, Date.now());
    for (const month of months) await engine.get(VerifyMonth).run(month);
    await engine.stop();
  };

  it('loses no row of any table that is read, but the command says so', async () => {
    expect(await teller()).toBe('nothing');
    const unseen: string[] = [];
    for (const table of await tablesRead(superuser, recompute)) {
      const place = await aRowOf(superuser, table);
      if (!told.has(table)) told.set(table, undefined);
      if (place === undefined || told.get(table) === 'figures') continue;
      const by = await tellerAfter(`DELETE FROM ${table} WHERE ${place}`);
      if (by === 'nothing') unseen.push(table);
      told.set(table, by);
    }
    expect(unseen).toEqual([]);
  }, 300_000);
});

it('no table that verifying reads was left alone, and the figures tell of all but these', () => {
  expect(told.size).toBeGreaterThan(40);
  const tables = [...told.keys()].sort();
  expect(tables.filter((table) => told.get(table) === undefined)).toEqual([]);
  expect(tables.filter((table) => told.get(table) !== 'figures')).toEqual(BY_IDENTITIES);
});

async function aRowOf(superuser: Tampering, table: string): Promise<string | undefined> {
  const [row] = await superuser.rows<{ place: string }>(
    `SELECT format('tableoid = %s AND ctid = %L', tableoid, ctid) AS place FROM ${table}
      WHERE ${USED[table] ?? 'true'} LIMIT 1`,
  );
  return row?.place;
}

async function corrected(): Promise<Opened> {
  const verified = await openVerifiedMarket();
  const { engine, market } = verified;
  for (const { clock } of [engine, market.engine]) clock.moveTo(Date.parse('2026-12-10T00:00:00+08:00'));
  const items = [{ source: 'api', id: 'o3', reason: 'wrong' }];
  await market.engine.get(VoidUsage).run({ partner: 'gateway', by: 'finance', asStaff: true, items });
  const period = { from: Date.parse('2026-10-01T00:00:00+08:00'), until: market.engine.clock.now() };
  const request = { account: 'erin', ...period, reason: 'a price', by: 'finance', apply: 'unseen' } as const;
  must(await market.engine.get(ReRateAccount).run(request));
  return { urls: engine.urls, stop: () => verified.stop() };
}

async function bundled(): Promise<Opened> {
  const market = await SeededMarket.open('2026-10-01T00:00:00+08:00');
  await publishBundles(market);
  await market.openAccount('studio', 'small_firm');
  for (const plan of ['suite-10m', 'boost-5m']) await market.order('studio', plan);
  const ending = { account: 'studio', subscriptionId: 1, by: 'mei', preview: false };
  must(await market.engine.get(ChangeSubscription).run({ ...ending, change: { end: 'period_end' } }));
  await market.engine.get(RenewDue).run(Date.parse('2026-11-01T00:00:00+08:00'));
  return market;
}

async function billed(): Promise<Opened> {
  const story = await BilledMarket.open();
  await story.tellTwoMonths();
  await story.voided('2026-CNY-000003');
  await story.bill('2026-12-04T00:00:00+08:00', '2026-12-08T00:00:00+08:00');
  await story.credited('2026-CNY-000001', 1, 1_000n);
  return { urls: story.engine.urls, stop: () => story.stop() };
}

async function agreed(): Promise<Opened> {
  const story = await AgreedVendor.open();
  await story.use('2026-10-15T11:00:00', '21.2');
  await story.issue('2026-10');
  await story.use('2026-11-16T11:00:00', '33.92');
  await story.issue('2026-11');
  await story.clawBack('2026-11', '10');
  await story.use('2026-12-15T11:00:00', '21.2');
  await story.issue('2026-12');
  return story.market;
}

async function waiting(): Promise<Opened> {
  const story = await WaitingShares.open();
  const use = (at: string) => story.use(at, 'wang', 'telechat-2-115b', 'ascend-910c', '21200000');
  await use('2026-10-15T11:00:00');
  await story.issue('2026-10');
  await story.bill('2026-11-01');
  await use('2026-11-15T11:00:00');
  await story.pay('2026-11-20', 'wang', '53.00');
  await story.issue('2026-11');
  return story.market;
}

async function paid(): Promise<Opened> {
  const story = await AdjustmentsAndPayments.open();
  await story.ask('goodwill', '20.00', 'desk operations');
  await story.pay('30.00', 'R-1');
  await story.issueOctober();
  await story.invoice('96.00');
  await story.payArchive('96.00');
  return story.market;
}

async function takenOn(): Promise<Opened> {
  const from = '2026-02-01T00:00:00+08:00';
  const [begun, ends] = ['2026-10-01T00:00:00+08:00', '2026-11-01T00:00:00+08:00'];
  const market = await SeededMarket.open('2026-10-17T10:00:00+08:00');
  const files = takeOnFiles({
    customers: `C-1 | organisation | Works | CN-SH | 913100007777777777 | | ${from}`,
    accounts: 'works | C-1 | Works | consumer |',
    subscriptions: `
      works | S-1 | payg-standard | ${from} | ${from} | | 2026-10-17T10:00:00+08:00 |
      works | S-2 | personal-10m | ${from} | ${from} | 1 | ${ends} |`,
    grants: `works | G-1 | S-2 | 10_000_000 | 4_000_000 | 9.90 | 9.34 | 5.94 | 5.604 | ${begun} | ${ends}`,
    control: `
      customers | rows | 1
      accounts | rows | 1
      subscriptions | rows | 2
      grants | rows | 1
      grants | usedTokens | 4000000
      grants | tokensLeft | 6000000
      grants | restGross | 5.94
      grants | restNet | 5.604`,
  });
  const identityOf = () => personIdentity('nobody', '0'.repeat(64));
  must(await market.engine.get(TakeOnAccounts).run({ files, identityOf, apply: true, by: 'mei' }));
  await market.post(
    ...calls('t1 | works | 2026-10-17T09:00:00 | telechat-2-115b | ascend-910c | input 1_000'),
  );
  return market;
}
