/** What is wrong with a document, and where: a dot-separated path, for people and for forms alike. */
export interface DocumentFault<Code extends string = string> {
  readonly path: string;
  readonly code: Code;
  /** For people; it may name the other place that a fault is about. */
  readonly detail: string;
}
