import { ProblemError } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Loading } from '../parts/loading';
import { ProblemAlert } from '../parts/problem-alert';
import { Layout } from '../shell/layout';
import { ChangePassword } from './change-password-page';
import { sessionQuery } from './session';

/** Everything below is for people who are signed in; others sign in, and come back to where they wanted to go. */
export function SignedIn(): ReactNode {
  const { data, error } = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  if (data?.mustChangePassword === true) return <ChangePassword isDemanded />;
  if (data !== undefined)
    return (
      <Layout>
        <Outlet />
      </Layout>
    );
  if (error === null) return <Loading />;
  if (!(error instanceof ProblemError) || error.status !== 401) return <ProblemAlert error={error} />;
  const next = pathname === '/' && search === '' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={`/sign-in${next}`} replace />;
}
