import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { readCsv, type CsvFile, type PlacedLine } from '@ciyuan/platform/csv';
import type { ValueFault } from '@ciyuan/platform/validation';
import { controlLine, totalsOf, controlFaults, type ControlLine, type Totals } from './control-totals';
import {
  accountLine,
  customerLine,
  grantLine,
  subscriptionLine,
  type AccountLine,
  type CustomerLine,
  type GrantLine,
  type IdentityOf,
  type SubscriptionLine,
} from './take-on-lines';

export const TAKE_ON_FILES = ['customers', 'accounts', 'subscriptions', 'grants', 'control'] as const;
export type TakeOnFile = (typeof TAKE_ON_FILES)[number];

/** Of each file; more is more take-ons. */
const MOST_LINES = 200_000;

type Lines<T> = readonly PlacedLine<T>[];

/** What an old system hands over: everything of it, or nothing that is unsound in form. */
export interface TakeOnBooks {
  /** SHA-256 over the digests of the files: the same files are the same take-on. */
  readonly digest: string;
  readonly customers: Lines<CustomerLine>;
  readonly accounts: Lines<AccountLine>;
  readonly subscriptions: Lines<SubscriptionLine>;
  readonly grants: Lines<GrantLine>;
  readonly totals: Totals;
}

const file = <T>(
  name: TakeOnFile,
  line: CsvFile<T>['line'],
  columns: string,
  optional: string = '',
): CsvFile<T> => {
  const extra = optional === '' ? [] : optional.split(' ');
  return { name, columns: [...columns.split(' '), ...extra], optional: extra, line, mostLines: MOST_LINES };
};

const ACCOUNTS = file('accounts', accountLine, 'account name segment', 'customer zone anchorDay region');
const SUBSCRIPTIONS = file(
  'subscriptions',
  subscriptionLine,
  'account subscription plan planVersionAt startsAt',
  'anchorDay nextCycleAt channel',
);
const GRANTS = file(
  'grants',
  grantLine,
  'account grant subscription originalTokens usedTokens priceGross priceNet restGross restNet effectiveAt',
  'expiresAt',
);
const CONTROL = file<ControlLine>('control', controlLine, 'file measure total');
const customersFile = (identityOf: IdentityOf): CsvFile<CustomerLine> =>
  file(
    'customers',
    customerLine(identityOf),
    'customer kind name region',
    'registrationNumber documentNumber documentSha256 verifiedAt',
  );

/** All five files as they are written, a header alone for nothing; or every cell and total at fault. */
export function readTakeOnFiles(
  bytes: Readonly<Record<TakeOnFile, Uint8Array>>,
  identityOf: IdentityOf,
): Result<TakeOnBooks, readonly ValueFault[]> {
  const faults: ValueFault[] = [];
  const read = <T>(form: CsvFile<T>): Lines<T> => {
    const lines = readCsv(bytes[form.name as TakeOnFile], form);
    if (lines.ok) return lines.value;
    // Whoever has no half-used grants hands over a file without lines.
    faults.push(...lines.refusal.filter(({ code }) => code !== 'no_lines'));
    return [];
  };
  const customers = read(customersFile(identityOf));
  const accounts = read(ACCOUNTS);
  const subscriptions = read(SUBSCRIPTIONS);
  const grants = read(GRANTS);
  const control = read(CONTROL);
  if (faults.length > 0) return refuse(faults);
  const totals = totalsOf({ customers, accounts, subscriptions, grants });
  const wrong = controlFaults(control, totals);
  if (wrong.length > 0) return refuse(wrong);
  return ok({ digest: digestOf(bytes), customers, accounts, subscriptions, grants, totals });
}

function digestOf(bytes: Readonly<Record<TakeOnFile, Uint8Array>>): string {
  const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
  return sha256(TAKE_ON_FILES.map((name) => `${name} ${sha256(bytes[name])}`).join('\n'));
}
