import { readFileSync } from 'node:fs';
import { builtDeployment, type Deployment, RpcChain } from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';

/** People of the local chain; their keys are worth nothing elsewhere. */
export type Persona = 'operator' | 'treasury' | 'owner' | 'payer';

/** The local chain as its users see it: over JSON-RPC, with the handles that only a local chain has. */
export interface LocalChain {
  chain: RpcChain;
  deployment: Deployment;
  rpcUrl: string;
  /** Settlement token and stake token, of `tokenDecimals` decimals. */
  mint: PublicKey;
  stakeMint: PublicKey;
  tokenDecimals: number;
  /** Path of the personas' keys. */
  keysFile: string;
  persona(name: Persona): Keypair;
  /** Moves the chain's clock on, seconds. */
  advance(seconds: bigint): Promise<void>;
  /** Has the chain post every transaction of the programs there. */
  deliverTo(url: string, authHeader: string): Promise<void>;
  /** Lamports out of nothing where the account has fewer than `least`. */
  fund(account: PublicKey, least: number): Promise<void>;
}

interface LocalInfo {
  mint: string;
  stakeMint: string;
  tokenDecimals: number;
  keysFile: string;
}

/** @throws Error when no local chain answers there */
export async function connectLocalChain(rpcUrl: string): Promise<LocalChain> {
  const chain = await RpcChain.connect(rpcUrl);
  const { mint, stakeMint, tokenDecimals, keysFile } = await call<LocalInfo>(rpcUrl, 'localnet_info', []);
  const deployment = builtDeployment(chain.genesisHash);
  const keys = JSON.parse(readFileSync(keysFile, 'utf8')) as Record<string, number[] | undefined>;
  return {
    chain,
    deployment,
    rpcUrl,
    mint: new PublicKey(mint),
    stakeMint: new PublicKey(stakeMint),
    tokenDecimals,
    keysFile,
    persona: (name) => {
      const secret = keys[name];
      if (secret === undefined) throw new Error(`${keysFile} has no ${name}`);
      return Keypair.fromSecretKey(Uint8Array.from(secret));
    },
    advance: async (seconds) => {
      await call(rpcUrl, 'localnet_advance', [{ seconds: Number(seconds) }]);
      chain.clockMoved();
    },
    deliverTo: async (url, authHeader) => {
      const { registry, stake, escrow, reputation, consent } = deployment;
      const accountAddresses = [registry, stake, escrow, reputation, consent].map((key) => key.toBase58());
      await call(rpcUrl, 'localnet_setWebhook', [{ url, authHeader, accountAddresses }]);
    },
    fund: async (account, least) => {
      const { connection } = chain;
      if ((await connection.getBalance(account)) >= least) return;
      const signature = await connection.requestAirdrop(account, 2 * least);
      const latest = await connection.getLatestBlockhash();
      await connection.confirmTransaction({ signature, ...latest }, 'confirmed');
    },
  };
}

let calls = 0;

async function call<Result>(url: string, method: string, params: unknown[]): Promise<Result> {
  calls += 1;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: calls, method, params }),
  });
  const { result, error } = (await response.json()) as { result?: Result; error?: { message: string } };
  if (error !== undefined) throw new Error(`${method}: ${error.message}`);
  return result as Result;
}
