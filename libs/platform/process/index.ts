export { runHttpProcess } from './run-http-app';
