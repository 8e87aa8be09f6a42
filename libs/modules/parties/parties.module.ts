import { Module } from '@nestjs/common';
import { entities } from '@ciyuan/platform/database';
import { AccountChangesStore } from './account-changes.store';
import { AccountIds } from './account-ids';
import { AccountsStore } from './accounts.store';
import { ApplicantsStore } from './applicants.store';
import { AssignCustomer } from './assign-customer';
import { ChangeAccountStatus } from './change-account-status';
import { CustomerTreeStore } from './customer-tree.store';
import { CustomersStore } from './customers.store';
import { ListAccounts } from './list-accounts';
import { ListCustomers } from './list-customers';
import { ListParties } from './list-parties';
import { MoveCustomer } from './move-customer';
import { OpenAccount } from './open-account';
import { PartiesStore } from './parties.store';
import { PartyEntity } from './party.entity';
import { ReadAccount } from './read-account';
import { ReadCustomer } from './read-customer';
import { RegisterCustomer } from './register-customer';
import { RegisterParty } from './register-party';
import { VerifyCustomer } from './verify-customer';

const FLOWS = [
  AssignCustomer,
  ChangeAccountStatus,
  ListAccounts,
  ListCustomers,
  ListParties,
  MoveCustomer,
  OpenAccount,
  ReadAccount,
  ReadCustomer,
  RegisterCustomer,
  RegisterParty,
  VerifyCustomer,
];
/** What the modules above read beside their own. */
const SHOWN = [AccountChangesStore, AccountsStore, ApplicantsStore, CustomersStore, PartiesStore];

/** Who takes part: parties of a settlement, customers, and the accounts of customers. */
@Module({
  imports: [entities(PartyEntity)],
  providers: [AccountIds, CustomerTreeStore, ...SHOWN, ...FLOWS],
  exports: [...SHOWN, ...FLOWS],
})
export class PartiesModule {}
