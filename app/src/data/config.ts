import type { PageConfig, PageToken } from '../../server/src/page-config.js';
import { shortAddress } from '../lib/text.js';

export type { PageConfig, PageToken };

/** The server does not tell what this page is for. */
export class ConfigMissing extends Error {
  override readonly name = 'ConfigMissing';
}

let loaded: PageConfig | null = null;

/** Asks the server once. @throws ConfigMissing */
export async function loadConfig(): Promise<PageConfig> {
  try {
    const response = await fetch('/config.json', { cache: 'no-store' });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    loaded = (await response.json()) as PageConfig;
    return loaded;
  } catch (error) {
    throw new ConfigMissing(
      `The server of this page does not answer: ${(error as Error).message}. Reload the page.`,
    );
  }
}

/** What the server told. @throws Error before `loadConfig` */
export function config(): PageConfig {
  if (loaded === null) throw new Error('the config is not loaded yet');
  return loaded;
}

export const isLocal = (): boolean => config().cluster === 'localnet';

const RPC_KEY = 'agent-labs:rpc';

/** The node that was chosen of those the server names; the first without a choice. */
export function chosenRpc(): string {
  const { rpcUrls } = config();
  const chosen = localStorage.getItem(RPC_KEY);
  const [first] = rpcUrls;
  if (first === undefined) throw new ConfigMissing('The server names no node. Set RPC_URLS.');
  return chosen !== null && rpcUrls.includes(chosen) ? chosen : first;
}

export function chooseRpc(url: string): void {
  localStorage.setItem(RPC_KEY, url);
}

/** How amounts of a mint are written; its address stands for a name that nobody told. */
export function tokenOf(mint: string): PageToken | null {
  return config().tokens[mint] ?? null;
}

export function mintName(mint: string): string {
  return tokenOf(mint)?.symbol ?? shortAddress(mint);
}

/** The token that agents are staked in, where the server names it. */
export function stakeMint(): string | null {
  return config().stakeMint;
}

/** Mints that the server names, without the one of stakes: what calls are paid in. */
export function settlementMints(): string[] {
  return Object.keys(config().tokens).filter((mint) => mint !== config().stakeMint);
}
