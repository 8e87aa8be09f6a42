import { z } from 'zod';

const writtenFile = z.object({ file: z.string(), sha256: z.string(), bytes: z.number() });

/** One file of a manifest, as far as it says what it is. */
export type WrittenFile = z.infer<typeof writtenFile>;

const writtenFiles = z.object({
  folder: z.string(),
  manifest: z.union([
    writtenFile,
    z.object({ files: z.array(writtenFile), operator: z.array(writtenFile).default([]) }),
  ]),
});

/** What a job wrote, and where below the data folder; nothing where its work writes no files. */
export function filesWrittenBy(result: unknown): { folder: string; files: readonly WrittenFile[] } {
  const written = writtenFiles.safeParse(result);
  if (!written.success) return { folder: '', files: [] };
  const { folder, manifest } = written.data;
  return { folder, files: 'file' in manifest ? [manifest] : [...manifest.files, ...manifest.operator] };
}
