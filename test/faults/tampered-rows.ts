/** What is done to a table by somebody whom nothing can stop, and the checks that tell of it. */
export type Tampered = [table: string, what: string, foundBy: readonly string[], ...statements: string[]];

export const USAGE: readonly Tampered[] = [
  [
    'usage_record',
    'a lower charge',
    ['rollups-equal-records', 'ledger-equals-records', 'batches-add-up', 'usage-rollups-equal-tariffs'],
    "UPDATE usage_record SET usage_gross = usage_gross - 0.01 WHERE record_id = 'o5'",
  ],
  [
    'usage_record',
    'tokens left out',
    ['records-add-up', 'rollups-equal-records'],
    "UPDATE usage_record SET output = output - 10 WHERE record_id = 'o1'",
  ],
  [
    'usage_record',
    'tokens moved from one class to a cheaper one',
    ['rollups-equal-records'],
    "UPDATE usage_record SET output = output - 10, input = input + 10 WHERE record_id = 'o9'",
  ],
  [
    'usage_record',
    'overage that is said to be covered',
    ['batches-add-up', 'usage-rollups-equal-tariffs'],
    `UPDATE usage_record SET covered_tokens = covered_tokens + 10, overage_tokens = overage_tokens - 10
      WHERE record_id = 'o5'`,
  ],
  [
    'usage_record',
    'a charge of somebody else',
    ['ledger-equals-records', 'keys-and-outcomes', 'sequences-have-no-gap'],
    "UPDATE usage_record SET account_id = 2 WHERE record_id = 'o9'",
  ],
  [
    'usage_record',
    'another instant',
    ['keys-and-outcomes'],
    "UPDATE usage_record SET at = at + interval '1 hour' WHERE record_id = 'o9'",
  ],
  [
    'usage_record',
    'no record',
    ['keys-and-outcomes', 'rollups-equal-records', 'sequences-have-no-gap', 'ledger-equals-records'],
    "DELETE FROM usage_record WHERE record_id = 'o9'",
  ],
  ['usage_key', 'no identity', ['keys-and-outcomes'], "DELETE FROM usage_key WHERE key = 'gateway api o9'"],
  [
    'usage_key',
    'neither record nor identity',
    ['rollups-equal-records', 'sequences-have-no-gap', 'ledger-equals-records'],
    "DELETE FROM usage_key WHERE key = 'gateway api o9'",
    "DELETE FROM usage_record WHERE record_id = 'o9'",
  ],
  [
    'suspense_record',
    'no suspense',
    ['keys-and-outcomes'],
    "DELETE FROM suspense_record WHERE key = 'gateway api o8'",
  ],
  [
    'suspense_record',
    'fewer tokens to charge one day',
    ['suspense-says-what-was-received'],
    `UPDATE suspense_record SET body = jsonb_set(body, '{tokens,input}', '1') WHERE key = 'gateway api o8'`,
  ],
  ['cost_suspense', 'no missing cost', ['missing-costs-are-held'], 'DELETE FROM cost_suspense'],
];

