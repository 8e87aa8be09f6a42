import 'reflect-metadata';
import { runHttpProcess } from '@ciyuan/platform/process';
import { CatalogueAppModule } from './catalogue-app.module';

runHttpProcess(CatalogueAppModule, 'ciyuan catalogue');
