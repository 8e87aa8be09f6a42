import type { RouteObject } from 'react-router';

export const draftRoutes: RouteObject[] = [
  { path: '/drafts', lazy: async () => ({ Component: (await import('./drafts-page')).DraftsPage }) },
  { path: '/drafts/new', lazy: async () => ({ Component: (await import('./new-draft-page')).NewDraftPage }) },
  { path: '/drafts/:id', lazy: async () => ({ Component: (await import('./draft-page')).DraftPage }) },
  {
    path: '/drafts/:id/edit',
    lazy: async () => ({ Component: (await import('./edit-draft-page')).EditDraftPage }),
  },
  {
    path: '/approvals',
    lazy: async () => ({ Component: (await import('./approvals-page')).ApprovalsPage }),
  },
];
