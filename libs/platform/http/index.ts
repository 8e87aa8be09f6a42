export { BODY_LIMIT_BYTES, createHttpApp, type HttpAppOptions } from './create-http-app';
export { ATTACHMENT_TYPES, FILE_TYPES, PACKED_FILE_TYPE } from './file-bodies';
export { jsonSchemaOf } from './json-schema';
export { Refused, type Fault, type Problem, type ProblemKind } from './problem';
