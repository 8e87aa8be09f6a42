import { Module } from '@nestjs/common';
import { OutboxStore } from './outbox.store';
import { RelayOutbox } from './relay-outbox';

@Module({ providers: [OutboxStore, RelayOutbox], exports: [OutboxStore, RelayOutbox] })
export class OutboxModule {}
