import type { View } from '@ciyuan/client';

export type Approval = View<'ApprovalsApprovalView'>;

const OF_THE_API = /^\/v1/;
const OF_AN_ACCOUNT = /^(\/accounts\/[^/]+)\/adjustments\/(\d+)$/;

/** Where it is looked at and signed: the pages are called as the API's addresses are, but for parts of a page. */
export function pageOf({ kind, path }: Pick<Approval, 'kind' | 'path'>): string {
  const page = path.replace(OF_THE_API, '');
  if (kind === 'clawback') return `${page}?state=asked`;
  return kind === 'adjustment' ? page.replace(OF_AN_ACCOUNT, '$1?tab=adjustments&adjustment=$2') : page;
}
