import { LOCAL_MIN_STAKE, type Localnet, rawWebhook, startLocalnet } from '@agent-labs/localnet';
import {
  agentRegister,
  agentSetStatus,
  channelOpen,
  channelPayout,
  channelSettle,
  createMessageSigner,
  decodeChannel,
  encodeVoucher,
  ensureStake,
  leafHash,
  mandateOpen,
  type ProgramEvents,
  type Receipt,
  type ReceiptFacts,
  rateAgent,
  registerTree,
  type TransactionOutcome,
  treeEventsOf,
  versionPublish,
} from '@agent-labs/sdk';
import { MerkleTree } from '@solana/spl-account-compression';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  createMintToInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import { Keypair, PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { recordsOf } from '../helpers/in-order';

const DAY = 86_400n;
export const URI_BASE = 'https://receipts.example/v1/receipts/';
/** A tree small enough that a test sees its end, and that of its buffer. */
export const SMALL = { depth: 5, buffer: 8, canopy: 2 };

/** A payer with a channel to an agent. */
export interface Customer {
  agent: PublicKey;
  payer: Keypair;
  session: Keypair;
  mandate: PublicKey;
  channel: PublicKey;
}

/** A rating that was made, with all that its receipt is. */
export interface Made {
  outcome: TransactionOutcome;
  rated: ProgramEvents<'reputation'>['agentRated'];
  facts: ReceiptFacts;
  /** its proof is the one from when it was minted */
  receipt: Receipt;
}

/** A local chain on which customers pay and rate; receipts go to a small tree or to that of the seed, by agent. */
export class ReceiptWorld {
  readonly made: Made[] = [];
  /** each tree as spl-account-compression computes it, by address */
  readonly trees = new Map<string, MerkleTree>();
  readonly payoutOwner = Keypair.generate();
  /** of each agent, by its address */
  readonly owners = new Map<string, Keypair>();
  #agents = 0;

  private constructor(
    readonly localnet: Localnet,
    /** the small tree */
    readonly small: PublicKey,
  ) {}

  static async start(): Promise<ReceiptWorld> {
    const localnet = await startLocalnet({ tick: null });
    const { node, deployment, personas } = localnet;
    await node.airdrop(personas.operator.publicKey, 100_000_000_000n);
    const { merkleTree } = await registerTree(node, deployment, {
      admin: personas.operator,
      shard: 1,
      ...SMALL,
      uriBase: URI_BASE,
    });
    const world = new ReceiptWorld(localnet, merkleTree);
    await node.airdrop(world.payoutOwner.publicKey, 1_000_000_000n);
    await world.tokens(world.payoutOwner.publicKey, 0n);
    return world;
  }

  /** Every transaction that names our programs, as a webhook would deliver it, in order. */
  deliveries(): object[] {
    const { registry, escrow, reputation } = this.localnet.deployment;
    return recordsOf(this.localnet.node, [registry, escrow, reputation]).map(rawWebhook);
  }

  stop(): Promise<void> {
    return this.localnet.stop();
  }

  async send(
    instructions: TransactionInstruction[],
    payer: Keypair,
    ...signers: Keypair[]
  ): Promise<TransactionOutcome> {
    const outcome = await this.localnet.node.send(instructions, {
      payer,
      signers,
      computeUnitLimit: 400_000,
    });
    await this.localnet.node.advance({ slots: 1 });
    return outcome;
  }

  async tokens(owner: PublicKey, amount: bigint, of: 'mint' | 'stakeMint' = 'mint'): Promise<void> {
    const { [of]: mint, operator } = this.localnet.personas;
    const at = getAssociatedTokenAddressSync(mint.publicKey, owner);
    await this.send(
      [
        createAssociatedTokenAccountIdempotentInstruction(operator.publicKey, at, owner, mint.publicKey),
        createMintToInstruction(mint.publicKey, at, operator.publicKey, amount),
      ],
      operator,
    );
  }

  /** A listed agent, the receipts of which go to the small tree, or to that of the seed. */
  async agent(where: 'small' | 'seed' = 'small'): Promise<PublicKey> {
    const { deployment, node, personas } = this.localnet;
    const creator = Keypair.generate();
    await node.airdrop(creator.publicKey, 1_000_000_000n);
    // the shard is that of the address, which follows from the handle
    for (;;) {
      this.#agents += 1;
      const { instruction, agent } = await agentRegister(deployment, {
        creator: creator.publicKey,
        handle: `agent-${this.#agents}`,
        agentKey: Keypair.generate().publicKey,
        payoutOwner: this.payoutOwner.publicKey,
        holdback: 0n,
      });
      const shard = agent.toBuffer().readBigUInt64LE() % 2n;
      if ((shard === 1n) !== (where === 'small')) continue;
      const version = await versionPublish(deployment, {
        agent,
        owner: creator.publicKey,
        number: 1,
        semver: '1.0.0',
        manifestHash: new Uint8Array(32).fill(7),
        uri: 'https://agents.example/manifest.json',
        price: 1_000n,
        priceMint: personas.mint.publicKey,
      });
      const active = await agentSetStatus(deployment, { agent, owner: creator.publicKey, status: 'Active' });
      await this.send([instruction, version.instruction, active.instruction], creator);
      await this.tokens(creator.publicKey, LOCAL_MIN_STAKE, 'stakeMint');
      await ensureStake(node, deployment, { owner: creator, agent });
      this.owners.set(agent.toBase58(), creator);
      return agent;
    }
  }

  async customer(agent: PublicKey): Promise<Customer> {
    const { deployment, node, personas } = this.localnet;
    const [payer, session] = [Keypair.generate(), Keypair.generate()];
    await node.airdrop(payer.publicKey, 10_000_000_000n);
    await this.tokens(payer.publicKey, 1_000_000_000n);
    const { instruction: open, mandate } = await mandateOpen(deployment, {
      payer: payer.publicKey,
      mint: personas.mint.publicKey,
      id: 1n,
      sessionKey: session.publicKey,
      perCallMax: 1_000_000n,
      dailyCap: 2n ** 64n - 1n,
      totalCap: 2n ** 64n - 1n,
      expiresAt: (await node.unixTime()) + 400n * DAY,
      deposit: 100_000_000n,
    });
    await this.send([open], payer);
    const { instruction, channel } = await channelOpen(deployment, {
      authority: session.publicKey,
      rentPayer: payer.publicKey,
      mandate,
      agent,
      versionNumber: 1,
      n: 0,
      amount: 100_000_000n,
      expiresAt: (await node.unixTime()) + 6n * DAY,
    });
    await this.send([instruction], payer, session);
    return { agent, payer, session, mandate, channel };
  }

  /** A call is settled and paid out, so that there is something to rate. */
  async pay({ agent, channel, mandate, session }: Customer, amount = 1_000_000n): Promise<void> {
    const { deployment, node, personas } = this.localnet;
    const state = await node.getAccount(channel);
    if (state === null) throw new Error('the channel is gone');
    const { settled, calls, tag } = decodeChannel(state.data);
    const signer = createMessageSigner(session.secretKey);
    const message = encodeVoucher({
      tag: Uint8Array.from(tag),
      cumulative: settled + amount,
      calls: calls + 1,
      expires: Number(await node.unixTime()) + 86_400,
      transcript: new Uint8Array(32).fill(1),
    });
    const { publicKey } = signer;
    await this.send(
      channelSettle(deployment, [{ channel, message, publicKey, signature: signer.sign(message) }]),
      personas.operator,
    );
    const ref = { channel, mandate, agent };
    const mint = personas.mint.publicKey;
    await this.send(
      [await channelPayout(deployment, ref, mint, this.payoutOwner.publicKey)],
      personas.operator,
    );
  }

  /** Pays and rates. */
  async rate(customer: Customer, stars = 5): Promise<Made> {
    const { deployment, node } = this.localnet;
    await this.pay(customer);
    const { payer, channel } = customer;
    const { outcome, rated } = await rateAgent(node, deployment, { payer, channel, stars });
    await node.advance({ slots: 1 });
    const made = { outcome, rated, facts: rated.facts, receipt: this.#receipt(outcome, rated.facts) };
    this.made.push(made);
    return made;
  }

  async rateOften(customer: Customer, times: number): Promise<Made[]> {
    const all: Made[] = [];
    for (let nth = 0; nth < times; nth += 1) all.push(await this.rate(customer, 1 + (nth % 5)));
    return all;
  }

  /** What was minted in a transaction, with the proof as spl-account-compression computes it. */
  #receipt({ innerInstructions }: TransactionOutcome, facts: ReceiptFacts): Receipt {
    const [event] = treeEventsOf(innerInstructions);
    const mint = event?.mint;
    if (!mint) throw new Error('no receipt was minted');
    const { tree, asset, metadata, ...leaf } = mint;
    const depth = event.change.path.length - 1;
    const known = this.trees.get(tree.toBase58()) ?? MerkleTree.sparseMerkleTreeFromLeaves([], depth);
    this.trees.set(tree.toBase58(), known);
    known.updateLeaf(Number(leaf.nonce), Buffer.from(leafHash(asset, leaf)));
    const { owner, delegate, nonce, dataHash, creatorHash, hash } = leaf;
    return {
      facts,
      metadata,
      tree,
      asset,
      leaf: { owner, delegate, nonce, dataHash, creatorHash },
      leafHash: hash,
      proof: this.proof(tree, Number(nonce)),
    };
  }

  /** A proof in the tree as it is now. */
  proof(tree: PublicKey, index: number): Uint8Array[] {
    const known = this.trees.get(tree.toBase58());
    if (known === undefined) throw new Error('nothing was minted in that tree');
    return known.getProof(index).proof.map((node) => Uint8Array.from(node));
  }

  /** The root of a tree as it is now. */
  root(tree: PublicKey): Uint8Array {
    return Uint8Array.from(this.trees.get(tree.toBase58())?.root ?? []);
  }
}

export const base58 = (bytes: Uint8Array) => new PublicKey(bytes).toBase58();
