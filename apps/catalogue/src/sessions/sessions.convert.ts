import { formatInstant } from '@ciyuan/core/kernel';
import { csrfTokenOf, type OpenSession } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import type { SessionView } from './sessions.dto';

export const sessionOf = ({ token, signedIn }: OpenSession): SessionView => ({
  login: signedIn.login,
  displayName: signedIn.displayName,
  role: signedIn.caller.role,
  party: signedIn.caller.role === 'partner' ? signedIn.caller.subject : null,
  mustChangePassword: signedIn.mustChangePassword,
  csrfToken: csrfTokenOf(token),
  expiresAt: formatInstant(signedIn.expiresAt),
});

/** One answer to all who are not let in: it tells nobody which logins there are. */
export const notLetIn = (): Refused =>
  new Refused(
    'unauthenticated',
    'sign_in_refused',
    'Login or password is wrong, or the account is locked for some minutes.',
  );

export const refusedPassword = (code: 'wrong_password' | 'same'): Refused =>
  code === 'same'
    ? new Refused('unprocessable', 'password_unchanged', 'next: it is the one that there was', [
        { path: 'next', code: 'password_unchanged' },
      ])
    : new Refused('unprocessable', 'wrong_password', 'current: it is wrong, or too many were', [
        { path: 'current', code: 'wrong_password' },
      ]);
