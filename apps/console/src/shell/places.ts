import type { Role } from '../session/session';

export interface Place {
  /** Its name, under `places` of the shell's words. */
  readonly name: string;
  readonly path: string;
  readonly roles: readonly Role[];
}

export interface PlaceGroup {
  readonly name: string;
  readonly places: readonly Place[];
}

const STAFF: readonly Role[] = ['admin', 'maker', 'checker', 'finance', 'operations'];
const MONEY: readonly Role[] = ['admin', 'checker', 'finance', 'operations'];
const DESK: readonly Role[] = ['admin', 'finance', 'operations'];
const SIGNERS: readonly Role[] = ['admin', 'checker', 'finance'];
const PARTNER: readonly Role[] = ['partner'];

const place = (name: string, path: string, roles: readonly Role[]): Place => ({ name, path, roles });

/** Where one can go, and as whom: the same roles that the API asks for. */
export const PLACE_GROUPS: readonly PlaceGroup[] = [
  {
    name: 'overview',
    places: [place('dashboard', '/', STAFF), place('approvals', '/approvals', STAFF)],
  },
  {
    name: 'staff',
    places: [
      place('catalogue', '/catalogue', STAFF),
      place('drafts', '/drafts', STAFF),
      place('prices', '/price-preview', STAFF),
      place('parties', '/parties', STAFF),
      place('customers', '/customers', STAFF),
      place('accounts', '/accounts', STAFF),
      place('subscriptions', '/subscriptions', STAFF),
    ],
  },
  {
    name: 'operations',
    places: [
      place('intake', '/intake', DESK),
      place('records', '/records', STAFF),
      place('suspense', '/suspense', DESK),
      place('jobs', '/jobs', MONEY),
      place('audit', '/audit-log', ['admin', 'checker']),
    ],
  },
  {
    name: 'finance',
    places: [
      place('months', '/months', STAFF),
      place('bills', '/bill-runs', STAFF),
      place('invoices', '/invoices', STAFF),
      place('adjustments', '/adjustments', STAFF),
      place('runs', '/settlement-runs', STAFF),
      place('statements', '/statements', MONEY),
      place('disputes', '/disputes', MONEY),
      place('clawbacks', '/clawbacks', MONEY),
      place('reconciliations', '/reconciliations', MONEY),
      place('ledger', '/ledger', MONEY),
      place('margin', '/margin', SIGNERS),
      place('breakage', '/breakage', SIGNERS),
    ],
  },
  {
    name: 'partner',
    places: [
      place('ownStatements', '/own/statements', PARTNER),
      place('ownRecords', '/own/records', PARTNER),
      place('ownDisputes', '/own/disputes', PARTNER),
      place('ownFiles', '/own/files', PARTNER),
    ],
  },
  { name: 'administration', places: [place('staff', '/staff-accounts', ['admin'])] },
];

/** The first page of a role. */
export const homeOf = (role: Role): string => (role === 'partner' ? '/own/statements' : '/');
