import type { CustomerKind } from './customer';

/** Who may take up a plan; what is absent narrows nothing. */
export interface Eligibility {
  readonly segments?: readonly string[];
  /** A region is in those that its code begins with: `CN-SH` is in `CN`. */
  readonly regions?: readonly string[];
  readonly customerKinds?: readonly CustomerKind[];
  /** Whether the customer's identity must have been verified. */
  readonly verified?: boolean;
  /** Whether a customer may take it once and never again, with whichever of its accounts. */
  readonly oncePerCustomer?: boolean;
  /** Plans, of which the account must have one that runs: what renews beside it ends at the cycle where none does. */
  readonly holds?: readonly string[];
}

/** Who belongs to a group of customers: said once, in force from a date, and named by the plans that are for them. */
export interface EligibilityRule
  extends Pick<Eligibility, 'segments' | 'regions' | 'customerKinds' | 'verified'> {
  readonly code: string;
  readonly name: string;
}

/** What a plan says by itself, with what the rule says that it names. */
export function ruledEligibility(own: Eligibility | undefined, rule: EligibilityRule): Eligibility {
  const { code: _code, name: _name, ...terms } = rule;
  return { ...own, ...terms };
}
