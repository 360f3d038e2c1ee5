import { z } from 'zod';
import { ConfigInvalid } from './gateway.js';

const webAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().default('127.0.0.1'),
  RPC_URL: webAddress,
  RPC_WS_URL: z.url({ protocol: /^wss?$/ }).optional(),
  GENESIS_HASH: z.string().optional(),
  DATA_DIR: z.string().min(1),
  PUBLIC_URL: webAddress.optional(),
  SIGN_IN_DOMAIN: z.string().optional(),
  CORAL_URL: webAddress.optional(),
  CORAL_TOKEN: z.string().min(1).optional(),
  ALLOW_PRIVATE_ENDPOINTS: z.enum(['0', '1']).default('0'),
  ALLOWED_ORIGINS: z.string().default(''),
  CONSENT_URL: webAddress.optional(),
  KYC_URL: webAddress.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type GatewayConfig = ReturnType<typeof gatewayConfig>;

/**
 * Reads the environment; `docs/gateway.md` says what each variable means. An empty one counts as not set.
 * @throws ConfigInvalid naming every variable that is missing or wrong
 */
export function gatewayConfig(variables: Record<string, string | undefined>) {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ConfigInvalid(problems.join('; '));
  }
  const { CORAL_URL, CORAL_TOKEN, ...rest } = parsed.data;
  if ((CORAL_URL === undefined) !== (CORAL_TOKEN === undefined)) {
    throw new ConfigInvalid('CORAL_URL and CORAL_TOKEN go together');
  }
  return {
    port: rest.PORT,
    host: rest.HOST,
    rpcUrl: rest.RPC_URL,
    wsUrl: rest.RPC_WS_URL,
    genesisHash: rest.GENESIS_HASH,
    dataDirectory: rest.DATA_DIR,
    publicUrl: rest.PUBLIC_URL,
    signInDomain: rest.SIGN_IN_DOMAIN,
    coral:
      CORAL_URL === undefined || CORAL_TOKEN === undefined
        ? undefined
        : { url: CORAL_URL, token: CORAL_TOKEN },
    allowPrivateEndpoints: rest.ALLOW_PRIVATE_ENDPOINTS === '1',
    allowedOrigins: rest.ALLOWED_ORIGINS.split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    consentUrl: rest.CONSENT_URL,
    kycUrl: rest.KYC_URL,
    logLevel: rest.LOG_LEVEL,
  };
}
