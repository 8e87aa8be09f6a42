import { useSession, type Role } from './session';

/** Who sells and looks after subscriptions. */
export const SELLERS: readonly Role[] = ['maker', 'operations', 'admin'];
/** Who looks after accounts and what they are given. */
export const OPERATORS: readonly Role[] = ['operations', 'admin'];
/** Who sees what was billed and paid. */
export const MONEY_READERS: readonly Role[] = ['finance', 'checker', 'operations', 'admin'];
/** Who asks for credits, debits and refunds. */
export const ASKERS: readonly Role[] = ['finance', 'operations', 'maker', 'admin'];
/** Who signs what others asked for. */
export const SIGNERS: readonly Role[] = ['finance', 'checker', 'admin'];
/** Who says how is billed and collected. */
export const BILLING_EDITORS: readonly Role[] = ['finance', 'maker', 'admin'];
export const CASHIERS: readonly Role[] = ['finance', 'admin'];
export const REGISTRARS: readonly Role[] = ['maker', 'admin'];

/** Whether the person who is signed in is one of those that the API lets do something. */
export const useMay = (roles: readonly Role[]): boolean => roles.includes(useSession().role);
