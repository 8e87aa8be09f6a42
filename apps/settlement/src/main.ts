import 'reflect-metadata';
import { runHttpProcess } from '@ciyuan/platform/process';
import { SettlementAppModule } from './settlement-app.module';

runHttpProcess(SettlementAppModule, 'ciyuan settlement');
