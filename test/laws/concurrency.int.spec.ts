import { IntakeUsage, type UsageOutcome } from '@ciyuan/modules/charging';
import { OrderPlan, RenewDue } from '@ciyuan/modules/subscriptions';
import { Database } from '@ciyuan/platform/database';
import { asOwner } from '../support/as-owner';
import { Engine } from '../support/engine';
import { usage } from '../support/market';
import { storedBooks } from '../support/stored-books';
import { SAMPLE_START, openSampleMarket, sampleUsage, type Posted } from '../support/usage-sample';

const CALLERS = 8;

interface Answered {
  readonly record: Posted;
  readonly outcome: UsageOutcome;
}

const nameOf = ({ record }: Answered): string => record['id'] as string;
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) => (typeof one === 'bigint' ? String(one) : one));

/** What was said first of each record, and everything that was said of it later. */
function told(answers: readonly Answered[]): Map<string, { first: string[]; later: string[] }> {
  const records = new Map<string, { first: string[]; later: string[] }>();
  for (const answer of answers) {
    const { outcome } = answer;
    const said = records.get(nameOf(answer)) ?? { first: [], later: [] };
    records.set(nameOf(answer), said);
    if (outcome.status === 'accepted') {
      const { sequence, drawnMilli, usageGross } = outcome.charge;
      said.first.push(textOf({ sequence, drawnMilli, usageGross }));
    } else if (outcome.status === 'suspense') said.first.push(textOf(outcome.suspense));
    else if (outcome.status === 'duplicate') said.later.push(textOf(outcome.first));
    else throw new Error(`unexpected: ${textOf(outcome)}`);
  }
  return records;
}

