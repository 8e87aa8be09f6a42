import type { RouteObject } from 'react-router';

export const clawbackRoutes: RouteObject[] = [
  {
    path: '/clawbacks',
    lazy: async () => ({ Component: (await import('./clawbacks-page')).ClawbacksPage }),
  },
];
