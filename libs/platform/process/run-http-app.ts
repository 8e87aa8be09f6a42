import type { Type } from '@nestjs/common';
import { AuthModule } from '@ciyuan/platform/auth';
import { ClockModule } from '@ciyuan/platform/clock';
import { ConfigError, ConfigModule, readConfig } from '@ciyuan/platform/config';
import { DatabaseModule } from '@ciyuan/platform/database';
import { createHttpApp } from '@ciyuan/platform/http';
import { stopOnSignal } from '@ciyuan/platform/shutdown';

class Root {}

/** One application as a process of its own, on the database of DATABASE_URL, until a signal stops it. */
async function runHttpApp(app: Type, title: string): Promise<void> {
  const config = readConfig(process.env);
  const { databaseUrl, host, port, trustedProxies } = config;
  if (databaseUrl === undefined) throw new ConfigError('DATABASE_URL must be set');
  const imports = [
    DatabaseModule.at(databaseUrl),
    ClockModule.forRoot(),
    ConfigModule.forRoot(config),
    AuthModule,
    app,
  ];
  const http = await createHttpApp({ module: Root, imports }, { title, trustedProxies });
  stopOnSignal(() => http.close());
  await http.listen(port, host);
  console.log(`${title} is up: ${await http.getUrl()}`);
}

/** What stops an application from starting is said, and ends the process with 1. */
export function runHttpProcess(app: Type, title: string): void {
  runHttpApp(app, title).catch((error: unknown) => {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  });
}
