import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface SignatureProps {
  readonly version: Pick<View<'VersionView'>, 'draftId' | 'approvedBy'>;
}

/** Who signed a version, with the way to what they saw; nobody where it was loaded without a draft. */
export function Signature({ version: { draftId, approvedBy } }: SignatureProps): ReactNode {
  return draftId === null ? '–' : <Link to={`/drafts/${draftId}`}>{approvedBy}</Link>;
}
