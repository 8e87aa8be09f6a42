export { AccountsStore, type AccountPage } from './accounts.store';
export { ListAccounts } from './list-accounts';
export { ListParties } from './list-parties';
export { OpenAccount } from './open-account';
export { PartiesStore } from './parties.store';
export { PartiesModule } from './parties.module';
export type { RegistrationRefusal } from './registration-refusal';
export { RegisterParty } from './register-party';
export { newAccountSchema, partySchema, type NewAccount } from './schemas';
