export { Config } from './config';
export { ConfigModule } from './config.module';
export { ConfigError, readConfig } from './read-config';
