import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Roles } from '@ciyuan/platform/auth';
import { DueWork, type DoneWork } from './due-work';

@Controller('v1/due-work')
export class DueWorkController {
  constructor(private readonly dueWork: DueWork) {}

  @Post()
  @HttpCode(200)
  @Roles('operations', 'finance', 'admin')
  @ApiOperation({ summary: 'Renew, expire and confirm now what is due by the clock' })
  run(): Promise<DoneWork> {
    return this.dueWork.run();
  }
}
