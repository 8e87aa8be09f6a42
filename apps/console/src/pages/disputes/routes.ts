import type { RouteObject } from 'react-router';

export const disputeRoutes: RouteObject[] = [
  { path: '/disputes', lazy: async () => ({ Component: (await import('./disputes-page')).DisputesPage }) },
  { path: '/disputes/:id', lazy: async () => ({ Component: (await import('./dispute-page')).DisputePage }) },
];
