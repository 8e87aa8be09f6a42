import { Module } from '@nestjs/common';
import { ConsolePage } from './console-page';
import { ConsolePageController } from './console-page.controller';

/** The console's page at every address that is nothing else's; its files are served by `serveConsole`. */
@Module({ controllers: [ConsolePageController], providers: [ConsolePage] })
export class ConsoleModule {}
