/** A model that can be reported, and the party that owns it. */
export interface Model {
  readonly code: string;
  readonly vendor: string;
}
