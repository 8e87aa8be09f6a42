import type { DocumentFault } from '@ciyuan/core/catalogue';

/** `code_taken`: by somebody who is described differently, as the faults say; such descriptions never change. */
export interface RegistrationRefusal {
  readonly code: 'invalid' | 'code_taken';
  readonly faults: readonly DocumentFault[];
}