export const ENTITLEMENT: readonly Tampered[] = [
  [
    'grant_bucket',
    'a larger grant',
    ['grants-account-for-draws', 'token-ledger-equals-grants', 'grants-are-as-sold'],
    'UPDATE grant_bucket SET quantity_milli = quantity_milli + 1000 WHERE account_id = 1 AND number = 5',
  ],
  [
    'grant_bucket',
    'a larger grant with its movement',
    ['token-ledger-equals-grants', 'grants-are-as-sold'],
    'UPDATE grant_bucket SET quantity_milli = quantity_milli + 1000 WHERE account_id = 1 AND number = 5',
    "UPDATE grant_movement SET milli_tokens = milli_tokens + 1000 WHERE account_id = 1 AND sequence = 5 AND kind = 'issued'",
  ],
  [
    'grant_bucket',
    'a longer grant',
    ['grants-are-as-sold'],
    "UPDATE grant_bucket SET expires_at = expires_at + interval '1 year' WHERE account_id = 1 AND number = 5",
  ],
  [
    'grant_bucket',
    'a cheaper grant, all drawn',
    ['grants-are-as-sold', 'sales-equal-grants', 'package-rollups-equal-grants'],
    'UPDATE grant_bucket SET price_net = 0.01 WHERE account_id = 5',
  ],
  [
    'grant_bucket',
    'no grant',
    ['grants-account-for-draws', 'token-ledger-equals-grants', 'sequences-have-no-gap', 'sales-equal-grants'],
    'DELETE FROM grant_bucket WHERE account_id = 1 AND number = 5',
  ],
  [
    'grant_movement',
    'a smaller draw',
    ['grants-account-for-draws', 'records-add-up'],
    "UPDATE grant_movement SET milli_tokens = 0 WHERE kind = 'drawn'",
  ],
  [
    'grant_movement',
    'no expiry',
    ['grants-account-for-draws', 'sequences-have-no-gap'],
    "DELETE FROM grant_movement WHERE kind = 'expired' AND account_id = 2",
  ],
  [
    'account_state',
    'numbers left out',
    ['sequences-have-no-gap'],
    'UPDATE account_state SET next_sequence = 900 WHERE account_id = 3',
  ],
  [
    'account_state',
    'nothing to lock',
    ['sequences-have-no-gap'],
    'DELETE FROM account_state WHERE account_id = 3',
  ],
];

export const MONEY: readonly Tampered[] = [
  [
    'journal_line',
    'a smaller line',
    ['journals-balance', 'ledger-equals-records'],
    "UPDATE journal_line SET amount = amount - 0.01 WHERE account_id = 5 AND ledger_account = 'unbilled_usage'",
  ],
  [
    'journal_line',
    'two smaller lines that balance',
    ['ledger-equals-records'],
    `UPDATE journal_line SET amount = amount - sign(amount) * 0.01
      WHERE account_id = 5 AND ledger_account IN ('unbilled_usage', 'usage_revenue')`,
  ],
  [
    'journal_line',
    'no line',
    ['journals-balance'],
    "DELETE FROM journal_line WHERE account_id = 5 AND ledger_account = 'tax_payable'",
  ],
  [
    'journal_line',
    'no journal',
    ['ledger-equals-records', 'token-ledger-equals-grants', 'rollups-equal-ledger'],
    'DELETE FROM journal_line WHERE account_id = 1 AND batch_id = (SELECT max(batch_id) FROM journal_line WHERE account_id = 1)',
  ],
  [
    'journal_line',
    'a journal in another month',
    ['ledger-equals-records'],
    "UPDATE journal_line SET accounting_month = '2026-12' WHERE account_id = 5",
  ],
  [
    'usage_rollup_delta',
    'less to share',
    ['rollups-equal-records', 'package-rollups-equal-grants'],
    "UPDATE usage_rollup_delta SET net = net / 2 WHERE kind = 'package' AND model = 'kimi-k2'",
  ],
  [
    'usage_rollup_delta',
    'shared by another rule',
    ['split-rules-were-in-force'],
    `UPDATE usage_rollup_delta SET split_rule_version_id =
       (SELECT id FROM catalogue_document WHERE kind = 'split_rule' AND code = 'default') WHERE model = 'kimi-k2'`,
  ],
  [
    'usage_rollup_delta',
    'sold by nobody',
    ['package-rollups-equal-grants'],
    "UPDATE usage_rollup_delta SET channel = NULL WHERE channel = 'shop'",
  ],
  [
    'usage_rollup_delta',
    'no line',
    ['rollups-equal-records', 'batches-add-up'],
    "DELETE FROM usage_rollup_delta WHERE kind = 'usage' AND model = 'kimi-k2'",
  ],
];
