import type { RouteObject } from 'react-router';

export const settlementRoutes: RouteObject[] = [
  {
    path: '/settlement-runs',
    lazy: async () => ({ Component: (await import('./runs-page')).RunsPage }),
  },
  {
    path: '/settlement-runs/:id',
    lazy: async () => ({ Component: (await import('./run-page')).RunPage }),
  },
  {
    path: '/statements',
    lazy: async () => ({ Component: (await import('./statements-page')).StatementsPage }),
  },
  {
    path: '/statements/:runId/:party',
    lazy: async () => ({ Component: (await import('./statement-page')).StatementPage }),
  },
];
