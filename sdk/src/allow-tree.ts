import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { sha256 } from '#crypto';
import { escrowIdl } from './generated/escrow.js';
import { idlBytes } from './idl.js';
import { concatBytes } from './voucher/bytes.js';

const DOMAIN = idlBytes(escrowIdl, 'ALLOW_DOMAIN');
const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)];
/** Most agents of a tree: a proof has at most 20 hashes. 17 of them fit a transaction without lookup table. */
const MOST_AGENTS = 2 ** 20;

/** The agent is not in the tree: no proof leads from it to the root. */
export class AgentNotInTree extends Error {
  override readonly name = 'AgentNotInTree';
}

/**
 * An allow-list of any length as a Merkle tree. A mandate stores its root, and who opens a channel proves that the
 * agent is in it; so keep the list. It is a set: neither order nor repetition of the agents changes the root.
 * @example
 * const tree = new AllowTree(agents);
 * await mandateOpen(deployment, { ...limits, allowRoot: tree.root });
 * await channelOpen(deployment, { ...channel, agent, allowProof: tree.proof(agent) });
 */
export class AllowTree {
  /** 32 bytes; never to be written to */
  readonly root: Uint8Array;
  /** From the leaves up to the root alone. */
  readonly #levels: readonly (readonly Uint8Array[])[];
  readonly #places: ReadonlyMap<string, number>;

  /** @throws TypeError for no agents, more than a million, or the zero address */
  constructor(agents: Iterable<PublicKey>) {
    const names = [...new Set(Array.from(agents, (agent) => agent.toBase58()))];
    if (names.length === 0) throw new TypeError('an allow-list without agents allows nobody: leave it out');
    if (names.length > MOST_AGENTS) throw new TypeError(`an allow-list holds at most ${MOST_AGENTS} agents`);
    if (names.includes(PublicKey.default.toBase58())) throw new TypeError('the zero address is no agent');
    const leaves = names
      .map((name) => ({ name, hash: leafOf(new PublicKey(name)) }))
      .sort((a, b) => Buffer.compare(a.hash, b.hash));
    this.#places = new Map(leaves.map(({ name }, place) => [name, place]));
    const levels = [leaves.map(({ hash }) => hash)];
    for (let below = levels[0] ?? []; below.length > 1; ) {
      const above: Uint8Array[] = [];
      for (let at = 0; at < below.length; at += 2) {
        const [left, right] = [below[at] as Uint8Array, below[at + 1]];
        // without a sibling it moves up as it is
        above.push(right === undefined ? left : nodeOf(left, right));
      }
      levels.push(above);
      below = above;
    }
    this.#levels = levels;
    this.root = levels.at(-1)?.[0] as Uint8Array;
  }

  has(agent: PublicKey): boolean {
    return this.#places.has(agent.toBase58());
  }

  /** The siblings from the agent's leaf up; none for a tree of one. @throws AgentNotInTree */
  proof(agent: PublicKey): Uint8Array[] {
    let place = this.#places.get(agent.toBase58());
    if (place === undefined) throw new AgentNotInTree(`${agent.toBase58()} is not on the allow-list`);
    const siblings: Uint8Array[] = [];
    for (const level of this.#levels) {
      const sibling = level[place ^ 1];
      if (sibling !== undefined) siblings.push(sibling);
      place >>= 1;
    }
    return siblings;
  }
}

/** Whether `proof` leads from `agent` to `root`, as the escrow program finds it. */
export function isAllowed(root: Uint8Array, agent: PublicKey, proof: readonly Uint8Array[]): boolean {
  const reached = proof.reduce(nodeOf, leafOf(agent));
  return Buffer.compare(reached, root) === 0;
}

function leafOf(agent: PublicKey): Uint8Array {
  return sha256(concatBytes(LEAF, DOMAIN, agent.toBytes()));
}

function nodeOf(a: Uint8Array, b: Uint8Array): Uint8Array {
  const [smaller, larger] = Buffer.compare(a, b) <= 0 ? [a, b] : [b, a];
  return sha256(concatBytes(NODE, DOMAIN, smaller, larger));
}
