import type { PlacedLine } from '@ciyuan/platform/csv';
import type { ValueFault } from '@ciyuan/platform/validation';
import type { TakeOnBooks } from './take-on-files';
import type { GrantLine } from './take-on-lines';

/** Names one thing among all of a file: of what is an account's own, the account is part of it. */
export const ownName = (account: string, name: string): string => `${account} ${name}`;

/** What the files say twice, or of something that no file says; and grants that do not add up. No fault repeats a name. */
export function checkBooks(books: TakeOnBooks): ValueFault[] {
  const { customers, accounts, subscriptions, grants } = books;
  const knownAccounts = new Set(accounts.map(({ value }) => value.account));
  const knownSubscriptions = new Set(
    subscriptions.map(({ value }) => ownName(value.account, value.subscription)),
  );
  return [
    ...twice('customers', 'customer', customers, (one) => one.customer),
    ...twice('customers', 'identity', customers, (one) => one.identity),
    ...twice('accounts', 'account', accounts, (one) => one.account),
    ...twice('subscriptions', 'subscription', subscriptions, (one) => ownName(one.account, one.subscription)),
    ...twice('grants', 'grant', grants, (one) => ownName(one.account, one.grant)),
    ...strangers('subscriptions', 'account', subscriptions, (one) => knownAccounts.has(one.account)),
    ...strangers('grants', 'account', grants, (one) => knownAccounts.has(one.account)),
    ...strangers('grants', 'subscription', grants, (one) =>
      knownSubscriptions.has(ownName(one.account, one.subscription)),
    ),
    ...grants.flatMap(({ line, value }) => grantFaults(line, value)),
  ];
}

function twice<T>(
  file: string,
  column: string,
  lines: readonly PlacedLine<T>[],
  nameOf: (value: T) => string,
): ValueFault[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, value }) => {
    const name = nameOf(value);
    const before = first.get(name);
    if (before === undefined) first.set(name, line);
    return before === undefined ? [] : [fault(file, line, column, 'twice', `as in line ${before}`)];
  });
}

const strangers = <T>(
  file: string,
  column: string,
  lines: readonly PlacedLine<T>[],
  isKnown: (value: T) => boolean,
): ValueFault[] =>
  lines
    .filter(({ value }) => !isKnown(value))
    .map(({ line }) => fault(file, line, column, `unknown_${column}`, 'in none of the files'));

/** Tokens and money of a grant that cannot be so; the rest of a price lies on the tokens that are left. */
function grantFaults(line: number, grant: GrantLine): ValueFault[] {
  const { originalTokens, usedTokens, priceGross, priceNet, restGross, restNet } = grant;
  const blame = (column: string, code: string, detail: string) => [
    fault('grants', line, column, code, detail),
  ];
  return [
    ...(usedTokens > originalTokens ? blame('usedTokens', 'overdrawn', 'more than there were') : []),
    ...(priceNet > priceGross
      ? blame('priceNet', 'net_above_gross', 'a net price with its tax is more')
      : []),
    ...(restGross > priceGross ? blame('restGross', 'above_price', 'more is left than was paid') : []),
    ...(restNet > priceNet ? blame('restNet', 'above_price', 'more is left than was paid') : []),
    ...(restNet > restGross ? blame('restNet', 'net_above_gross', 'a net price with its tax is more') : []),
    ...(usedTokens >= originalTokens && (restGross > 0n || restNet > 0n)
      ? blame('restGross', 'rest_without_tokens', 'nothing is left that it could be recognised with')
      : []),
    ...(grant.expiresAt !== undefined && grant.expiresAt <= grant.effectiveAt
      ? blame('expiresAt', 'ends_before_it_begins', 'not after effectiveAt')
      : []),
  ];
}

export const fault = (
  file: string,
  line: number,
  column: string,
  code: string,
  detail: string,
): ValueFault => ({ path: `${file}.${line}.${column}`, code, detail });
