import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { ApiKeys } from './api-keys';
import { ApiKeysStore } from './api-keys.store';

/** Guards every route of the application that imports it. */
@Module({
  providers: [ApiKeys, ApiKeysStore, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [ApiKeys],
})
export class AuthModule {}
