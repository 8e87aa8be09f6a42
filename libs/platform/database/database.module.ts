import type { EventEmitter } from 'node:events';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Database } from './database';

const POOL_SIZE = 10;

/**
 * While a connection goes from the pool to who asked for it, neither listens to it; an error that nobody hears ends
 * the process. Whoever uses the connection next is told by its first statement.
 */
function hearErrors(client: EventEmitter): void {
  client.on('error', () => undefined);
}

/** The one pool of a process, and {@link Database} over it. */
@Global()
@Module({})
export class DatabaseModule {
  static at(url: string, poolSize = POOL_SIZE): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url,
          schema: 'ciyuan',
          autoLoadEntities: true,
          installExtensions: false,
          extra: { max: poolSize, options: '-c search_path=ciyuan', onConnect: hearErrors },
        }),
      ],
      providers: [
        {
          provide: Database,
          inject: [getDataSourceToken()],
          useFactory: (source: DataSource) => new Database(source),
        },
      ],
      exports: [Database],
    };
  }
}
