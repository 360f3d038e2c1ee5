/** A token as the page writes its amounts. */
export interface PageToken {
  symbol: string;
  decimals: number;
}

/** What `/config.json` tells the page. Addresses are base58; URLs have no final slash. */
export interface PageConfig {
  cluster: 'localnet' | 'devnet' | 'testnet' | 'mainnet';
  /** of the cluster; the page signs for no other */
  genesisHash: string;
  /** JSON-RPC nodes that may be chosen in the settings; amounts of the first are checked against the second */
  rpcUrls: string[];
  /** WebSocket of the first node; by web3.js's rule without it */
  wsUrl: string | null;
  /** without one the page reads the chain alone, and says so */
  indexerUrl: string | null;
  /** without one agents cannot be called from the page */
  gatewayUrl: string | null;
  programs: { registry: string; escrow: string; stake: string; reputation: string; consent: string };
  /** known mints by address */
  tokens: Record<string, PageToken>;
  /** what agents are staked in */
  stakeMint: string | null;
  /** whether keys of the local chain's people are offered as wallets */
  burner: boolean;
  /** whether this server keeps manifests for those who register an agent */
  hosting: boolean;
}

/** A key pair that is worth nothing elsewhere, offered as a wallet. */
export interface BurnerKey {
  name: string;
  /** base58 */
  address: string;
  /** 64 bytes */
  secretKey: number[];
}
