export { BeforePasswordChange, CurrentCaller, CurrentSession, OpenToAll, Roles } from './access';
export { ApiKeys } from './api-keys';
export { Audited, UsageOfSystems } from './audited';
export { AuthModule } from './auth.module';
export { ROLES, type Caller, type Role } from './caller';
export { ChangeOwnPassword, type PasswordChange } from './change-own-password';
export { type Credential, type OpenSession, type SignedIn } from './credential';
export { Oidc } from './oidc';
export { SESSION_COOKIE, SessionCookie } from './session-cookie';
export { csrfTokenOf } from './session-token';
export { Sessions } from './sessions';
export { SignIn } from './sign-in';
export {
  STAFF_ORDER,
  type NewStaffAccount,
  type StaffAccount,
  type StaffPage,
  type StaffRefusal,
  type StaffTerms,
} from './staff-account';
export { StaffAccounts, type GivenPassword } from './staff-accounts';
