import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../../parts/state-tag';

/** Whether somebody found that a customer is who it says. */
export function VerifiedTag({ verifiedAt }: { readonly verifiedAt: string | null }): ReactNode {
  const { t } = useTranslation('customers');
  const isVerified = verifiedAt !== null;
  return <StateTag tone={isVerified ? 'good' : 'attention'}>{t(`verified.${isVerified}`)}</StateTag>;
}
