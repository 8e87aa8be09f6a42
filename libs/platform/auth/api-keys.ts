import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { ApiKeysStore } from './api-keys.store';
import type { Caller } from './caller';
import type { Credential } from './credential';

const KEY_BYTES = 32;
const PREFIX = 'cy_';

/** Makes keys, which are shown once, and finds whose a key is. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly store: ApiKeysStore,
    private readonly clock: Clock,
  ) {}

  async issue(caller: Caller): Promise<string> {
    const key = `${PREFIX}${randomBytes(KEY_BYTES).toString('base64url')}`;
    const createdAt = new Date(this.clock.now());
    await this.database.transaction((tx) => this.store.add(tx, caller, digestOf(key), createdAt));
    return key;
  }

  async callerOf(key: string): Promise<Caller | undefined> {
    return (await this.credentialOf(key))?.caller;
  }

  credentialOf(key: string): Promise<Credential | undefined> {
    return this.database.transaction((tx) => this.store.find(tx, digestOf(key)));
  }
}

const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest();
