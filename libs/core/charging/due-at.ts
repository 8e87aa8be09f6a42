import type { Instant } from '../kernel';
import type { SubscriptionState } from './account-state';

/** When something falls due for a subscription by itself; while it is suspended, nothing does. */
export const dueAt = ({ nextCycleAt, suspendedAt }: SubscriptionState): Instant | null =>
  suspendedAt === null ? nextCycleAt : null;
