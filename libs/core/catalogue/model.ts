/** A model that can be reported, and the party that owns it. */
export interface Model {
  readonly code: string;
  readonly vendor: string;
}

/** What a partner may report: the pairs of model vendor and compute owner that its contract names. */
export interface PartnerContract {
  readonly partner: string;
  readonly serves: readonly { readonly vendor: string; readonly computeOwner: string }[];
  /** How many days old a record may be when it is reported; older ones are refused. */
  readonly lateWindowDays: number;
}
