import { ProblemError, type ProblemFault } from '@ciyuan/client';
import type { DocumentKind } from '@ciyuan/core/charging';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { valueAt, type Body } from '../catalogue/places-in';
import { liveFaults } from './live-faults';

export interface PlacedFault {
  readonly path: string;
  readonly text: string;
}

interface Faults {
  readonly all: readonly PlacedFault[];
  /** What is wrong with a place, or with anything below it. */
  readonly at: (path: string) => readonly string[];
}

/**
 * What is wrong with a body: what the rules of its kind find at once, and what the API found when it was saved, for as
 * long as that place has not been changed.
 */
export function useFaults(kind: DocumentKind, body: Body, refusal: unknown, submittedAt: number): Faults {
  const { t } = useTranslation('drafts');
  const [saved, setSaved] = useState({ submittedAt: 0, body });
  if (saved.submittedAt !== submittedAt) setSaved({ submittedAt, body });
  const live = useMemo(() => liveFaults(kind, body), [kind, body]);
  const told = refusal instanceof ProblemError ? refusal.faults : [];
  const still = told.filter(({ path }) => valueAt(saved.body, path) === valueAt(body, path));
  const known = new Set(live.map(({ path, code }) => `${path} ${code}`));
  const all = [...live, ...still.filter(({ path, code }) => !known.has(`${path} ${code}`))].map(
    ({ path, code, detail }: ProblemFault) => {
      if (valueAt(body, path) === '') return { path, text: t('faults.empty') };
      const words = t(`faults.${code}`, { defaultValue: code.replaceAll('_', ' ') });
      return { path, text: detail === undefined ? words : `${words} (${detail})` };
    },
  );
  const at = (path: string): readonly string[] =>
    all.filter((one) => one.path === path || one.path.startsWith(`${path}.`)).map(({ text }) => text);
  return { all, at };
}
