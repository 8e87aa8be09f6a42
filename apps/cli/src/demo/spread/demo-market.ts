/** What of the seeded market the demo deals its calls out to. In each list the first are dealt the most. */
export interface DemoMarket {
  readonly models: readonly DemoModel[];
  readonly computeOwners: readonly DemoComputeOwner[];
  /** Who reports: gateways, each with a contract for every pair of vendor and compute owner. */
  readonly partners: readonly string[];
}

export interface DemoModel {
  readonly code: string;
  readonly vendor: string;
}

export interface DemoComputeOwner {
  readonly code: string;
  readonly chipKind: string;
}
