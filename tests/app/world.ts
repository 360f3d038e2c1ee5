import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, startApp } from '@agent-labs/app';
import { documentAnalystManifest, type RunningAgent, startAgent } from '@agent-labs/example-document-analyst';
import { type RunningGateway, startGateway } from '@agent-labs/gateway';
import { type RunningIndexer, startIndexer } from '@agent-labs/indexer';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import {
  agentAddress,
  builtDeployment,
  type Deployment,
  ensureStake,
  parseManifest,
  RpcChain,
  registerAgent,
} from '@agent-labs/sdk';
import { freePort } from '@agent-labs/stack';
import { Keypair, type PublicKey } from '@solana/web3.js';

/** Base units a call. */
export const PRICE = 10_000n;
const LOCAL = { allowPrivateEndpoints: true };
const SECRET = 'a secret that only the webhook knows';

/** Suites run beside each other: each looks for ports at a place of its own. */
const somePort = () => freePort(9_000 + Math.floor(Math.random() * 20_000));

function deliverTo(port: number) {
  const { registry, escrow, stake, reputation, consent } = builtDeployment(new Uint8Array(32));
  return {
    url: `http://127.0.0.1:${port}/webhooks/helius`,
    authHeader: SECRET,
    accountAddresses: [registry, escrow, stake, reputation, consent].map((key) => key.toBase58()),
  };
}

/** An agent's software that runs, and the key it signs with; on the chain only once somebody registers it. */
export interface AgentSoftware {
  url: string;
  key: Keypair;
  /** as its owner would have it in a file */
  manifest: object;
  stop(): Promise<void>;
}

export interface WorldOptions {
  /** changes to what `/config.json` tells the page */
  page?: (config: PageConfig) => Partial<PageConfig>;
  /** whether the indexer runs; the page reads the chain alone without it */
  indexer?: boolean;
}

type PageConfig = Parameters<typeof startApp>[0]['config'];

/** A local chain, a gateway, an agent that is listed, and the dashboard over them. */
export class World {
  readonly directory = mkdtempSync(join(tmpdir(), 'agent-labs-app-'));
  readonly #stops: (() => Promise<void>)[] = [];
  localnet!: Localnet;
  chain!: RpcChain;
  deployment!: Deployment;
  gateway!: RunningGateway;
  indexer: RunningIndexer | null = null;
  app!: RunningApp;
  /** the document analyst, of the owner persona */
  agent!: PublicKey;
  agentUrl = '';

  private constructor() {
    process.on('exit', () => rmSync(this.directory, { recursive: true, force: true }));
  }

