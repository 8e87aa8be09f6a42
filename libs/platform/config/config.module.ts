import { type DynamicModule, Module } from '@nestjs/common';
import { Config } from './config';
import { readConfig } from './read-config';

@Module({})
export class ConfigModule {
  /** What was read from the environment, unless another configuration is given. */
  static forRoot(config: Config = readConfig(process.env)): DynamicModule {
    const providers = [{ provide: Config, useValue: config }];
    return { module: ConfigModule, global: true, providers, exports: [Config] };
  }
}
