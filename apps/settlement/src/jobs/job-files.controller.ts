import { basename, extname } from 'node:path';
import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { Roles } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { MEDIA_TYPES } from '../statements/statements.convert';
import { unknownJob } from './jobs.convert';
import { jobFileParamsSchema, type JobFileParams } from './jobs.dto';
import { OpenJobFile, type JobFileRefusal } from './open-job-file';

const OTHER_TYPE = 'application/octet-stream';
const TYPES = new Map<string, string>(
  Object.entries(MEDIA_TYPES).map(([format, type]) => [`.${format}`, type]),
);

/** What an export wrote. */
@Controller('v1/jobs/:id/files')
@Roles('finance', 'checker', 'operations', 'admin')
export class JobFilesController {
  constructor(private readonly openJobFile: OpenJobFile) {}

  @Get(':name')
  @ApiProduces(...[...TYPES.values()].map((type) => type.replace(/;.*/, '')), OTHER_TYPE)
  @ApiOperation({
    summary: 'One of the files that the manifest of an export lists, byte by byte as the job wrote it',
  })
  async read(@Param({ schema: jobFileParamsSchema }) params: JobFileParams): Promise<StreamableFile> {
    const opened = await this.openJobFile.run(params);
    if (!opened.ok) throw refusedFile(opened.refusal);
    const { file, bytes, content } = opened.value;
    return new StreamableFile(content, {
      type: TYPES.get(extname(file)) ?? OTHER_TYPE,
      length: bytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(basename(file))}`,
    });
  }
}

function refusedFile(code: JobFileRefusal): Refused {
  switch (code) {
    case 'unknown_job':
      return unknownJob();
    case 'job_not_done':
      return new Refused('conflict', code, 'The job is not done: there are no files of it.');
    case 'unknown_file':
      return new Refused('not_found', code, 'The manifest of the job lists no file of this name.');
    case 'file_not_here':
      return new Refused(
        'not_found',
        code,
        'The file is not in the data folder of this machine: another one wrote it, or it was removed. Export again.',
      );
    case 'file_replaced':
      return new Refused(
        'conflict',
        code,
        'What is there under this name now is not what this job wrote. Export again, or take the later job.',
      );
  }
}
