import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { TokenAuthority } from '../../src/adapters/teams/authentication.ts';

export type Claims = {
  readonly iss?: string;
  readonly aud?: string;
  readonly serviceurl?: string;
  /** Seconds from now until the token is over; `null`: it never ends. */
  readonly expiresIn?: number | null;
  /** What the metadata say of the key that it is signed with. */
  readonly key?: keyof typeof endorsements;
  /** Signed with a key that the metadata do not name, under the id of one that they do. */
  readonly forged?: boolean;
};

const endorsements = { usual: ['msteams'], other: ['webchat'], none: [], silent: undefined } as const;

/** An issuer of tokens with its own keys and OpenID metadata on loopback. */
export type FakeAuthority = TokenAuthority & {
  token(claims: Claims): Promise<string>;
  close(): Promise<void>;
};

export async function startAuthority(): Promise<FakeAuthority> {
  const [genuine, forger] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = await exportJWK(genuine.publicKey);
  const keys = Object.entries(endorsements).map(([kid, endorsed]) => ({
    ...jwk,
    kid,
    use: 'sig',
    endorsements: endorsed,
  }));
  const server = createServer((req, res) => {
    res.setHeader('content-type', 'application/json');
    const jwks_uri = `http://${req.headers.host}/keys`;
    // One package takes the address of the keys from the metadata, the other makes it of the place for signing in.
    const isKeys = req.url === '/keys' || req.url?.endsWith('/discovery/v2.0/keys');
    res.end(JSON.stringify(isKeys ? { keys } : { issuer, jwks_uri }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = 'https://issuer.example.org';
  return {
    issuer,
    metadataUrl: `http://127.0.0.1:${port}/openid`,
    loginUrl: `http://127.0.0.1:${port}`,
    token: ({ iss = issuer, aud = '', serviceurl = '', expiresIn = 600, key = 'usual', forged = false }) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = new SignJWT({ serviceurl })
        .setProtectedHeader({ alg: 'RS256', kid: key })
        .setIssuer(iss)
        .setAudience(aud)
        .setIssuedAt(now - 7200);
      if (expiresIn !== null) claims.setExpirationTime(now + expiresIn);
      return claims.sign(forged ? forger.privateKey : genuine.privateKey);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
