import type { PublicKey } from '@solana/web3.js';
import { type EnsuredStake, ensureStake, type StakeWish } from '../actions/ensure-stake.js';
import { type RatedAgent, rateAgent } from '../actions/rate-agent.js';
import type { RatedSubject } from '../actions/rating-right.js';
import { type RegisterAgentParams, type RegisteredAgent, registerAgent } from '../actions/register-agent.js';
import { type AgentReputation, readReputation } from '../actions/reputation.js';
import type { Deployment } from '../deployment.js';
import { RpcChain, type RpcChainOptions } from '../rpc/rpc-chain.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { PaymentIntegration, type PaymentsOptions } from './payments.js';

export interface AgentLabsOptions extends RpcChainOptions {
  /** JSON-RPC of the cluster */
  rpcUrl: string;
  wallet: TransactionSigner;
}

/**
 * The protocol for one wallet on one cluster.
 * @example
 * const labs = await AgentLabs.connect({ rpcUrl, wallet, genesisHash });
 * await labs.registerAgent({ manifest, uri, agentKey, holdback: 60n });
 */
export class AgentLabs {
  private constructor(
    readonly chain: RpcChain,
    readonly deployment: Deployment,
    readonly wallet: TransactionSigner,
  ) {}

  /** @throws ClusterMismatch; what the connection throws when nobody answers */
  static async connect({ rpcUrl, wallet, ...options }: AgentLabsOptions): Promise<AgentLabs> {
    const chain = await RpcChain.connect(rpcUrl, options);
    return new AgentLabs(chain, chain.deployment, wallet);
  }

  /** Registers, publishes and activates an agent of this wallet; see `registerAgent`. */
  registerAgent(params: Omit<RegisterAgentParams, 'owner'>): Promise<RegisteredAgent> {
    return registerAgent(this.chain, this.deployment, { ...params, owner: this.wallet });
  }

  /** Has an agent of this wallet staked what is asked for; see `ensureStake`. */
  stake(wish: Omit<StakeWish, 'owner'>): Promise<EnsuredStake> {
    return ensureStake(this.chain, this.deployment, { ...wish, owner: this.wallet });
  }

  /** Rates the agent of a channel or a job that this wallet paid; see `rateAgent`. */
  rateAgent(params: RatedSubject & { stars: number }): Promise<RatedAgent> {
    return rateAgent(this.chain, this.deployment, { ...params, payer: this.wallet });
  }

  /** What paying customers said of an agent; see `readReputation`. */
  reputation(agent: PublicKey): Promise<AgentReputation> {
    return readReputation(this.chain, this.deployment, agent);
  }

  /** Payments of this wallet within one budget. */
  payments(options: Omit<PaymentsOptions, 'chain' | 'deployment' | 'wallet'>): PaymentIntegration {
    const { chain, deployment, wallet } = this;
    return new PaymentIntegration({ chain, deployment, wallet, ...options });
  }
}
