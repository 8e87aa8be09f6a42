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
}
