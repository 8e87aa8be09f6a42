/** Methods of controllers that say themselves what a GET does. */
const READING = ['list', 'read', 'find', 'export', 'diff'];

/**
 * What an operation is called: its method, and what its controller is of. `StatementsController.list` is
 * `listStatements`; where a GET has a method that is a noun, such as `lines`, it is `readStatementsLines`.
 */
export function operationIdOf(verb: string, controller: string, method: string): string {
  const noun = controller.replace(/Controller$/, '');
  const isNoun = verb.toLowerCase() === 'get' && !READING.includes(method);
  return isNoun ? `read${noun}${capitalised(method)}` : `${method}${noun}`;
}

const capitalised = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
