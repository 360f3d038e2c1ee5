import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Journal } from '@agent-labs/sdk';
import { errors, jwtVerify, SignJWT } from 'jose';
import { Refused } from '../refused.js';

/** Seconds that a token is good for: the longest the protocol allows. */
export const TOKEN_SECONDS = 15 * 60;
const ALGORITHM = 'HS256';
const KIND = 'agent-labs-gateway-revocations-1';

/** Who a token speaks for. */
export interface Caller {
  /** wallet, base58 */
  address: string;
  /** the token's id */
  token: string;
  /** Unix milliseconds */
  expiresAt: number;
}

/** Session tokens: signed here, for here, for a quarter of an hour, and revocable. */
export class Tokens {
  readonly #secret: Uint8Array;
  readonly #audience: string;
  readonly #journal: Journal;
  /** token id → Unix milliseconds at which it would have expired anyway */
  readonly #revoked: Map<string, number>;

  private constructor(secret: Uint8Array, audience: string, journal: Journal, revoked: Map<string, number>) {
    this.#secret = secret;
    this.#audience = audience;
    this.#journal = journal;
    this.#revoked = revoked;
  }

  /** The secret is made at the first start, and names the audience: tokens of another gateway are refused. */
  static async open(directory: string): Promise<Tokens> {
    const revoked = new Map<string, number>();
    const journal = await Journal.open(join(directory, 'revocations.journal'), KIND, (record) => {
      const { token, expiresAt } = record as { token: string; expiresAt: number };
      revoked.set(token, expiresAt);
    });
    for (const [token, expiresAt] of revoked) if (expiresAt < Date.now()) revoked.delete(token);
    await journal.compact((record) => (revoked.has(String(record.token)) ? record : null));
    const secret = secretIn(join(directory, 'token-secret'));
    const name = createHash('sha256').update('audience').update(secret).digest('hex').slice(0, 16);
    return new Tokens(secret, `agent-labs-gateway:${name}`, journal, revoked);
  }

  async issue(address: string): Promise<{ token: string; expiresAt: string }> {
    const now = Math.floor(Date.now() / 1_000);
    const token = await new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setSubject(address)
      .setAudience(this.#audience)
      .setIssuer(this.#audience)
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_SECONDS)
      .sign(this.#secret);
    return { token, expiresAt: new Date((now + TOKEN_SECONDS) * 1_000).toISOString() };
  }

  /** @throws Refused `TokenInvalid`, `TokenExpired`, `TokenRevoked` */
  async verify(token: string): Promise<Caller> {
    try {
      const { payload } = await jwtVerify(token, this.#secret, {
        algorithms: [ALGORITHM],
        audience: this.#audience,
        issuer: this.#audience,
        requiredClaims: ['sub', 'jti', 'exp', 'iat'],
        maxTokenAge: TOKEN_SECONDS,
      });
      const { sub = '', jti = '', exp = 0 } = payload;
      const caller = { address: sub, token: jti, expiresAt: exp * 1_000 };
      if (!this.isLive(caller)) throw new Refused(401, 'TokenRevoked', 'signed out; sign in again');
      return caller;
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        throw new Refused(401, 'TokenExpired', 'the token has expired; sign in again');
      }
      if (!(error instanceof errors.JOSEError)) throw error;
      throw new Refused(401, 'TokenInvalid', 'this is no token of this gateway; sign in', { cause: error });
    }
  }

  /** Whether a token that was good still is: for sockets that outlive their first frame. */
  isLive({ token, expiresAt }: Caller): boolean {
    return Date.now() < expiresAt && !this.#revoked.has(token);
  }

  async revoke({ token, expiresAt }: Caller): Promise<void> {
    this.#revoked.set(token, expiresAt);
    for (const [old, end] of this.#revoked) if (end < Date.now()) this.#revoked.delete(old);
    await this.#journal.append({ token, expiresAt });
  }

  close(): Promise<void> {
    return this.#journal.close();
  }
}

function secretIn(path: string): Uint8Array {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
  return new Uint8Array(readFileSync(path));
}
