export { AccountStatesStore, type LockedAccount } from './account-states.store';
export { BalancesStore, type GrantBalance } from './balances.store';
export { CommitmentEntriesStore } from './commitment-entries.store';
export { EntitlementModule } from './entitlement.module';
export { FeeChargesStore } from './fee-charges.store';
export { GrantMovementsStore } from './grant-movements.store';
export { GrantsStore } from './grants.store';
export type { IssuedGrant } from './insert-grants.store';
export { TierCountersStore } from './tier-counters.store';
