import {
  buildTransaction,
  type ConfigAccount,
  configAddress,
  decodeConfig,
  RpcChain,
  transactionFailed,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { MigrationRefused } from './errors.js';

/** A cluster that a migration works on, who signs, and whether anything is sent. */
export interface Cluster {
  chain: RpcChain;
  signer: Keypair;
  /** Everything is read, checked and simulated; nothing is signed for sending, nothing sent. */
  dryRun: boolean;
  /** Told of each step. */
  tell(line: string): void;
}

/**
 * Connects to the cluster that the settings are for.
 * @throws MigrationRefused `GenesisHashMismatch` where it is another
 */
export async function connect(url: string, genesisHash: string | undefined): Promise<RpcChain> {
  const chain = await RpcChain.connect(url);
  const found = new PublicKey(chain.genesisHash).toBase58();
  if (genesisHash !== undefined && genesisHash !== found) {
    const expected = `the settings are for the cluster with genesis hash ${genesisHash}`;
    throw new MigrationRefused('GenesisHashMismatch', `${expected}, ${url} has ${found}; check both`);
  }
  return chain;
}

/**
 * The config of the deployment on this cluster; null where there is none yet.
 * @throws MigrationRefused `GenesisHashMismatch` where it was made for another cluster: every voucher would be
 *   refused
 */
export async function readConfig({ chain }: Pick<Cluster, 'chain'>): Promise<ConfigAccount | null> {
  const { deployment } = chain;
  const account = await chain.getAccount(configAddress(deployment));
  if (account === null || account.data.length === 0) return null;
  if (!account.owner.equals(deployment.registry)) {
    throw new MigrationRefused('ProgramMissing', `the config is not owned by ${deployment.registry}`);
  }
  const config = decodeConfig(account.data);
  const [stored, own] = [config.genesisHash, chain.genesisHash].map((hash) => Buffer.from(hash));
  if (!stored?.equals(own as Buffer)) {
    const made = new PublicKey(config.genesisHash).toBase58();
    throw new MigrationRefused('GenesisHashMismatch', `the config was made for the cluster ${made}`);
  }
  return config;
}

/** As readConfig. @throws MigrationRefused `ConfigMissing` too */
export async function requireConfig(cluster: Pick<Cluster, 'chain'>): Promise<ConfigAccount> {
  const config = await readConfig(cluster);
  if (config !== null) return config;
  throw new MigrationRefused('ConfigMissing', 'this deployment has no config yet; run `config` first');
}

/**
 * Simulates, and unless it is a dry run sends.
 * @returns whether it was sent
 * @throws ProgramError, TransactionFailed where the programs refuse it: nothing was sent
 */
export async function carryOut(cluster: Cluster, instructions: TransactionInstruction[]): Promise<boolean> {
  const { chain, signer, dryRun, tell } = cluster;
  if (dryRun) {
    const { blockhash } = await chain.connection.getLatestBlockhash('confirmed');
    const transaction = await buildTransaction(instructions, { payer: signer }, blockhash);
    const { value } = await chain.connection.simulateTransaction(transaction, { commitment: 'confirmed' });
    if (value.err !== null) throw transactionFailed(value.err, value.logs ?? []);
    tell(`dry run: the programs would take it, ${value.unitsConsumed ?? 0} compute units; nothing was sent`);
    return false;
  }
  const { signature } = await chain.send(instructions, {
    payer: signer,
    onStatus: (status, at) => tell(at === undefined ? status : `${status} ${at}`),
  });
  tell(`done: ${signature}`);
  return true;
}
