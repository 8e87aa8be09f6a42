import { Module } from '@nestjs/common';
import { AccountStatesStore } from './account-states.store';
import { GrantMovementsStore } from './grant-movements.store';
import { GrantsStore } from './grants.store';
import { TierCountersStore } from './tier-counters.store';
import { BalancesStore } from './balances.store';
import { CommitmentEntriesStore } from './commitment-entries.store';
import { FeeChargesStore } from './fee-charges.store';

const STORES = [
  AccountStatesStore,
  BalancesStore,
  CommitmentEntriesStore,
  FeeChargesStore,
  GrantMovementsStore,
  GrantsStore,
  TierCountersStore,
];

@Module({ providers: STORES, exports: STORES })
export class EntitlementModule {}
