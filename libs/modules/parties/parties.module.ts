import { Module } from '@nestjs/common';
import { entities } from '@ciyuan/platform/database';
import { AccountIds } from './account-ids';
import { AccountsStore } from './accounts.store';
import { ListAccounts } from './list-accounts';
import { ListParties } from './list-parties';
import { OpenAccount } from './open-account';
import { PartiesStore } from './parties.store';
import { PartyEntity } from './party.entity';
import { RegisterParty } from './register-party';

/** Who takes part: parties of a settlement, and the accounts of customers. */
@Module({
  imports: [entities(PartyEntity)],
  providers: [AccountIds, AccountsStore, ListAccounts, ListParties, OpenAccount, PartiesStore, RegisterParty],
  exports: [AccountsStore, ListAccounts, ListParties, OpenAccount, PartiesStore, RegisterParty],
})
export class PartiesModule {}
