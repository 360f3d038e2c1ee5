import { z } from 'zod';
import { ConfigInvalid } from './refused.js';

const webAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8788),
  HOST: z.string().default('127.0.0.1'),
  RPC_URL: webAddress,
  GENESIS_HASH: z.string().optional(),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  WEBHOOK_SECRET: z.string().min(16, 'at least 16 characters, as openssl rand -hex 32 makes'),
  HELIUS_API_KEY: z.string().min(1).optional(),
  PUBLIC_URL: webAddress.optional(),
  BACKFILL_SECONDS: z.coerce.number().int().min(1).max(86_400).default(60),
  RECONCILE_SECONDS: z.coerce.number().int().min(5).max(86_400).default(300),
  ALLOW_PRIVATE_ENDPOINTS: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type IndexerConfig = ReturnType<typeof indexerConfig>;

/**
 * Reads the environment; `docs/indexer.md` says what each variable means. An empty one counts as not set.
 * @throws ConfigInvalid naming every variable that is missing or wrong
 */
export function indexerConfig(variables: Record<string, string | undefined>) {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ConfigInvalid(problems.join('; '));
  }
  const { DATA_DIR, DATABASE_URL, ...rest } = parsed.data;
  if ((DATA_DIR === undefined) === (DATABASE_URL === undefined)) {
    throw new ConfigInvalid('give DATABASE_URL for a PostgreSQL server, or DATA_DIR for tables of its own');
  }
  if (rest.HELIUS_API_KEY !== undefined && rest.PUBLIC_URL === undefined) {
    throw new ConfigInvalid('PUBLIC_URL: Helius needs to know where it delivers to');
  }
  return {
    port: rest.PORT,
    host: rest.HOST,
    rpcUrl: rest.RPC_URL,
    genesisHash: rest.GENESIS_HASH,
    dataDirectory: DATA_DIR,
    databaseUrl: DATABASE_URL,
    webhookSecret: rest.WEBHOOK_SECRET,
    heliusApiKey: rest.HELIUS_API_KEY,
    publicUrl: rest.PUBLIC_URL,
    backfillEvery: rest.BACKFILL_SECONDS * 1_000,
    reconcileEvery: rest.RECONCILE_SECONDS * 1_000,
    allowPrivateEndpoints: rest.ALLOW_PRIVATE_ENDPOINTS === '1',
    logLevel: rest.LOG_LEVEL,
  };
}
