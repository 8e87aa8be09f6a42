export { OutboxModule } from './outbox.module';
export { OutboxStore, type OutboxEvent } from './outbox.store';
