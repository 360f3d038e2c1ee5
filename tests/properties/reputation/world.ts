import { readTreePool, type TransactionOutcome, UNCAPPED } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { agentOn, escrowOn } from '../../fixtures/escrow';
import type { RegistryFixture } from '../../fixtures/registry';
import { TEST_WINDOWS } from '../../fixtures/registry';
import { receiptRegistry } from '../../reputation/support';
import { Model, type RatedSource } from './model';

export const AGENTS = 2;
export const PAYERS = 3;

/** A chain with two agents, three payers of each, and a model of what was rated. */
export interface World {
  registry: RegistryFixture;
  agents: RegistryFixture[];
  model: Model;
  /** What each step left changed on chain besides what it should; a planted bug. */
  plant: Plant;
  trees: PublicKey[];
  outcomes: TransactionOutcome[];
}

/** Changes the chain after a rating, as a bug in the program would. */
export type Plant = (world: World, source: RatedSource) => Promise<void>;

export async function startWorld(plant: Plant): Promise<World> {
  // no holdback: what settles is payable at once
  const windows = { ...TEST_WINDOWS, lease: 10_000_000n, holdbackMin: 0n };
  const registry = await receiptRegistry({ settings: { windows }, holdback: 0n });
  const model = new Model();
  const agents: RegistryFixture[] = [];
  for (let agent = 0; agent < AGENTS; agent += 1) {
    const on = await agentOn(registry, { holdback: 0n });
    agents.push(on);
    model.agents.push({ agent: on.agent, epoch: 1, version: 1, scored: 1 });
    for (let payer = 0; payer < PAYERS; payer += 1) {
      const paid = await escrowOn(on, { mandate: { dailyCap: UNCAPPED, totalCap: UNCAPPED } });
      const fresh = { calls: 0, paid: 0n, refunded: 0n, ratedPaid: 0n, ratedRefunded: 0n };
      model.channels.push({ kind: 'Channel', on: paid, agent, payer, epoch: 1, version: 1, ...fresh });
    }
  }
  return { registry, agents, model, plant, trees: [], outcomes: [] };
}

/** The Merkle tree of the agent's shard; null where there is none. */
export async function treesInUse({ registry }: World): Promise<PublicKey[]> {
  return (await readTreePool(registry.chain, registry.deployment))?.trees ?? [];
}
