import '../accounts/words';
import '../catalogue/words';
import './words';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../parts/instant';
import type { Approval } from './approvals';

type Words = TFunction<'drafts'>;
type Title = (words: Words, parts: readonly string[]) => string;

const draft: Title = (t, [kind, ...code]) => `${t(`catalogue:kinds.${kind}`)} ${code.join(' ')}`;
const run: Title = (t, [month, version]) => `${month} · ${t('versionNumber', { version })}`;
const adjustment: Title = (t, [kind, ...rest]) =>
  `${t(`accounts:adjustmentKinds.${kind}`)} · ${rest.slice(0, -1).join(' ')} #${rest[rest.length - 1]}`;
const billRun: Title = (t, [id, cutOff]) => t('billRunTitle', { id, cutOff: instantText(cutOff ?? '') });
const disputeLine: Title = (t, parts) => {
  const [dispute, line] = (parts[parts.length - 1] ?? '').split('.');
  return `${parts.slice(0, -1).join(' · ')} · ${t('disputeLineTitle', { dispute, line })}`;
};

/** The API says codes and numbers, in an order of their kind; of the others they say enough. */
const TITLES: Readonly<Partial<Record<Approval['kind'], Title>>> = {
  draft,
  settlement_run: run,
  adjustment,
  bill_run: billRun,
  dispute_line: disputeLine,
};

/** What waits, in words. */
export function useApprovalTitle(): (approval: Pick<Approval, 'kind' | 'title'>) => string {
  const { t } = useTranslation('drafts');
  return ({ kind, title }) => {
    const parts = title.split(' ');
    return TITLES[kind]?.(t, parts) ?? parts.join(' · ');
  };
}
