import 'reflect-metadata';
import { runHttpProcess } from '@ciyuan/platform/process';
import { ChargingAppModule } from './charging-app.module';

runHttpProcess(ChargingAppModule, 'ciyuan charging');
