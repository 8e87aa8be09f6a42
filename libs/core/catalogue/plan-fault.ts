import type { DocumentFault } from './document-fault';

export type PlanFaultCode =
  | 'missing'
  | 'not_for_this_role'
  | 'not_for_this_mode'
  | 'not_for_this_exhaustion'
  | 'never_reached'
  | 'out_of_order'
  | 'given_for_nothing'
  | 'said_twice'
  | 'out_of_range'
  | 'not_an_amount';
export type PlanFault = DocumentFault<PlanFaultCode>;
