import type { Engine } from '../support/engine';
import { openStoriedMarket } from '../support/storied-market';
import { Tampering } from '../support/tampering';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const TWICE = '23505';
const OVERLAP = '23P01';

/** A journal of account 1 under a batch of its own: lines of (asset, account, amount). */
const journal = (...lines: readonly (readonly [string, string, number])[]): string =>
  `INSERT INTO journal_line VALUES ${lines
    .map(
      (line, index) =>
        `(1, 900, ${index + 1}, '2026-11', '${line[0]}', '${line[1]}', NULL, ${line[2]}, now())`,
    )
    .join(', ')}`;

const half = (line: number, amount: string): string =>
  `INSERT INTO journal_line VALUES (1, 901, ${line}, '2026-11', 'CNY', 'receivable', NULL, ${amount}, now())`;

type Attack = readonly [what: string, sqlState: string, ...statements: readonly string[]];

const JOURNALS: readonly Attack[] = [
  ['a journal of one side', BROKEN_LAW, journal(['CNY', 'receivable', 1])],
  [
    'a journal that balances in yuan and not in tokens',
    BROKEN_LAW,
    journal(['CNY', 'receivable', 1], ['CNY', 'usage_revenue', -1], ['TOKEN', 'token_balance', 5]),
  ],
  [
    'a journal that balances yuan with tokens',
    BROKEN_LAW,
    journal(['CNY', 'receivable', 1], ['TOKEN', 'token_balance', -1]),
  ],
  ['the two sides of a journal in two statements', BROKEN_LAW, half(1, '1'), half(2, '-1')],
  [
    'the sides in two parts of one statement, out of balance',
    BROKEN_LAW,
    `WITH first AS (${half(1, '1')}) ${half(2, '-0.999999999999')}`,
  ],
  [
    'two journals that balance each other',
    BROKEN_LAW,
    `INSERT INTO journal_line SELECT id, 902, 1, '2026-11', 'CNY', 'receivable', NULL, 3 - 2 * id, now()
       FROM generate_series(1, 2) AS id`,
  ],
  ['a line of nothing', BROKEN_LAW, journal(['CNY', 'receivable', 0])],
  ['a currency that is none', BROKEN_LAW, journal(['GOLD', 'receivable', 1], ['GOLD', 'usage_revenue', -1])],
  ['an edited line', NO_RIGHT, 'UPDATE journal_line SET amount = amount * 2'],
  [
    'a line edited by way of a conflict',
    NO_RIGHT,
    `${half(1, '1')} ON CONFLICT (account_id, batch_id, line) DO UPDATE SET amount = 2`,
  ],
  ['a deleted journal', NO_RIGHT, 'DELETE FROM journal_line WHERE batch_id = 10'],
  ['no journals at all', NO_RIGHT, 'TRUNCATE journal_line'],
];

const ENTITLEMENT: readonly Attack[] = [
  [
    'a grant drawn beyond what it holds',
    BROKEN_LAW,
    'UPDATE grant_bucket SET drawn_milli = quantity_milli + 1',
  ],
  [
    'a grant drawn beyond what has not expired',
    BROKEN_LAW,
    'UPDATE grant_bucket SET drawn_milli = drawn_milli + 1 WHERE expired_milli > 0',
  ],
  ['a grant drawn less than nothing', BROKEN_LAW, 'UPDATE grant_bucket SET drawn_milli = -1'],
  ['a larger grant', NO_RIGHT, 'UPDATE grant_bucket SET quantity_milli = quantity_milli + 1000'],
  ['a longer grant', NO_RIGHT, "UPDATE grant_bucket SET expires_at = expires_at + interval '1 year'"],
  ['a cheaper grant', NO_RIGHT, 'UPDATE grant_bucket SET price_net = 0'],
  ['a grant taken away', NO_RIGHT, 'DELETE FROM grant_bucket'],
  ['an edited movement', NO_RIGHT, 'UPDATE grant_movement SET milli_tokens = 0'],
  ['a deleted movement', NO_RIGHT, "DELETE FROM grant_movement WHERE kind = 'expired'"],
  ['a counter of tiers less than forgotten', NO_RIGHT, 'DELETE FROM tier_counter'],
  [
    'a second base tariff at one instant',
    OVERLAP,
    `INSERT INTO subscription SELECT account_id, 900, plan_version_id, plan_code, is_base, channel,
       starts_at + interval '1 month', NULL, anchor_day, next_cycle, next_cycle_at, created_at
       FROM subscription WHERE account_id = 1 AND is_base`,
  ],
  [
    'another plan for the same price',
    NO_RIGHT,
    'UPDATE subscription SET plan_version_id = plan_version_id + 1',
  ],
];

