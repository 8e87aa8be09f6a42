import type { RouteObject } from 'react-router';

export const reconciliationRoutes: RouteObject[] = [
  {
    path: '/reconciliations',
    lazy: async () => ({ Component: (await import('./reconciliations-page')).ReconciliationsPage }),
  },
  {
    path: '/reconciliations/:id',
    lazy: async () => ({ Component: (await import('./reconciliation-page')).ReconciliationPage }),
  },
];
