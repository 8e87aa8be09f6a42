let token: string | undefined;

/** What a changing request has to carry beside the session's cookie. */
export const csrfToken = (): string | undefined => token;

export function keepCsrfToken(given: string | undefined): void {
  token = given;
}
