import type { ReactNode } from 'react';

/** A document as it stands. Focusable, so that the keyboard can scroll it. */
export function AsJson({ value, label }: { readonly value: unknown; readonly label: string }): ReactNode {
  return (
    <pre className="as-json" tabIndex={0} role="region" aria-label={label}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
