import type { FastifyRequest } from 'fastify';
import type { Caller, Tokens } from '../auth/tokens.js';
import { Refused } from '../refused.js';

/** @throws Refused where a token is there and is not good */
export async function callerOf(tokens: Tokens, request: FastifyRequest): Promise<Caller | null> {
  if (request.url.includes('?') && new URLSearchParams(request.url.split('?')[1]).has('token')) {
    const message = 'addresses end up in logs: send the token as "authorization: Bearer …"';
    throw new Refused(400, 'TokenInUrl', message);
  }
  const { authorization } = request.headers;
  if (authorization === undefined) return null;
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
  if (token === undefined) {
    throw new Refused(401, 'TokenInvalid', 'the header must be "authorization: Bearer TOKEN"');
  }
  return tokens.verify(token);
}
