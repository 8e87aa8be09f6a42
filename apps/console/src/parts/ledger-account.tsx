import { CHART } from '@ciyuan/core/ledger';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** An account of the ledger by its name in the chart of accounts; one that is not in it by its code. */
export function LedgerAccountName({ code }: { readonly code: string }): ReactNode {
  const { i18n } = useTranslation();
  const meaning = Object.hasOwn(CHART, code) ? CHART[code as keyof typeof CHART] : undefined;
  const name = i18n.language === 'zh' ? meaning?.chinese : meaning?.name;
  return <span title={code}>{name ?? code}</span>;
}
