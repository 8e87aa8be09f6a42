import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '@ciyuan/platform/audit';
import { AccessGuard } from './access.guard';
import { ApiKeys } from './api-keys';
import { ApiKeysStore } from './api-keys.store';
import { AttemptsStore } from './attempts.store';
import { ChangeOwnPassword } from './change-own-password';
import { Audited } from './audited';
import { Credentials } from './credentials';
import { Oidc } from './oidc';
import { Passwords } from './passwords';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import { SessionsStore } from './sessions.store';
import { SignIn } from './sign-in';
import { StaffAccounts } from './staff-accounts';
import { StaffAccountsStore } from './staff-accounts.store';

const STORES = [ApiKeysStore, AttemptsStore, SessionsStore, StaffAccountsStore];
const FLOWS = [ApiKeys, Audited, ChangeOwnPassword, Oidc, SessionCookie, Sessions, SignIn, StaffAccounts];

/** Guards every route of the application that imports it, and knows who may sign in. */
@Module({
  imports: [AuditModule],
  providers: [...STORES, ...FLOWS, Credentials, Passwords, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [...FLOWS, AuditModule],
})
export class AuthModule {}
