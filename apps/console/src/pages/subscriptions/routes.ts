import type { RouteObject } from 'react-router';

export const subscriptionRoutes: RouteObject[] = [
  {
    path: '/subscriptions',
    lazy: async () => ({ Component: (await import('./subscriptions-page')).SubscriptionsPage }),
  },
];
