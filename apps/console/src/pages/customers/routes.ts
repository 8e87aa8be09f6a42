import type { RouteObject } from 'react-router';

export const customerRoutes: RouteObject[] = [
  {
    path: '/customers',
    lazy: async () => ({ Component: (await import('./customers-page')).CustomersPage }),
  },
  {
    path: '/customers/:code',
    lazy: async () => ({ Component: (await import('./customer-page')).CustomerPage }),
  },
];
