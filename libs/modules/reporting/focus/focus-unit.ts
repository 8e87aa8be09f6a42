import { TOKEN_CLASSES, type Counter } from '@ciyuan/core/usage';

/** Whether it counts tokens, of one class or of several together. */
export const countsTokens = (counter: Counter | null): boolean =>
  counter === null || TOKEN_CLASSES.some((name) => name === counter);

/** What is counted: tokens of every class, or the meter by its name. */
export const unitOf = (counter: Counter | null): string =>
  counter === null || countsTokens(counter) ? 'Tokens' : titled(counter);

/** `cached_input` → `Cached Input`. */
export const titled = (name: string): string =>
  name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
