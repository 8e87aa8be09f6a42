export { Config, type OidcConfig, type SignInConfig } from './config';
export { ConfigModule } from './config.module';
export { SIGN_IN } from './sign-in-config';
export { ConfigError, readConfig } from './read-config';
