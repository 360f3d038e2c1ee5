import { PublicKey } from '@solana/web3.js';
import { z } from 'zod';
import { Refused } from '../refused.js';
import type { Context } from './context.js';
import { address, base64, errorAnswers } from './schemas.js';
import type { GatewayServer } from './server.js';

const challenge = z.object({
  domain: z.string(),
  address: z.string(),
  statement: z.string(),
  uri: z.string(),
  version: z.literal('1'),
  chainId: z.string(),
  nonce: z.string(),
  issuedAt: z.string(),
  expirationTime: z.string(),
});

/** Sign-In With Solana. */
export function authRoutes(
  app: GatewayServer,
  { signIn, tokens, limits, audit, requireCaller }: Context,
): void {
  const limited = async (request: Parameters<typeof limits.take>[2]) => limits.take('auth', null, request);
  app.post(
    '/v1/auth/challenge',
    {
      onRequest: limited,
      schema: {
        description: 'What a wallet signs to sign in. Good for ten minutes and one signature.',
        body: z.strictObject({ address }),
        response: { 200: challenge, ...errorAnswers },
      },
    },
    async ({ body }) => signIn.challenge(new PublicKey(body.address).toBase58()),
  );
  app.post(
    '/v1/auth/sign-in',
    {
      onRequest: limited,
      schema: {
        description: 'A token for the wallet that signed the challenge.',
        body: z.strictObject({
          /** the bytes that were signed, base64 */
          message: base64(4_096),
          /** 64 bytes, base64 */
          signature: base64(128),
        }),
        response: {
          200: z.object({ token: z.string(), expiresAt: z.string(), address: z.string() }),
          ...errorAnswers,
        },
      },
    },
    async ({ body }) => {
      const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
      try {
        const wallet = signIn.verify(bytes(body.message), bytes(body.signature));
        const issued = await tokens.issue(wallet);
        audit.add({ action: 'sign-in', actor: wallet, subject: wallet, outcome: 'ok' });
        return { ...issued, address: wallet };
      } catch (error) {
        if (error instanceof Refused) {
          audit.addUnproven({ action: 'sign-in', actor: null, subject: 'unknown', outcome: error.code });
        }
        throw error;
      }
    },
  );
  app.post(
    '/v1/auth/sign-out',
    {
      schema: {
        description: 'Revokes the token, on open sockets too.',
        security: [{ token: [] }],
        response: { 204: z.null(), ...errorAnswers },
      },
    },
    async (request, reply) => {
      const caller = await requireCaller(request);
      await tokens.revoke(caller);
      audit.add({ action: 'sign-out', actor: caller.address, subject: caller.address, outcome: 'ok' });
      return reply.code(204).send(null);
    },
  );
}
