import { decodeScore, reputationIdl, scoreAddress, type Tally } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { AccountKind } from '../fold/module.js';
import { discriminatorOf } from './values.js';

function tally(prefix: string, { ratings, weight, weightedStars }: Tally) {
  return {
    [`${prefix}_ratings`]: ratings.toString(),
    [`${prefix}_weight`]: weight.toString(),
    [`${prefix}_stars`]: weightedStars.toString(),
  };
}

export const reputationAccounts: AccountKind[] = [
  {
    name: 'score',
    program: ({ reputation }) => reputation.toBase58(),
    discriminator: discriminatorOf(reputationIdl, 'score'),
    table: 'scores',
    key: 'agent',
    live: 'true',
    derived: {
      key: (data) => decodeScore(data).agent.toBase58(),
      address: (deployment, agent) => scoreAddress(deployment, new PublicKey(agent)).toBase58(),
    },
    columns: (_address, data) => {
      const score = decodeScore(data);
      return {
        agent: score.agent.toBase58(),
        ownership_epoch: score.ownershipEpoch,
        agent_version: score.agentVersion,
        payers: score.payers,
        previous_payers: score.previousPayers,
        ratings: score.ratings.toString(),
        ...tally('current', score.current),
        current_volume: score.current.volume.toString(),
        ...tally('version', score.versionTally),
        ...tally('previous', score.previous),
        disputes_lost: score.disputesLost,
        slashed: score.slashed.toString(),
      };
    },
  },
];
