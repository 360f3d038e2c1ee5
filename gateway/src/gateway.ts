import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Chain, clusterName, type Deployment } from '@agent-labs/sdk';
import type { FastifyBaseLogger } from 'fastify';
import { AgentDirectory } from './agents/directory.js';
import { EndpointHttp, type EndpointHttpOptions } from './agents/endpoint-http.js';
import { AuditLog } from './audit/log.js';
import { SignIn } from './auth/sign-in.js';
import { Tokens } from './auth/tokens.js';
import { CoralClient } from './coral/client.js';
import { Hub } from './coral/hub/hub.js';
import { serveHub } from './coral/hub/server.js';
import { agentRoutes } from './http/agent-routes.js';
import { authRoutes } from './http/auth-routes.js';
import { callerOf } from './http/callers.js';
import type { Context } from './http/context.js';
import { type Allowance, RateLimits, type RouteClass } from './http/limits.js';
import { metaRoutes } from './http/meta-routes.js';
import { createServer } from './http/server.js';
import { sessionRoutes } from './http/session-routes.js';
import { Metrics } from './metrics.js';
import { PaidCalls } from './paid/calls.js';
import { Budgets } from './policy/budgets.js';
import { Preflight } from './policy/preflight.js';
import { Refused } from './refused.js';
import { Rooms } from './sessions/rooms.js';
import { EventSockets } from './sessions/sockets.js';

export interface GatewayOptions {
  chain: Chain;
  deployment: Deployment;
  /** What must survive: sessions, budgets, revocations, audit log, the secret of tokens. */
  dataDirectory: string;
  host?: string;
  /** 0 takes any free one */
  port: number;
  /** Where callers reach it; the address it listens on without it. */
  publicUrl?: string | undefined;
  /** Host that people sign in to, as their wallets show it; that of the public address without it. */
  signInDomain?: string | undefined;
  /** A real Coral server; the embedded hub without one. */
  coral?: { url: string; token: string } | undefined;
  /** Reaches agents at private and loopback addresses. Refused on a public cluster. */
  allowPrivateEndpoints?: boolean;
  allowedOrigins?: string[];
  consentUrl?: string | undefined;
  kycUrl?: string | undefined;
  allowances?: Partial<Record<RouteClass, Allowance>>;
  logger?: FastifyBaseLogger | false;
  /** Resolves names of agents' hosts; the system's resolver without it. */
  lookup?: EndpointHttpOptions['lookup'];
}

export interface RunningGateway {
  url: string;
  stop(): Promise<void>;
}

/** What the gateway was told does not go together. It did not start. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

/**
 * @throws ConfigInvalid; StoreLocked when another gateway runs on the directory; AuditLogBroken; Error when the
 *   port is taken
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { chain, deployment, dataDirectory, host = '127.0.0.1', port, logger = false } = options;
  const cluster = clusterName(deployment.genesisHash);
  const allowPrivate = options.allowPrivateEndpoints ?? false;
  if (allowPrivate && cluster !== 'localnet') {
    throw new ConfigInvalid(`ALLOW_PRIVATE_ENDPOINTS is for local chains; this is ${cluster}`);
  }
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.reverse()) await close();
  };
  const opened = <T extends { close(): Promise<void> }>(resource: T): T => {
    closing.push(() => resource.close());
    return resource;
  };
  try {
    const app = await createServer({ logger, allowedOrigins: options.allowedOrigins ?? [] });
    const onFault = (error: unknown) => app.log.error({ err: error }, 'fault');
    const audit = opened(await AuditLog.open(join(dataDirectory, 'audit.jsonl')));
    const budgets = opened(await Budgets.open(dataDirectory));
    const coral = options.coral ?? (await embeddedCoral(dataDirectory, opened));
    const rooms = opened(await Rooms.open(dataDirectory, new CoralClient(coral), onFault));
    const http = opened(
      new EndpointHttp({ allowPrivate, ...(options.lookup && { lookup: options.lookup }) }),
    );
    const directory = new AgentDirectory({ chain, deployment, http, allowPrivate });

    const tokens = opened(await Tokens.open(dataDirectory));
    const listening = () => `http://${host}:${(app.server.address() as AddressInfo).port}`;
    const publicUrl = () => (options.publicUrl ?? listening()).replace(/\/$/, '');
    const sockets = new EventSockets(rooms, tokens, onFault);
    const context: Context = {
      signIn: new SignIn(() => ({
        domain: options.signInDomain ?? new URL(publicUrl()).host,
        uri: publicUrl(),
        chainId: `solana:${cluster}`,
      })),
      tokens,
      limits: new RateLimits(options.allowances),
      audit,
      rooms,
      preflight: new Preflight(
        budgets,
        [
          { name: 'Consent', url: options.consentUrl },
          { name: 'Kyc', url: options.kycUrl },
        ],
        { chain, deployment },
      ),
      calls: new PaidCalls({ chain, deployment, directory, http, publicUrl }),
      directory,
      metrics: new Metrics(() => sockets.size),
      chainIsUp: async () => {
        try {
          await chain.slot();
          return true;
        } catch (error) {
          app.log.warn({ err: error }, 'the chain does not answer');
          return false;
        }
      },
      requireCaller: async (request) => {
        const caller = await callerOf(tokens, request);
        if (caller === null) throw new Refused(401, 'TokenMissing', 'sign in, and send the token');
        return caller;
      },
      callerOf: (request) => callerOf(tokens, request),
    };
    authRoutes(app, context);
    sessionRoutes(app, context);
    metaRoutes(app, context);
    await agentRoutes(app, context);
    app.server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
    closing.push(async () => {
      sockets.close();
      await rooms.hangUp();
      await app.close();
    });
    await app.listen({ host, port });
    return { url: listening(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A hub in this process, reached as a Coral server elsewhere would be. */
async function embeddedCoral(
  dataDirectory: string,
  opened: <T extends { close(): Promise<void> }>(resource: T) => T,
): Promise<{ url: string; token: string }> {
  const token = randomBytes(24).toString('base64url');
  const hub = opened(await Hub.open(dataDirectory));
  const { url } = opened(await serveHub(hub, token));
  return { url, token };
}
