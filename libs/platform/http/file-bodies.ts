import type { FastifyInstance } from 'fastify';

/** The files that a request may be, by their media type. */
export const FILE_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Files come as their bytes: what they say is for those to read who asked for one. A route of JSON refuses them. */
export function readFileBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser<Buffer>(
    Object.values(FILE_TYPES),
    { parseAs: 'buffer' },
    (_request, body, done) => {
      done(null, body);
    },
  );
}
