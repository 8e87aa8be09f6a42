import './words';
import { ProblemError, type View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { OPERATORS, useMay } from '../../session/may';

type Record = View<'ExplanationView'>['record'];

const CONTROLS = /\p{Cc}+/gu;

/** Takes a record back by an entry of its own, which nobody takes back again. */
export function VoidRecord({ record }: { readonly record: Record }): ReactNode {
  const { t } = useTranslation('operations');
  const mayVoid = useMay(OPERATORS);
  if (!mayVoid) return null;
  const { partner, source, id } = record;
  return (
    <ActionButton
      isDanger
      needsReason
      label={t('voidRecord')}
      question={t('voidQuestion')}
      run={async (reason) => {
        const items = [{ source, id, reason: reason.replace(CONTROLS, ' ') }];
        const { results } = await answerOf(client.POST('/v1/usage/voids', { body: { partner, items } }));
        results.forEach((result) => assertVoid(result, t('voidRefused')));
      }}
    />
  );
}

/** A post of several answers 200 and says of each what became of it. */
function assertVoid({ status, message = '' }: View<'VoidResult'>, title: string): void {
  if (status === 'voided' || status === 'already_voided') return;
  throw new ProblemError({ type: 'about:blank', title, status: 409, detail: message });
}
