import type { Schema } from './schema';

/** One place at fault. */
const FAULT: Schema = {
  type: 'object',
  properties: {
    path: { type: 'string', description: 'As the caller writes it, such as records.3.tokens.input' },
    code: { type: 'string' },
    detail: { type: 'string' },
  },
  required: ['path', 'code'],
};

/** A problem document (RFC 9457); some say more of themselves, under names of their own. */
export const PROBLEM: Schema = {
  type: 'object',
  description: 'A refusal, as a problem document (RFC 9457)',
  properties: {
    type: { type: 'string', description: 'urn:ciyuan:problem: and the code of the refusal' },
    title: { type: 'string' },
    status: { type: 'number' },
    detail: { type: 'string' },
    faults: { type: 'array', items: FAULT, description: 'The places at fault, where they are known' },
  },
  required: ['type', 'title', 'status', 'detail'],
  additionalProperties: true,
};

export const REFUSAL = {
  description: 'A refusal',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
