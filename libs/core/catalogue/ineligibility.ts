import type { Customer } from './customer';
import type { Plan } from './plan';

/** An account that wants a plan, and what is known of whose it is. */
export interface Applicant {
  readonly segment: string;
  /** The account's own, else its customer's; null where neither is known. */
  readonly region: string | null;
  readonly customer: Pick<Customer, 'code' | 'kind' | 'verifiedAt'> | null;
  /** Whether an account of the customer has taken up the plan before, in whatever version. */
  readonly hasTaken: boolean;
  /** The plans that the account has running when it wants this one, by their codes. */
  readonly running: readonly string[];
}

/** In the order in which they are looked for: the first that applies is the one that is said. */
export const INELIGIBILITIES = [
  'not_in_this_segment',
  'not_in_this_region',
  'not_for_this_kind_of_customer',
  'not_verified',
  'taken_before',
  'needs_a_plan',
] as const;

export interface Ineligibility {
  readonly code: (typeof INELIGIBILITIES)[number];
  /** What would have been needed. */
  readonly detail: string;
}

/** The segments that may order the plan; undefined for all. */
export const segmentsOf = ({ segment, eligibility }: Plan): readonly string[] | undefined =>
  segment === undefined ? eligibility?.segments : [segment];

/** Why this applicant may not take up the plan; undefined where it may. An account of no customer is of no kind. */
export function ineligibilityFor(plan: Plan, applicant: Applicant): Ineligibility | undefined {
  const { regions, customerKinds, verified = false, oncePerCustomer = false } = plan.eligibility ?? {};
  const { segment, region, customer, hasTaken, running } = applicant;
  const { holds } = plan.eligibility ?? {};
  const segments = segmentsOf(plan);
  const refused = (code: Ineligibility['code'], detail: string): Ineligibility => ({
    code,
    detail: `${plan.code} ${detail}`,
  });

  if (segments?.includes(segment) === false)
    return refused('not_in_this_segment', `is for ${listed(segments)}`);
  if (regions !== undefined && !regions.some((one) => isWithin(region, one)))
    return refused('not_in_this_region', `is for ${listed(regions)}; the account is in ${region ?? 'none'}`);
  if (customerKinds !== undefined && (customer === null || !customerKinds.includes(customer.kind)))
    return refused('not_for_this_kind_of_customer', `is for ${listed(customerKinds)}; ${nameOf(customer)}`);
  if (verified && (customer === null || customer.verifiedAt === null))
    return refused('not_verified', `is for verified customers; ${nameOf(customer)}`);
  if (oncePerCustomer && customer === null)
    return refused('not_for_this_kind_of_customer', `is given once a customer; ${nameOf(customer)}`);
  if (oncePerCustomer && hasTaken)
    return refused('taken_before', `is given once, and ${nameOf(customer)} has had it`);
  if (holds !== undefined && !holds.some((code) => running.includes(code)))
    return refused('needs_a_plan', `is held beside ${listed(holds)}; the account has none of them`);
  return undefined;
}

/** Whether a region is the wider one, or lies in it. */
export const isWithin = (region: string | null, wider: string): boolean =>
  region === wider || region?.startsWith(`${wider}-`) === true;

const listed = (codes: readonly string[]): string => codes.join(' or ');
const nameOf = (customer: Applicant['customer']): string =>
  customer === null ? 'the account is of no customer' : `${customer.kind} ${customer.code}`;