describe('posts at the same time', () => {
  let engine: Engine;
  /** Well formed, each with an id of its own. */
  let records: Posted[];

  const post = async (part: readonly Posted[]): Promise<Answered[]> => {
    const outcomes = await engine.get(IntakeUsage).run('gateway', part);
    return part.map((record, index) => ({ record, outcome: outcomes[index] as UsageOutcome }));
  };
  /** Each of the records was taken in once, and whoever sent it too was told what became of it. */
  const expectOnce = (answers: readonly Answered[], sent: ReadonlyMap<string, number>): void => {
    const records = told(answers);
    expect([...records.keys()].sort()).toEqual([...sent.keys()].sort());
    for (const [id, { first, later }] of records) {
      expect([id, first.length, later.length]).toEqual([id, 1, (sent.get(id) ?? 0) - 1]);
      expect(new Set(later).size <= 1 && later.every((one) => one === first[0])).toBe(true);
    }
  };
  const timesSent = (parts: readonly (readonly Posted[])[]): Map<string, number> => {
    const times = new Map<string, number>();
    for (const { id } of parts.flat() as { id: string }[]) times.set(id, (times.get(id) ?? 0) + 1);
    return times;
  };

  beforeEach(async () => {
    engine = await Engine.start(SAMPLE_START);
    await openSampleMarket(engine);
    const seen = new Set<unknown>();
    records = sampleUsage(400, 42).filter((one) => {
      const isNew = !seen.has(one['id']) && one['at'] !== 'yesterday';
      seen.add(one['id']);
      return isNew;
    });
  });

  afterEach(() => engine.stop());

  it('of one batch by many callers are charged once, and all are told the same', async () => {
    const parts = Array.from({ length: CALLERS }, () => records);
    const answers = (await Promise.all(parts.map(post))).flat();
    expectOnce(answers, timesSent(parts));
    expect(await engine.violations()).toEqual([]);
  });

  it('that overlap in records and accounts lose nothing and double nothing', async () => {
    const parts: Posted[][] = [];
    for (let from = 0; from < records.length; from += 20) {
      const part = records.slice(from, from + 50);
      parts.push(parts.length % 2 === 0 ? part : part.toReversed());
    }
    const answers = (await Promise.all(parts.map(post))).flat();
    expectOnce(answers, timesSent(parts));
    const { keys, charges, suspense } = await storedBooks(engine);
    expect(keys).toHaveLength(records.length);
    expect((charges?.length ?? 0) + (suspense?.length ?? 0)).toBe(records.length);
    expect(await engine.violations()).toEqual([]);
  });

  it.each<[string, string, (index: number, caller: number) => string]>([
    ['records', 'INSERT ON ciyuan.usage_key', (index) => `m${index}`],
    ['accounts', 'UPDATE ON ciyuan.account_state', (index, caller) => `m${index}-${caller}`],
  ])(
    'that name the same %s in opposite orders never wait for one another in a ring',
    async (_what, change, idOf) => {
      const codes = ['ann', 'ben', 'cat', 'dan'];
      const call = (id: string, index: number): Posted =>
        usage(id, codes[index % 4] as string, '2026-09-05T12:00:00+08:00', { input: 1 });
      // The first record of a month makes its partition, which stops everybody for a moment.
      await post([call('first', 0)]);
      // Among many accounts, so that the few are looked up as they are named, not come upon in a scan of all.
      await asOwner(
        engine,
        `INSERT INTO ciyuan.account SELECT 1000 + n, 'other' || n, 'Other', 'x', 'Asia/Shanghai', 1, 'CNY', now()
           FROM generate_series(1, 5000) AS n`,
        'INSERT INTO ciyuan.account_state SELECT account_id, 1 FROM ciyuan.account WHERE account_id > 1000',
        'ANALYZE ciyuan.account, ciyuan.account_state',
        `CREATE FUNCTION ciyuan.dawdle() RETURNS trigger LANGUAGE plpgsql AS
         'BEGIN PERFORM pg_sleep(0.01); RETURN NEW; END'`,
        `CREATE TRIGGER dawdle BEFORE ${change} FOR EACH ROW EXECUTE FUNCTION ciyuan.dawdle()`,
      );
      const parts = [0, 1, 2, 3].map((caller) => {
        const part = Array.from({ length: 20 }, (_, index) => call(idOf(index, caller), index));
        return caller % 2 === 0 ? part : part.toReversed();
      });
      const transactions = jest.spyOn(engine.get(Database), 'transaction');
      const answered = await Promise.all(parts.map(post));
      const answers = answered.flat();
      // Each post asks for its window, charges, and notes what was known before: none was given up and done again.
      const noted = answered.filter((part) => part.some(({ outcome }) => outcome.status === 'duplicate'));
      expect(transactions).toHaveBeenCalledTimes(2 * parts.length + noted.length);
      expectOnce(answers, timesSent(parts));
      expect(await engine.violations()).toEqual([]);
    },
  );

  it('draw no more than a grant holds, and all that it holds', async () => {
    const at = '2026-09-05T12:00:00+08:00';
    const call = {
      account: 'eve',
      at,
      model: 'glm-5',
      vendor: 'zhipu',
      computeOwner: 'tianyi',
      chipKind: 'x',
    };
    const parts = Array.from({ length: 40 }, (_, caller) =>
      Array.from({ length: 5 }, (_, index) => ({
        ...call,
        id: `c${caller}-${index}`,
        tokens: { output: 7_777 },
      })),
    );
    const answers = (await Promise.all(parts.map(post))).flat();
    // A trial of 10,000 that covers them first, under a month's 1,000,000; she has no tariff for what is left over.
    const drawn = answers.flatMap(({ outcome }) =>
      outcome.status === 'accepted' ? [outcome.charge.drawnMilli] : [],
    );
    const suspended = answers.filter(({ outcome }) => outcome.status === 'suspense');
    expect([drawn.length, suspended.length]).toEqual([129, 71]);
    expect(drawn.reduce((sum, one) => sum + one, 0n)).toBe(129n * 7_777_000n);
    expect(await engine.violations()).toEqual([]);
  });

  it('beside orders and renewals keep one sequence for each account', async () => {
    const parts = Array.from({ length: 6 }, (_, index) => records.slice(index * 60, index * 60 + 60));
    const startsAt = Date.parse('2026-10-02T00:00:00+08:00');
    const orders = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay'].map((account) =>
      engine.get(OrderPlan).run({ account, plan: 'monthly', startsAt }),
    );
    const renewals = [1, 2].map(() => engine.get(RenewDue).run(engine.clock.now()));
    const done = await Promise.all([
      Promise.all(parts.map(post)),
      Promise.all(orders),
      Promise.all(renewals),
    ]);
    expectOnce(done[0].flat(), timesSent(parts));
    expect(done[1].every((one) => one.ok)).toBe(true);
    const cycles = await engine.rows<{ cycles: string }>(
      `SELECT string_agg(a.code || ' ' || g.cycle, ', ' ORDER BY a.code, g.number) AS cycles
         FROM ciyuan.grant_bucket AS g JOIN ciyuan.account AS a USING (account_id)
         JOIN ciyuan.subscription AS s ON s.account_id = g.account_id AND s.id = g.subscription_id
        WHERE s.plan_code = 'monthly' AND s.starts_at < $1`,
      [new Date(startsAt)],
    );
    expect(cycles).toEqual([{ cycles: 'ann 1, ann 2, eve 1, eve 2' }]);
    expect(await engine.violations()).toEqual([]);
  });
});
