import type { View } from '@ciyuan/client';

export type Approval = View<'ApprovalsApprovalView'>;

const OF_THE_API = /^\/v1/;
const OF_AN_ACCOUNT = /^\/accounts\/[^/]+/;

/** Where it is looked at and signed: the pages are called as the API's addresses are. None where there is no page. */
export function pageOf({ kind, path }: Pick<Approval, 'kind' | 'path'>): string | undefined {
  const page = path.replace(OF_THE_API, '');
  if (kind === 'clawback') return undefined;
  return kind === 'adjustment' ? OF_AN_ACCOUNT.exec(page)?.[0] : page;
}
