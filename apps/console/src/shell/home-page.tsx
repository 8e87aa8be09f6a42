import { lazy, type ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useSession } from '../session/session';
import { homeOf } from './places';

const DashboardPage = lazy(async () => ({
  default: (await import('../pages/dashboard/dashboard-page')).DashboardPage,
}));

/** Everybody's first page: staff see the business, partners their statements. */
export function HomePage(): ReactNode {
  const home = homeOf(useSession().role);
  return home === '/' ? <DashboardPage /> : <Navigate to={home} replace />;
}
