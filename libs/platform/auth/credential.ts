import type { Caller } from './caller';

/** What a request was let in by, and as whom. */
export interface Credential {
  readonly caller: Caller;
  readonly kind: 'key' | 'session';
  /** Of the key or of the session, as it is stored. */
  readonly id: number;
}

/** A person who is signed in, and until when. */
export interface SignedIn {
  readonly sessionId: number;
  readonly login: string;
  readonly displayName: string;
  readonly caller: Caller;
  /** Nothing but another password is taken until there is one. */
  readonly mustChangePassword: boolean;
  /** When it ends if nothing more is asked; ms. */
  readonly expiresAt: number;
}

/** The cookie's own value, known to nobody but the browser and, for a moment, here. */
export interface OpenSession {
  readonly token: string;
  readonly signedIn: SignedIn;
}
