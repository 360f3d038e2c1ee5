import { builtDeployment, type Deployment, RpcChain } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { chosenRpc, config } from '../data/config.js';

let connecting: { url: string; chain: Promise<RpcChain> } | null = null;

/**
 * The chain behind the chosen node, asked for its genesis hash first.
 * @throws ClusterMismatch for a node of another cluster; what the connection throws when nobody answers
 */
export function connectChain(): Promise<RpcChain> {
  const url = chosenRpc();
  if (connecting?.url === url) return connecting.chain;
  const { genesisHash, rpcUrls, wsUrl } = config();
  const chain = RpcChain.connect(url, {
    genesisHash,
    ...(wsUrl !== null && url === rpcUrls[0] && { wsUrl }),
  });
  connecting = { url, chain };
  // the next one who asks tries again
  chain.catch(() => {
    connecting = null;
  });
  return chain;
}

/** The programs this server's config names, on its cluster. */
export function deployment(): Deployment {
  const { genesisHash, programs } = config();
  const named = Object.entries(programs).map(([name, id]) => [name, new PublicKey(id)]);
  return { ...builtDeployment(new PublicKey(genesisHash).toBytes()), ...Object.fromEntries(named) };
}

/** What an address must be. @throws TypeError for text that is none */
export function addressOf(text: string): PublicKey {
  try {
    return new PublicKey(text);
  } catch {
    throw new TypeError(`${text.slice(0, 60)} is no address`);
  }
}