const USAGE: readonly Attack[] = [
  ['a forgotten identity', NO_RIGHT, "DELETE FROM usage_key WHERE key = 'gateway api o1'"],
  ['an identity of another content', NO_RIGHT, "UPDATE usage_key SET content_hash = '\\x00'"],
  ['an edited record', NO_RIGHT, 'UPDATE usage_record SET usage_gross = 0'],
  ['a deleted record', NO_RIGHT, "DELETE FROM usage_record WHERE record_id = 'o1'"],
  ['a record edited in its partition', NO_RIGHT, 'UPDATE usage_record_2026_10 SET usage_gross = 0'],
  [
    'a record added to its partition',
    NO_RIGHT,
    'INSERT INTO usage_record_2026_10 SELECT * FROM usage_record',
  ],
  ['no usage at all', NO_RIGHT, 'TRUNCATE usage_record'],
  ['an edited roll-up', NO_RIGHT, 'UPDATE usage_rollup_delta SET gross = gross / 2'],
  ['a deleted roll-up', NO_RIGHT, "DELETE FROM usage_rollup_delta WHERE kind = 'usage'"],
  ['suspense forgotten', NO_RIGHT, 'DELETE FROM suspense_record'],
  ['suspense of another content', NO_RIGHT, `UPDATE suspense_record SET body = '{}'`],
  ['missing costs forgotten', NO_RIGHT, 'DELETE FROM cost_suspense'],
  ['an edited price book', NO_RIGHT, `UPDATE catalogue_document SET body = '{}' WHERE kind = 'price_book'`],
  ['a price book taken back', NO_RIGHT, 'DELETE FROM catalogue_document'],
  [
    'a second version of the same number',
    TWICE,
    `INSERT INTO catalogue_document (kind, code, version, effective_from, body, digest, epoch, created_at, created_by)
     SELECT kind, code, version, effective_from - interval '1 day', body, digest, epoch, now(), 'x' FROM catalogue_document`,
  ],
];

const POWERS: readonly Attack[] = [
  ['reading another schema', NO_RIGHT, 'SELECT * FROM public.migrations'],
  ['writing another schema', NO_RIGHT, "INSERT INTO public.migrations VALUES (0, 0, 'x')"],
  ['reading the passwords of roles', NO_RIGHT, 'SELECT * FROM pg_authid'],
  ['a table of its own', NO_RIGHT, 'CREATE TABLE ciyuan.mark (id int)'],
  ['a table of its own elsewhere', NO_RIGHT, 'CREATE TABLE public.mark (id int)'],
  ['a schema of its own', NO_RIGHT, 'CREATE SCHEMA mark'],
  ['a function of its own', NO_RIGHT, "CREATE FUNCTION ciyuan.mark() RETURNS int LANGUAGE sql AS 'SELECT 1'"],
  ['another shape of a table', NO_RIGHT, 'ALTER TABLE journal_line DROP COLUMN amount'],
  ['a law taken off', NO_RIGHT, 'ALTER TABLE grant_bucket DROP CONSTRAINT never_overdrawn'],
  ['a trigger dropped', NO_RIGHT, 'DROP TRIGGER balanced_journal ON journal_line'],
  ['triggers switched off', NO_RIGHT, 'ALTER TABLE journal_line DISABLE TRIGGER ALL'],
  ['triggers switched off for the session', NO_RIGHT, 'SET session_replication_role = replica'],
  ['a trigger’s function replaced', NO_RIGHT, 'ALTER FUNCTION refuse_change() RENAME TO allow_change'],
  // What cannot be granted is warned of, and not granted.
  [
    'rights for itself',
    NO_RIGHT,
    'GRANT UPDATE, DELETE ON journal_line TO CURRENT_USER',
    'DELETE FROM journal_line',
  ],
  ['the owner’s role', NO_RIGHT, 'SET ROLE ciyuan_owner'],
  ['numbers of batches again from the first', NO_RIGHT, "SELECT setval('ciyuan.batch_id', 1)"],
  ['a partition taken off', NO_RIGHT, 'ALTER TABLE usage_record DETACH PARTITION usage_record_2026_10'],
  ['a partition of a month that is none', '22023', "SELECT ensure_usage_partition('2027-01x')"],
  ['files of the server', NO_RIGHT, "SELECT pg_read_file('postgresql.conf')"],
  ['a program on the server', NO_RIGHT, "COPY journal_line TO PROGRAM 'cat'"],
];

describe('the role that the application connects with', () => {
  let engine: Engine;
  let application: Tampering;

  beforeAll(async () => {
    engine = await openStoriedMarket();
    application = await Tampering.at(engine.urls.appUrl);
  });

  afterAll(async () => {
    await application.end();
    await engine.stop();
  });

  it('books a journal that balances', async () => {
    const lawful = journal(
      ['CNY', 'receivable', 1],
      ['CNY', 'usage_revenue', -1],
      ['TOKEN', 'token_balance', 5],
      ['TOKEN', 'token_issued', -5],
    );
    expect(await application.refusal(lawful)).toBeUndefined();
  });

  it.each([...JOURNALS, ...ENTITLEMENT, ...USAGE, ...POWERS])(
    'is refused %s (%s)',
    async (_what, sqlState, ...statements) => {
      expect(await application.refusal(...statements)).toBe(sqlState);
    },
  );

  it('left everything as it was', async () => {
    expect(await engine.violations()).toEqual([]);
  });
});
