export { createCiyuanClient, type CiyuanClient, type ClientSettings } from './create-client';
export { ProblemError, unwrap, type Problem, type ProblemFault } from './problem-error';
export type { components, operations, paths } from './schema';
export type { View, ViewName } from './view';
