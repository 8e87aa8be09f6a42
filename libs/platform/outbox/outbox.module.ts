import { Module } from '@nestjs/common';
import { OutboxStore } from './outbox.store';

@Module({ providers: [OutboxStore], exports: [OutboxStore] })
export class OutboxModule {}
