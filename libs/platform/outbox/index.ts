export { OutboxModule } from './outbox.module';
export { OutboxStore, type OutboxEvent } from './outbox.store';
export { RelayOutbox, type OutboxListener } from './relay-outbox';
