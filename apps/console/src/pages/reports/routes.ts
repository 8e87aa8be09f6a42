import type { RouteObject } from 'react-router';

export const reportRoutes: RouteObject[] = [
  { path: '/margin', lazy: async () => ({ Component: (await import('./margin-page')).MarginPage }) },
  { path: '/breakage', lazy: async () => ({ Component: (await import('./breakage-page')).BreakagePage }) },
];
