export { migrate, migrationSource } from './migrations.store';
