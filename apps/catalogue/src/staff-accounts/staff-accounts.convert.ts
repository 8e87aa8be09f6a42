import { formatInstant } from '@ciyuan/core/kernel';
import {
  STAFF_ORDER,
  type GivenPassword,
  type StaffAccount,
  type StaffPage,
  type StaffRefusal,
} from '@ciyuan/platform/auth';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import { placeIn, type Listed } from '@ciyuan/platform/lists';
import type {
  GivenPasswordView,
  StaffAccountView,
  StaffAccountsView,
  StaffQuery,
} from './staff-accounts.dto';

export const pageOf = ({ disabled, after, ...filters }: StaffQuery): StaffPage => ({
  ...filters,
  ...placeIn(STAFF_ORDER, { ...filters, after }),
  disabled: disabled === undefined ? undefined : disabled === 'true',
});

export const accountsOf = ({ items, next }: Listed<StaffAccount>): StaffAccountsView => ({
  accounts: items.map(accountOf),
  next,
});

export const accountOf = ({
  lockedUntil,
  createdAt,
  changedAt,
  ...account
}: StaffAccount): StaffAccountView => ({
  ...account,
  lockedUntil: lockedUntil === null ? null : formatInstant(lockedUntil),
  createdAt: formatInstant(createdAt),
  changedAt: formatInstant(changedAt),
});

export const givenOf = ({ account, password }: GivenPassword): GivenPasswordView => ({
  account: accountOf(account),
  oneTimePassword: password,
});

const KINDS: Readonly<Record<StaffRefusal['code'], ProblemKind>> = {
  login_taken: 'conflict',
  unknown_login: 'not_found',
  unknown_party: 'unprocessable',
  party_of_a_partner: 'unprocessable',
  last_admin: 'conflict',
};

export const refusedStaff = ({ code, path, detail }: StaffRefusal): Refused =>
  new Refused(KINDS[code], code, `${path}: ${detail}`, [{ path, code, detail }]);
