import '../language/term-words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What kind of code it is: the same one may mean different things. */
export type TermKind =
  | 'class'
  | 'segment'
  | 'serviceTier'
  | 'role'
  | 'charge'
  | 'step'
  | 'suspense'
  | 'correction'
  | 'monthStep'
  | 'job'
  | 'variance';

export type TermText = (of: TermKind, code: string) => string;

/** The words of codes as texts, for labels and sentences; a code without a word as it is. */
export function useTermText(): TermText {
  const { t } = useTranslation('terms');
  return (of, code) => t(`${of}.${code}`, { defaultValue: code });
}

interface TermProps {
  readonly of: TermKind;
  /** Of the API; null is nothing to say. */
  readonly code: string | null;
}

/** The word of a code, with the code as its title: whoever writes to the API needs that one. */
export function Term({ of, code }: TermProps): ReactNode {
  const textOf = useTermText();
  return code === null ? <span>–</span> : <span title={code}>{textOf(of, code)}</span>;
}
