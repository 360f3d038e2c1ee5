import { isDeepStrictEqual } from 'node:util';
import { decodePair, decodeScore, pairAddress, scoreAddress } from '@agent-labs/sdk';
import { treeOfRecord } from '../../reputation/support';
import { capped, type ModelAgent } from './model';
import type { World } from './world';

/** One of the design's invariants does not hold. */
export class InvariantViolated extends Error {
  override readonly name = 'InvariantViolated';
  constructor(
    readonly invariant: number | 'tally',
    message: string,
  ) {
    super(`invariant ${invariant}: ${message}`);
  }
}

/** Everything that must hold of rights, scores, pairs and receipts, by the model and by the chain alone. */
export async function checkAll(world: World): Promise<void> {
  await checkRights(world);
  await checkScores(world);
  await checkPairs(world);
  await checkReceipts(world);
}

/** Invariant 10: what ratings used of a channel or job is what it says, and never more than was paid. */
async function checkRights({ model }: World): Promise<void> {
  for (const { on, paid, refunded, ratedPaid, ratedRefunded } of model.channels) {
    const channel = await on.readChannel();
    const where = `channel ${on.channel.toBase58()}`;
    if (channel.paidGross !== paid || channel.refunded !== refunded) {
      throw new InvariantViolated(4, `${where} paid ${channel.paidGross}, not ${paid}`);
    }
    if (channel.ratedPaid !== ratedPaid || channel.ratedRefunded !== ratedRefunded) {
      throw new InvariantViolated(10, `${where} says ${channel.ratedPaid} was rated, not ${ratedPaid}`);
    }
  }
  for (const { on, paid, refunded, ratedPaid, ratedRefunded } of model.jobs) {
    const job = await on.readJob();
    const where = `job ${on.job.toBase58()}`;
    if (job.paidGross !== paid || job.returned !== refunded) {
      throw new InvariantViolated(4, `${where} paid ${job.paidGross}, not ${paid}`);
    }
    if (job.ratedPaid !== ratedPaid || job.ratedReturned !== ratedRefunded) {
      throw new InvariantViolated(10, `${where} says ${job.ratedPaid} was rated, not ${ratedPaid}`);
    }
  }
}

/** A score is the sum of the ratings that count in it. */
async function checkScores({ registry, model }: World): Promise<void> {
  for (const [at, { agent, scored }] of model.agents.entries()) {
    const account = await registry.chain.getAccount(scoreAddress(registry.deployment, agent));
    const ratings = BigInt(model.ratings.filter((rating) => rating.agent === at).length);
    if (account === null) {
      if (ratings > 0n) throw new InvariantViolated('tally', `agent ${at} has ratings and no score`);
      continue;
    }
    const score = decodeScore(account.data);
    const expected = {
      ratings,
      ownershipEpoch: scored,
      current: model.ofEpoch(at, scored),
      previous: model.ofEpoch(at, scored - 1),
      payers: model.payersOf(at, scored),
      previousPayers: model.payersOf(at, scored - 1),
      agentVersion: model.newestVersion(at),
      versionTally: model.ofVersion(at, scored),
    };
    for (const [name, value] of Object.entries(expected)) {
      const stored = score[name as keyof typeof expected];
      if (isDeepStrictEqual(stored, value)) continue;
      throw new InvariantViolated('tally', `agent ${at}: ${name} is ${told(stored)}, not ${told(value)}`);
    }
    const rent = await registry.chain.rentExemption(account.data.length);
    if (account.lamports < rent) throw new InvariantViolated(13, `the score of agent ${at} lacks rent`);
  }
}

/** A pair weighs what its volume says, whatever it was split into. */
async function checkPairs({ registry, model }: World): Promise<void> {
  const seen = new Set<string>();
  for (const { agent, epoch, payer, on } of [...model.channels, ...model.jobs]) {
    const label = `${agent} ${epoch} ${payer}`;
    if (seen.has(label)) continue;
    seen.add(label);
    const { agent: address } = model.agents[agent] as ModelAgent;
    const at = pairAddress(registry.deployment, address, epoch, on.payer.publicKey);
    const account = await registry.chain.getAccount(at);
    const { ratings, volume, weight } = model.tally(
      (each) => each.agent === agent && each.payer === payer && each.epoch === epoch && each.counts,
    );
    const stored = account === null ? { ratings: 0n, volume: 0n, weight: 0n } : decodePair(account.data);
    const same = stored.ratings === ratings && stored.volume === volume && stored.weight === weight;
    if (!same || stored.weight !== capped(stored.volume)) {
      throw new InvariantViolated('tally', `pair ${label} weighs ${stored.weight}, not ${weight}`);
    }
  }
}

/** Each rating has one receipt, minted or waiting. */
async function checkReceipts({ registry, model, trees }: World): Promise<void> {
  let minted = 0;
  for (const tree of trees) minted += Number((await treeOfRecord(registry, tree)).minted);
  if (minted === model.minted && minted + model.pending.length === model.ratings.length) return;
  throw new InvariantViolated(
    10,
    `${minted} receipts in trees and ${model.pending.length} waiting for ${model.ratings.length} ratings`,
  );
}

function told(value: unknown): string {
  return JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? each.toString() : each));
}
