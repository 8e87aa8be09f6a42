import type { Instant } from '../kernel';

/** What drawdown needs to know of a bucket of package tokens. */
export interface DrawableGrant {
  /** ASCII; the last tie-break of the burn order compares it bytewise. */
  readonly id: string;
  readonly priority: number;
  readonly grantedAt: Instant;
  readonly effectiveAt: Instant;
  /** Exclusive; null never expires. */
  readonly expiresAt: Instant | null;
  readonly matchesModel: (model: string) => boolean;
  /** Milli-tokens that one token of the class draws. */
  readonly coefficients: (model: string, tokenClass: string, at: Instant) => bigint;
  /** What may still be drawn; drawing lowers it. */
  leftMilli: bigint;
}

/** Priority (low first), expiry (sooner first, none last), granted, id. */
export function inBurnOrder(a: DrawableGrant, b: DrawableGrant): number {
  return (
    a.priority - b.priority ||
    byExpiry(a.expiresAt, b.expiresAt) ||
    a.grantedAt - b.grantedAt ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Effective ≤ instant < expiry and the model matches; an exhausted grant stays eligible for coefficient 0. */
export function isEligible(grant: DrawableGrant, model: string, at: Instant): boolean {
  return isInForce(grant, at) && grant.matchesModel(model);
}

export const isInForce = ({ effectiveAt, expiresAt }: DrawableGrant, at: Instant): boolean =>
  effectiveAt <= at && (expiresAt === null || at < expiresAt);

function byExpiry(a: Instant | null, b: Instant | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a - b;
}
