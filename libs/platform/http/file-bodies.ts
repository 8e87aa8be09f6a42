import type { FastifyInstance } from 'fastify';

/** The files that a request may be, by their media type. */
export const FILE_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What may be attached to something: nobody here reads what it says. */
export const ATTACHMENT_TYPES = [
  ...Object.values(FILE_TYPES),
  'application/pdf',
  'image/png',
  'image/jpeg',
] as const;
/** A file that is packed, for those too long to be sent as they are. */
export const PACKED_FILE_TYPE = 'application/gzip';
/** 64 MiB: some millions of lines. */
const PACKED_LIMIT_BYTES = 64 * 1024 * 1024;

/** Files come as their bytes: what they say is for those to read who asked for one. A route of JSON refuses them. */
export function readFileBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser<Buffer>(
    [...ATTACHMENT_TYPES],
    { parseAs: 'buffer' },
    (_request, body, done) => {
      done(null, body);
    },
  );
  fastify.addContentTypeParser<Buffer>(
    PACKED_FILE_TYPE,
    { parseAs: 'buffer', bodyLimit: PACKED_LIMIT_BYTES },
    (_request, body, done) => {
      done(null, body);
    },
  );
}
