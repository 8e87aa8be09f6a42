import type { RouteObject } from 'react-router';

export const partyRoutes: RouteObject[] = [
  {
    path: '/parties',
    lazy: async () => ({ Component: (await import('./parties-page')).PartiesPage }),
  },
  {
    path: '/parties/:code',
    lazy: async () => ({ Component: (await import('./party-page')).PartyPage }),
  },
];
