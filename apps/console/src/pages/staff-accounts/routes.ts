import type { RouteObject } from 'react-router';

export const staffAccountRoutes: RouteObject[] = [
  {
    path: '/staff-accounts',
    lazy: async () => ({ Component: (await import('./staff-accounts-page')).StaffAccountsPage }),
  },
  {
    path: '/staff-accounts/:login',
    lazy: async () => ({ Component: (await import('./staff-account-page')).StaffAccountPage }),
  },
];
