export { projectRoot } from './root';
