import { Module } from '@nestjs/common';
import { entities } from '@ciyuan/platform/database';
import { AccountIds } from './account-ids';
import { AccountsStore } from './accounts.store';
import { OpenAccount } from './open-account';
import { PartiesStore } from './parties.store';
import { PartyEntity } from './party.entity';
import { RegisterParty } from './register-party';

/** Who takes part: parties of a settlement, and the accounts of customers. */
@Module({
  imports: [entities(PartyEntity)],
  providers: [AccountIds, AccountsStore, OpenAccount, PartiesStore, RegisterParty],
  exports: [AccountsStore, OpenAccount, PartiesStore, RegisterParty],
})
export class PartiesModule {}
