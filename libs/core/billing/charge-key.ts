import { formatInstant, type Instant } from '../kernel';
import type { TaxMode } from './chargeable';

/** What usage is billed by: a period of the account, the plan that priced it, where its VAT is, and the model. */
export interface BilledUsage {
  readonly periodStart: Instant;
  readonly planVersionId: number;
  readonly tax: Exclude<TaxMode, 'fixed'>;
  readonly model: string;
}

export const usageKey = ({ periodStart, planVersionId, tax, model }: BilledUsage): string =>
  `usage:${formatInstant(periodStart)}:${planVersionId}:${tax}:${model}`;

/** Of a grant that was paid for, by its number. */
export const grantKey = (number: number): string => `grant:${number}`;
/** Of a part of the bundle that a grant was sold with. */
export const feeKey = (grantNumber: number, part: string): string => `fee:${grantNumber}:${part}`;
export const shortfallKey = (subscriptionId: number, period: number): string =>
  `shortfall:${subscriptionId}:${period}`;
