import { type AuthConfiguration, authorizeJWT } from '@microsoft/agents-hosting';
import { KeysUnavailable } from '../endorsed-keys.ts';

/** @throws when the token is not for this bot and this address, {@link KeysUnavailable} when that cannot be checked */
export type CheckToken = (authorization: string, serviceUrl: string | null | undefined) => Promise<void>;

/** The package checks tokens as a part of a web server: it gets a request that consists of a token, and says no by a response. */
export function checkToken(settings: AuthConfiguration): CheckToken {
  const authorize = authorizeJWT({ ...settings, connections: new Map([['lotse', settings]]) });
  return async (authorization, serviceUrl) => {
    const request: Parameters<typeof authorize>[0] = { method: 'POST', headers: { authorization } };
    let refused: string | undefined = 'the token was not checked';
    const response = {
      status: () => ({
        send: (body: unknown) => {
          refused = String((body as { 'jwt-auth-error'?: unknown } | undefined)?.['jwt-auth-error']);
        },
      }),
    } as unknown as Parameters<typeof authorize>[1];
    await authorize(request, response, () => {
      refused = undefined;
    });
    if (refused?.startsWith(noKey)) throw new KeysUnavailable(new Error(refused));
    if (refused !== undefined) throw new Error(refused);
    // Left to each bot by the package: the token is good for one address.
    if (request.user?.serviceurl !== serviceUrl) throw new Error('the token is for another address');
  };
}

/** What `jsonwebtoken` says when there is no key to check with. Which keys there are is known before. */
const noKey = 'error in secret or public key callback';
