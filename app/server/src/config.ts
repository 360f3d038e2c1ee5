import { z } from 'zod';
import type { PageConfig } from './page-config.js';

/** The environment does not say what the server needs. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

const webAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));
const base58 = z.string().regex(/^[1-9A-HJ-NP-Za-km-z]{32,44}$/, 'must be a base58 address');
const tokens = z.record(
  base58,
  z.object({ symbol: z.string().min(1).max(10), decimals: z.number().int().min(0).max(18) }),
);

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8780),
  HOST: z.string().default('127.0.0.1'),
  CLUSTER: z.enum(['localnet', 'devnet', 'testnet', 'mainnet']),
  GENESIS_HASH: base58,
  RPC_URLS: z.string().transform((text) => text.split(',').map((url) => url.trim())),
  RPC_WS_URL: z.url({ protocol: /^wss?$/ }).optional(),
  INDEXER_URL: webAddress.optional(),
  GATEWAY_URL: webAddress.optional(),
  REGISTRY_ID: base58,
  ESCROW_ID: base58,
  STAKE_ID: base58,
  REPUTATION_ID: base58,
  CONSENT_ID: base58,
  TOKENS: z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('must be JSON');
        return z.NEVER;
      }
    })
    .pipe(tokens),
  STAKE_MINT: base58.optional(),
  MANIFEST_DIR: z.string().optional(),
  BURNERS_FILE: z.string().optional(),
});

/**
 * Reads the environment; `docs/app.md` says what each variable means. An empty one counts as not set.
 * @throws ConfigInvalid naming every variable that is missing or wrong
 */
export function appConfig(variables: Record<string, string | undefined>) {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ConfigInvalid(problems.join('; '));
  }
  const found = parsed.data;
  const rpcUrls = found.RPC_URLS.map((url) => {
    const checked = webAddress.safeParse(url);
    if (!checked.success) throw new ConfigInvalid(`RPC_URLS: ${url} is no http or https address`);
    return checked.data;
  });
  const config: Omit<PageConfig, 'burner' | 'hosting'> = {
    cluster: found.CLUSTER,
    genesisHash: found.GENESIS_HASH,
    rpcUrls,
    wsUrl: found.RPC_WS_URL ?? null,
    indexerUrl: found.INDEXER_URL ?? null,
    gatewayUrl: found.GATEWAY_URL ?? null,
    programs: {
      registry: found.REGISTRY_ID,
      escrow: found.ESCROW_ID,
      stake: found.STAKE_ID,
      reputation: found.REPUTATION_ID,
      consent: found.CONSENT_ID,
    },
    tokens: found.TOKENS,
    stakeMint: found.STAKE_MINT ?? null,
  };
  return {
    config,
    port: found.PORT,
    host: found.HOST,
    manifestDirectory: found.MANIFEST_DIR,
    burnersFile: found.BURNERS_FILE,
  };
}