  static async start(options: WorldOptions = {}): Promise<World> {
    const world = new World();
    try {
      await world.#start(options);
      return world;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  async #start({ page, indexer = false }: WorldOptions): Promise<void> {
    const indexerPort = await somePort();
    this.localnet = await startLocalnet(indexer ? { webhook: deliverTo(indexerPort) } : {});
    this.#stops.push(() => this.localnet.stop());
    const { rpcUrl, personas, info } = this.localnet;
    this.chain = await RpcChain.connect(rpcUrl, { pollEvery: 50 });
    this.deployment = this.chain.deployment;
    const analyst = await this.runSoftware('document-analyst');
    this.agentUrl = analyst.url;
    this.agent = await this.register(analyst, personas.owner);

    if (indexer) await this.startIndexer(indexerPort);
    const appPort = await somePort();
    const appUrl = `http://127.0.0.1:${appPort}`;
    this.gateway = await startGateway({
      chain: this.chain,
      deployment: this.deployment,
      dataDirectory: join(this.directory, 'gateway'),
      port: 0,
      allowPrivateEndpoints: true,
      allowedOrigins: [appUrl],
    });
    this.#stops.push(() => this.gateway.stop());
    const { registry, escrow, stake, reputation, consent } = this.deployment;
    const config: PageConfig = {
      cluster: 'localnet',
      genesisHash: info.genesisHash,
      rpcUrls: [rpcUrl],
      wsUrl: null,
      indexerUrl: this.indexer?.url ?? null,
      gatewayUrl: this.gateway.url,
      programs: {
        registry: registry.toBase58(),
        escrow: escrow.toBase58(),
        stake: stake.toBase58(),
        reputation: reputation.toBase58(),
        consent: consent.toBase58(),
      },
      tokens: {
        [info.mint]: { symbol: 'tUSD', decimals: info.tokenDecimals },
        [info.stakeMint]: { symbol: 'tSTAKE', decimals: info.tokenDecimals },
      },
      stakeMint: info.stakeMint,
    };
    const {
      mint: _mint,
      stakeMint: _stakeMint,
      operator: _operator,
      treasury: _treasury,
      ...people
    } = personas;
    this.app = await startApp({
      config: { ...config, ...page?.(config) },
      port: appPort,
      burners: Object.entries(people).map(([name, { secretKey }]) => ({
        name,
        secretKey: Array.from(secretKey),
      })),
      manifestDirectory: join(this.directory, 'manifests'),
    });
    this.#stops.push(() => this.app.stop());
  }

  /** Runs the indexer on what the chain's webhook delivers, and what it catches up with. */
  async startIndexer(port: number): Promise<void> {
    this.indexer = await startIndexer({
      rpcUrl: this.localnet.rpcUrl,
      deployment: this.deployment,
      webhookSecret: SECRET,
      port,
      allowPrivateEndpoints: true,
      backfillEvery: 2_000,
    });
    const { indexer } = this;
    this.#stops.push(() => indexer.stop());
  }

  /** Runs the document analyst under a handle of its own, paid in the settlement token unless told. */
  async runSoftware(handle: string, mint = this.localnet.info.mint): Promise<AgentSoftware> {
    const key = Keypair.generate();
    const { owner } = this.localnet.personas;
    const owned = agentAddress(this.deployment, owner.publicKey, handle);
    let url = '';
    const running = await this.#startAgent(owned, key, join(this.directory, handle), (at) => {
      url = at;
      return { ...this.#manifest(at, mint), handle };
    });
    return {
      url: running.url,
      key,
      manifest: { ...this.#manifest(url, mint), handle },
      stop: () => running.stop(),
    };
  }

  /** Runs software as the agent at an address, for one that somebody registers by hand. */
  async runAs(agent: PublicKey, software: AgentSoftware): Promise<void> {
    await software.stop();
    const { port } = new URL(software.url);
    const directory = join(this.directory, agent.toBase58());
    await this.#startAgent(agent, software.key, directory, () => software.manifest as never, Number(port));
  }

  async #startAgent(
    agent: PublicKey,
    agentKey: Keypair,
    dataDirectory: string,
    manifest: Parameters<typeof startAgent>[0]['manifest'],
    port = 0,
  ): Promise<RunningAgent> {
    const running = await startAgent({
      chain: this.chain,
      deployment: this.deployment,
      agent,
      agentVersion: 1,
      agentKey,
      feePayer: this.localnet.personas.operator,
      manifest,
      dataDirectory,
      port,
      settleEvery: 1,
      settleWithin: 1,
      onError: (error) => console.warn(`agent: ${error.message}`),
      onSettled: () => undefined,
    } as Parameters<typeof startAgent>[0]);
    this.#stops.push(() => running.stop());
    return running;
  }

  #manifest(url: string, mint: string) {
    return documentAnalystManifest({ url, price: PRICE, mint, allowPrivateEndpoints: true });
  }

  /** Registers software as its owner would, from the manifest that it serves. */
  async register(software: AgentSoftware, owner: Keypair, holdback = 1n): Promise<PublicKey> {
    const uri = `${software.url}/manifest.json`;
    const { agent } = await registerAgent(this.chain, this.deployment, {
      owner,
      manifest: parseManifest(await (await fetch(uri)).text(), LOCAL),
      uri,
      agentKey: software.key.publicKey,
      holdback,
    });
    await ensureStake(this.chain, this.deployment, { owner, agent });
    return agent;
  }

  /** Moves the chain's clock on, seconds. */
  async advance(seconds: number): Promise<void> {
    await this.localnet.node.advance({ seconds });
    this.chain.clockMoved();
  }

  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0).reverse()) await stop();
  }
}
