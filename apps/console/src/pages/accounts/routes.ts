import type { RouteObject } from 'react-router';

export const accountRoutes: RouteObject[] = [
  {
    path: '/accounts',
    lazy: async () => ({ Component: (await import('./accounts-page')).AccountsPage }),
  },
  {
    path: '/accounts/:code',
    lazy: async () => ({ Component: (await import('./account-page')).AccountPage }),
  },
  {
    path: '/adjustments',
    lazy: async () => ({ Component: (await import('./adjustments-page')).AdjustmentsPage }),
  },
];
