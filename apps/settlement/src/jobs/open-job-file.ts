import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Config } from '@ciyuan/platform/config';
import { FindJob } from '@ciyuan/platform/jobs';
import type { JobFileParams } from './jobs.dto';
import { filesWrittenBy, type WrittenFile } from './written-files';

export type JobFileRefusal =
  | 'unknown_job'
  | 'job_not_done'
  | 'unknown_file'
  | 'file_not_here'
  | 'file_replaced';

export interface OpenedFile extends WrittenFile {
  readonly content: Readable;
}

/**
 * A file that a job wrote, for whoever reads `content` to its end or destroys it. Of what is asked only a name that the
 * job's manifest lists is looked for. The file is read through before it is given away, so that what arrives is what the
 * manifest proves: a later job may have written figures of a month that was still open.
 */
@Injectable()
export class OpenJobFile {
  constructor(
    private readonly findJob: FindJob,
    private readonly config: Config,
  ) {}

  async run({ id, name }: JobFileParams): Promise<Result<OpenedFile, JobFileRefusal>> {
    const job = await this.findJob.run(id);
    if (job === undefined) return refuse('unknown_job');
    if (job.state !== 'done') return refuse('job_not_done');
    const { folder, files } = filesWrittenBy(job.result);
    const listed = files.find(({ file }) => file === name);
    if (listed === undefined) return refuse('unknown_file');
    const handle = await openFile(join(this.config.dataDir, folder, listed.file));
    if (handle === undefined) return refuse('file_not_here');
    if (!(await proves(listed, handle))) {
      await handle.close();
      return refuse('file_replaced');
    }
    return ok({ ...listed, content: handle.createReadStream({ start: 0 }) });
  }
}

/** Undefined where there is none. */
async function openFile(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function proves({ bytes, sha256 }: WrittenFile, handle: FileHandle): Promise<boolean> {
  if ((await handle.stat()).size !== bytes) return false;
  const hash = createHash('sha256');
  for await (const piece of handle.createReadStream({ start: 0, autoClose: false }))
    hash.update(piece as Buffer);
  return hash.digest('hex') === sha256;
}
