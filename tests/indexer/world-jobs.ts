import { randomBytes } from 'node:crypto';
import {
  claimantBond,
  configAddress,
  type Deployment,
  decodeConfig,
  decodeJob,
  decodeStakeVault,
  disputeOpen,
  type JobAccount,
  jobAccept,
  jobCancel,
  jobDeliver,
  jobExpire,
  jobFinish,
  jobOpen,
  jobPayout,
  jobRef,
  jobRefund,
  jobReject,
  jobRelease,
  jobSplit,
  stakeVaultAddress,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { NothingToDo, type World } from './world';
import type { Case } from './world-disputes';

const HOUR = 3_600n;
export const ACCEPT_WITHIN = 2n * HOUR;
export const DELIVER_WITHIN = 24n * HOUR;
export const REVIEW = 4n * HOUR;

/** A job of a case. */
export interface Task {
  of: Case;
  job: PublicKey;
  terms: Uint8Array;
}

/** Jobs of a world, and what happens to them. */
export class Tasks {
  readonly #world: World;
  #ids = 0n;

  constructor(world: World) {
    this.#world = world;
  }

  get #deployment(): Deployment {
    return this.#world.localnet.deployment;
  }

  #read({ job }: Task): JobAccount {
    const state = this.#world.localnet.node.read(job);
    if (state === null) throw new NothingToDo();
    return decodeJob(state.data);
  }

  #ref(task: Task) {
    return jobRef(task.job, this.#read(task));
  }

  async #send(instruction: Promise<TransactionInstruction>, payer: Keypair, ...signers: Keypair[]) {
    await this.#world.send([await instruction], payer, signers);
  }

  async open(of: Case, amount: bigint, wish?: bigint): Promise<Task> {
    this.#ids += 1n;
    const id = wish ?? this.#ids;
    const now = await this.#world.localnet.node.unixTime();
    const terms = randomBytes(32);
    const { instruction, job } = await jobOpen(this.#deployment, {
      authority: of.session.publicKey,
      rentPayer: of.payer.publicKey,
      mandate: of.mandate,
      agent: of.listed.agent,
      versionNumber: of.listed.versions,
      id,
      amount,
      termsHash: terms,
      acceptBy: now + ACCEPT_WITHIN,
      deliverBy: now + DELIVER_WITHIN,
      reviewWindow: REVIEW,
    });
    await this.#world.send([instruction], of.payer, [of.session]);
    // a job is not finished in the slot it opened in
    await this.#world.localnet.node.advance({ slots: 1 });
    return { of, job, terms };
  }

  async accepted(of: Case, amount: bigint): Promise<Task> {
    const task = await this.open(of, amount);
    const { owner } = of.listed;
    await this.#send(jobAccept(this.#deployment, this.#ref(task), owner.publicKey, task.terms), owner);
    return task;
  }

  async delivered(of: Case, amount: bigint): Promise<Task> {
    const task = await this.accepted(of, amount);
    const { agentKey, payer } = of;
    const delivering = jobDeliver(this.#deployment, this.#ref(task), agentKey.publicKey, randomBytes(32));
    await this.#send(delivering, payer, agentKey);
    return task;
  }

  async reject(task: Task): Promise<void> {
    const { owner } = task.of.listed;
    await this.#send(jobReject(this.#deployment, this.#ref(task), owner.publicKey), owner);
  }

  async cancel(task: Task): Promise<void> {
    const { payer } = task.of;
    await this.#send(jobCancel(this.#deployment, this.#ref(task), payer.publicKey), payer);
  }

  async expire(task: Task): Promise<void> {
    await this.#send(jobExpire(this.#deployment, this.#ref(task)), task.of.payer);
  }

  async release(task: Task, by = task.of.payer): Promise<void> {
    await this.#send(jobRelease(this.#deployment, this.#ref(task), by.publicKey), by);
  }

  async split(task: Task, toAgent: bigint): Promise<void> {
    const { payer, payoutOwner } = task.of;
    const keys = [payer.publicKey, payoutOwner.publicKey] as const;
    await this.#send(jobSplit(this.#deployment, this.#ref(task), ...keys, toAgent), payer, payoutOwner);
  }

  async refund(task: Task, amount: bigint): Promise<void> {
    const { payoutOwner } = task.of;
    await this.#send(
      jobRefund(this.#deployment, this.#ref(task), payoutOwner.publicKey, amount),
      payoutOwner,
    );
  }

  async payOut(task: Task): Promise<void> {
    const { mint, payer, payoutOwner } = task.of;
    await this.#send(jobPayout(this.#deployment, this.#ref(task), mint, payoutOwner.publicKey), payer);
  }

  async finish(task: Task): Promise<void> {
    const { publicKey } = task.of.payer;
    await this.#send(jobFinish(this.#deployment, this.#ref(task), publicKey, publicKey), task.of.payer);
  }

  /** @returns what the disputants can go on with */
  async dispute(task: Task, claim: bigint): Promise<{ of: Case; dispute: PublicKey }> {
    const { of, job } = task;
    const { node } = this.#world.localnet;
    const config = node.read(configAddress(this.#deployment));
    const vault = node.read(stakeVaultAddress(this.#deployment, of.listed.agent));
    if (config === null || vault === null) throw new NothingToDo();
    const { lastDispute, nextDispute } = decodeStakeVault(vault.data);
    const { stakeMint } = this.#world.disputants;
    const { instruction, dispute } = await disputeOpen(this.#deployment, {
      ...{ claimant: of.payer.publicKey, agent: of.listed.agent, stakeMint, mandate: of.mandate },
      ...{ subject: job, kind: 'Job', nonce: nextDispute, claim, evidenceHash: randomBytes(32) },
      lastDispute: lastDispute.equals(PublicKey.default) ? null : lastDispute,
      bond: claimantBond(decodeConfig(config.data), claim, of.mint.equals(stakeMint)),
    });
    await this.#world.send([instruction], of.payer);
    return { of, dispute };
  }
}
