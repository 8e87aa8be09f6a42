import type { RouteObject } from 'react-router';

export const operationsRoutes: RouteObject[] = [
  { path: '/intake', lazy: async () => ({ Component: (await import('./intake-page')).IntakePage }) },
  { path: '/records', lazy: async () => ({ Component: (await import('./records-page')).RecordsPage }) },
  {
    path: '/records/:partner/:source/:id',
    lazy: async () => ({ Component: (await import('./explanation-page')).ExplanationPage }),
  },
  { path: '/suspense', lazy: async () => ({ Component: (await import('./suspense-page')).SuspensePage }) },
  { path: '/jobs', lazy: async () => ({ Component: (await import('./jobs-page')).JobsPage }) },
];
