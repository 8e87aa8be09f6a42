import './words';
import type { ReactNode } from 'react';
import { StatementsTable } from './statements-table';

/** The statements of one run. */
export function RunStatements({ runId, kind }: { readonly runId: number; readonly kind: string }): ReactNode {
  return <StatementsTable fixed={{ runId, kind }} />;
}
