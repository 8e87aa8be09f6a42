import type { RouteObject } from 'react-router';

export const catalogueRoutes: RouteObject[] = [
  {
    path: '/catalogue',
    lazy: async () => ({ Component: (await import('./catalogue-page')).CataloguePage }),
  },
  {
    path: '/catalogue/:kind/:code',
    lazy: async () => ({ Component: (await import('./document-page')).DocumentPage }),
  },
];
