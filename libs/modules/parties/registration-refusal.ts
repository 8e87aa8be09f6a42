import type { DocumentFault } from '@ciyuan/core/catalogue';

/**
 * `code_taken`: by somebody who is described differently, as the faults say; such descriptions never change.
 * `identity_taken`: a customer is known by another code already.
 */
export interface RegistrationRefusal {
  readonly code: 'invalid' | 'code_taken' | 'identity_taken';
  readonly faults: readonly DocumentFault[];
}
