export { CurrentCaller, OpenToAll, Roles } from './access';
export { ApiKeys } from './api-keys';
export { AuthModule } from './auth.module';
export { ROLES, type Caller, type Role } from './caller';
