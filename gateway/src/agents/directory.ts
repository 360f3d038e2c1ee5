import {
  type AgentAccount,
  type AgentManifest,
  type AgentVersionAccount,
  agentAddress,
  type Chain,
  type Deployment,
  decodeAgent,
  decodeAgentVersion,
  ManifestInvalid,
  manifestHash,
  parseManifest,
  versionAddress,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { uncharged } from '../refused.js';
import { Cache } from './cache.js';
import { EndpointForbidden, type EndpointHttp, EndpointSilent } from './endpoint-http.js';

/** Milliseconds for which the chain's word on an agent is believed. */
const AGENT_FOR = 2_000;
const LARGEST_MANIFEST = 64 * 1024;
const MANIFEST_TIME = 10_000;

/** One published version, and the manifest that its hash stands for. */
export interface ListedVersion {
  version: AgentVersionAccount;
  manifest: AgentManifest;
}

export interface DirectoryOptions {
  chain: Chain;
  deployment: Deployment;
  http: EndpointHttp;
  /** Takes manifests with private endpoints: for a local chain alone. */
  allowPrivate: boolean;
}

/** Agents as the registry has them. What cannot be derived and checked is not believed. */
export class AgentDirectory {
  readonly #options: DirectoryOptions;
  readonly #agents = new Cache<AgentAccount>(1_000, AGENT_FOR);
  /** versions never change, but for being yanked, which only new channels ask about */
  readonly #versions = new Cache<ListedVersion>(1_000, 3_600_000);

  constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  /** @throws Refused `AgentUnknown` */
  agent(address: PublicKey): Promise<AgentAccount> {
    return this.#agents.get(address.toBase58(), () => this.#readAgent(address));
  }

  /** The version that new channels are opened on. @throws Refused for agents that take no new business */
  async onOffer(address: PublicKey): Promise<ListedVersion & { agent: AgentAccount }> {
    const { chain } = this.#options;
    const agent = await this.agent(address);
    if (agent.status !== 'Active') {
      throw uncharged(409, 'AgentNotActive', `the agent is ${agent.status} and takes no new business`);
    }
    if (agent.leaseExpiresAt <= (await chain.unixTime())) {
      throw uncharged(409, 'AgentStale', 'the agent has not renewed its lease; it takes no new channels');
    }
    const listed = await this.version(address, agent.latestVersion);
    return { ...listed, agent };
  }

  /** @throws Refused `VersionUnknown`, `ManifestUnavailable`, `ManifestMismatch`, `EndpointForbidden` */
  version(agent: PublicKey, number: number): Promise<ListedVersion> {
    const at = versionAddress(this.#options.deployment, agent, number);
    return this.#versions.get(at.toBase58(), () => this.#readVersion(agent, at));
  }

  async #readAgent(address: PublicKey): Promise<AgentAccount> {
    const { chain, deployment } = this.#options;
    const unknown = () => uncharged(404, 'AgentUnknown', `${address.toBase58()} is no registered agent`);
    const state = await chain.getAccount(address);
    if (state === null || !state.owner.equals(deployment.registry)) throw unknown();
    const agent = decoded(() => decodeAgent(state.data));
    if (agent === null || !agentAddress(deployment, agent.creator, agent.handle).equals(address)) {
      throw unknown();
    }
    return agent;
  }

  async #readVersion(agent: PublicKey, at: PublicKey): Promise<ListedVersion> {
    const { chain, deployment } = this.#options;
    const state = await chain.getAccount(at);
    const version = state?.owner.equals(deployment.registry)
      ? decoded(() => decodeAgentVersion(state.data))
      : null;
    if (version === null || !version.agent.equals(agent)) {
      throw uncharged(404, 'VersionUnknown', 'the agent has no such version');
    }
    return { version, manifest: await this.#manifest(version) };
  }

  async #manifest({ uri, manifestHash: expected }: AgentVersionAccount): Promise<AgentManifest> {
    const { http, allowPrivate } = this.#options;
    const url = webAddress(uri, allowPrivate);
    let text: string;
    try {
      const { status, body } = await http.fetch(url, {
        method: 'GET',
        headers: { accept: 'application/json' },
        timeout: MANIFEST_TIME,
        largestAnswer: LARGEST_MANIFEST,
      });
      if (status !== 200) throw new EndpointSilent(`its server answered ${status}`, true);
      text = body.toString('utf8');
    } catch (error) {
      if (error instanceof EndpointForbidden) throw uncharged(403, error.name, error.message);
      if (!(error instanceof EndpointSilent)) throw error;
      throw uncharged(502, 'ManifestUnavailable', `the manifest cannot be read: ${error.message}`);
    }
    try {
      const manifest = parseManifest(text, { allowPrivateEndpoints: allowPrivate });
      if (Buffer.from(manifestHash(manifest)).equals(Buffer.from(expected))) return manifest;
    } catch (error) {
      if (!(error instanceof ManifestInvalid)) throw error;
      throw uncharged(502, 'ManifestInvalid', error.message, { cause: error });
    }
    const message = 'the manifest is not the one whose hash is on the chain; nothing is sent to this agent';
    throw uncharged(502, 'ManifestMismatch', message);
  }
}

function decoded<T>(decode: () => T): T | null {
  try {
    return decode();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function webAddress(uri: string, allowPrivate: boolean): string {
  const { protocol } = URL.canParse(uri) ? new URL(uri) : { protocol: '' };
  if (protocol === 'https:' || (protocol === 'http:' && allowPrivate)) return uri;
  throw uncharged(502, 'ManifestUnavailable', 'the manifest is not at an https address');
}
