import type { Role } from '@ciyuan/platform/auth';

/** Everybody who works for the operator; partners are not. */
export const STAFF: readonly Role[] = ['admin', 'maker', 'checker', 'finance', 'operations'];
