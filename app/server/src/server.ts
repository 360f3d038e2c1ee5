import fastifyStatic from '@fastify/static';
import { Keypair } from '@solana/web3.js';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { buildPage, PAGE_DIRECTORY } from './build-page.js';
import { manifestRoutes } from './manifests.js';
import type { BurnerKey, PageConfig } from './page-config.js';
import { securityHeaders } from './security-headers.js';

/** Requests take this long at most, milliseconds. */
const REQUEST_TIME = 30_000;

export interface AppOptions {
  config: Omit<PageConfig, 'burner' | 'hosting'>;
  /** of HTTP; 0, the default, takes any */
  port?: number;
  /** 127.0.0.1 unless given */
  host?: string;
  /** offered as wallets; on a local chain only */
  burners?: Omit<BurnerKey, 'address'>[];
  /** where manifests are kept for who registers an agent; on a local chain only, none without it */
  manifestDirectory?: string;
}

export interface RunningApp {
  /** without a final slash */
  url: string;
  config: PageConfig;
  stop(): Promise<void>;
}

/** An option that is for local chains alone was given with a cluster. Nothing was started. */
export class LocalChainOnly extends Error {
  override readonly name = 'LocalChainOnly';
}

/**
 * Builds the page where its sources changed, and serves it.
 * @throws LocalChainOnly; what Vite throws; Error when the port is taken
 */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { burners = [], manifestDirectory, port = 0, host = '127.0.0.1' } = options;
  const config: PageConfig = {
    ...options.config,
    burner: burners.length > 0,
    hosting: manifestDirectory !== undefined,
  };
  if (config.cluster !== 'localnet' && (config.burner || config.hosting)) {
    throw new LocalChainOnly(`burners and hosting are for a local chain, this is ${config.cluster}`);
  }
  await buildPage();
  const app = Fastify({ requestTimeout: REQUEST_TIME, trustProxy: false });
  const headers = securityHeaders(config);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  app.get('/config.json', async (_request, reply) => reply.header('cache-control', 'no-store').send(config));
  app.get('/health', async () => ({ ok: true }));
  if (config.burner) burnerRoute(app, burners);
  if (manifestDirectory !== undefined) manifestRoutes(app, manifestDirectory);
  await app.register(fastifyStatic, {
    root: PAGE_DIRECTORY,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // names of assets change with their content, nothing else does
      const isAsset = path.includes('/assets/');
      reply.setHeader('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    // every address of the page is the page; what is asked for by name and is not there is missing
    if (request.method === 'GET' && isPage(request)) return reply.sendFile('index.html');
    return reply
      .code(404)
      .send({ error: { code: 'NotFound', message: `there is no ${request.method} ${request.url}` } });
  });
  await app.listen({ port, host });
  const { port: listening } = app.server.address() as { port: number };
  return {
    url: `http://${host}:${listening}`,
    config,
    stop: async () => {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

function isPage({ url }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? '';
  return !path.startsWith('/assets/') && !/\.[a-z0-9]+$/i.test(path);
}

/** Keys go to this page alone: other sites' scripts, and frames, are told nothing. */
function burnerRoute(app: FastifyInstance, given: Omit<BurnerKey, 'address'>[]): void {
  const burners = given.map(({ name, secretKey }): BurnerKey => {
    const { publicKey } = Keypair.fromSecretKey(Uint8Array.from(secretKey));
    return { name, address: publicKey.toBase58(), secretKey };
  });
  app.get('/burners.json', async (request, reply) => {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') {
      return reply.code(403).send({ error: { code: 'ForeignPage', message: 'for the dashboard alone' } });
    }
    return reply.header('cache-control', 'no-store').send(burners);
  });
}
