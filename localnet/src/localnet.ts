import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { builtDeployment, configAddress, type Deployment, treePoolAddress } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { LocalNode, TICK } from './node/node.js';
import { personasFile } from './personas-file.js';
import { loadProgramBinaries, loadThirdPartyPrograms, type ProgramBinary } from './programs.js';
import { accountMethods } from './rpc/methods/accounts.js';
import { chainMethods } from './rpc/methods/chain.js';
import { faucetMethods } from './rpc/methods/faucet.js';
import { type LocalnetInfo, localMethods } from './rpc/methods/local.js';
import { onceOnDisk } from './rpc/methods/method.js';
import { tokenMethods } from './rpc/methods/tokens.js';
import { transactionMethods } from './rpc/methods/transactions.js';
import { serveRpc } from './rpc/server.js';
import { generatePersonas, LOCAL_MIN_STAKE, type Personas, seed, seedTree, TOKEN_DECIMALS } from './seed.js';
import { Webhook, type WebhookOptions } from './webhooks.js';

/** Base units of the settlement token that the payer starts with: a thousand. */
const PURSE = 1_000_000_000n;
/** Base units of the stake token that the owner starts with: enough for fifty agents. */
const STAKES = 50n * LOCAL_MIN_STAKE;

export interface LocalnetOptions {
  /** Where the chain is kept between runs; kept in memory without it. */
  directory?: string | undefined;
  /** Of HTTP; the WebSocket takes the next one. 0, the default, takes any. */
  port?: number;
  /** Milliseconds of a slot, 400 by default; null: the clock only moves when told to. */
  tick?: number | null;
  /** Loaded beside the programs of this repository and those they call. */
  programs?: ProgramBinary[];
  /** False leaves it without a config, so that a deployment can be tried on it; true unless given. */
  config?: boolean;
  /** Gets every transaction that names one of its accounts. */
  webhook?: WebhookOptions;
  /** Gets faults of the chain's own. */
  onFault?: (error: unknown) => void;
}

/** A chain that clients take for a cluster. */
export interface Localnet {
  rpcUrl: string;
  wsUrl: string;
  node: LocalNode;
  deployment: Deployment;
  personas: Personas;
  info: LocalnetInfo;
  /** The one given at the start, or by `localnet_setWebhook` since. */
  readonly webhook: Webhook | null;
  stop(): Promise<void>;
}

/**
 * Starts the chain behind JSON-RPC: programs loaded, and where it is new, people funded and config made.
 * @throws StoreLocked when another process runs on the directory; JournalCorrupt, JournalFormatUnknown:
 *   removing the directory starts a new chain; Error when the port is taken
 */
export async function startLocalnet(options: LocalnetOptions = {}): Promise<Localnet> {
  const directory = options.directory === undefined ? null : resolve(options.directory);
  if (directory !== null) mkdirSync(directory, { recursive: true, mode: 0o700 });
  const keysFile = directory && join(directory, 'keys.json');
  const personas = keysFile === null ? generatePersonas() : personasFile(keysFile);
  const { operator, mint, stakeMint } = personas;
  const node = await LocalNode.open({
    programs: [...loadProgramBinaries(), ...loadThirdPartyPrograms(), ...(options.programs ?? [])],
    upgradeAuthority: operator.publicKey,
    directory,
    tick: options.tick === undefined ? TICK : options.tick,
  });
  const onFault = options.onFault ?? ((error: unknown) => process.emitWarning(error as Error));
  try {
    const deployment = builtDeployment(node.genesisHash);
    // a start that died while it seeded is taken up by nobody: but for the tree, the config is the last thing made
    if (node.read(configAddress(deployment)) === null) {
      const { config = true } = options;
      const begun = node.read(mint.publicKey) !== null;
      if (begun && config) {
        throw new Error(`${directory} holds half a chain: remove it, and a new one is made`);
      }
      const amounts = { purse: PURSE, stakes: STAKES, minStake: LOCAL_MIN_STAKE };
      if (!begun) await seed(node, personas, { ...amounts, config });
    } else if (node.read(treePoolAddress(deployment)) === null) {
      // of an earlier version, or a start that died right before
      await seedTree(node, operator);
    }
    const info: LocalnetInfo = {
      genesisHash: new PublicKey(node.genesisHash).toBase58(),
      registry: deployment.registry.toBase58(),
      escrow: deployment.escrow.toBase58(),
      stake: deployment.stake.toBase58(),
      reputation: deployment.reputation.toBase58(),
      consent: deployment.consent.toBase58(),
      mint: mint.publicKey.toBase58(),
      stakeMint: stakeMint.publicKey.toBase58(),
      tokenDecimals: TOKEN_DECIMALS,
      keysFile,
    };
    let hook = options.webhook ? new Webhook(node, options.webhook) : null;
    const methods = onceOnDisk(node, {
      ...accountMethods(node),
      ...tokenMethods(node),
      ...chainMethods(node),
      ...transactionMethods(node),
      ...faucetMethods(node, () => info, operator),
      ...localMethods(
        node,
        () => info,
        async (wish) => {
          await hook?.stop();
          hook = new Webhook(node, wish);
        },
      ),
    });
    const server = await serveRpc({ node, methods, port: options.port ?? 0, onFault });
    return {
      rpcUrl: server.rpcUrl,
      wsUrl: server.wsUrl,
      node,
      deployment,
      personas,
      info,
      get webhook() {
        return hook;
      },
      stop: async () => {
        await server.close();
        await hook?.stop();
        await node.close();
      },
    };
  } catch (error) {
    await node.close();
    throw error;
  }
}
