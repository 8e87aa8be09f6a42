import type { PriceBook } from '@ciyuan/core/catalogue';
import type { ReactNode } from 'react';
import { BookView } from './book-view';
import { isBook } from './kinds';
import { PlanView } from './plan-view';
import type { Body } from './places-in';
import { StructuredView } from './structured-view';

interface DocumentContentProps {
  readonly kind: string;
  readonly body: unknown;
}

/** What a document says, for people. */
export function DocumentContent({ kind, body }: DocumentContentProps): ReactNode {
  if (kind === 'plan') return <PlanView plan={body as Body} />;
  if (isBook(kind)) return <BookView book={body as PriceBook} />;
  return <StructuredView value={body as Body} />;
}
