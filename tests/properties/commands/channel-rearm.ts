import { channelRearm as channelRearmInstruction } from '@agent-labs/sdk';
import fc from 'fast-check';
import { AGENTS, keyOf } from '../addresses';
import { type Agent, allot, allotRefusal, placeOf } from '../model';
import { Command, type Planner } from '../step';
import {
  type Allotment,
  type Attested,
  agentRefusal,
  allotment,
  allotted,
  approvalRefusal,
  attestationOf,
  attested,
  type By,
  barred,
  by,
  type Ends,
  endOf,
  endRefusal,
  sayRefusal,
  signerOf,
} from './allotting';
import {
  ABSENT,
  aboutChannel,
  choose,
  first,
  NO_VERSION,
  otherMandate,
  pickChannel,
  type Swap,
  swap,
  swapError,
  swapped,
  type Target,
  target,
} from './wishes';

interface RearmWish {
  at: Target;
  by: By;
  amount: Allotment;
  ends: Ends;
  agent: 'own' | 'others';
  attestation: Attested;
  swap: Swap | null;
}

const channelRearm: Planner<RearmWish> = async (model, addresses, wish) => {
  const key = pickChannel(
    model,
    wish.at,
    (channel) => channel.status === 'Open' && model.now < channel.expiresAt,
  );
  const { mandate: own, agent: at } = placeOf(key);
  const channel = model.channels.get(key);
  const place = (wish.swap === 'mandate' ? otherMandate(model, own) : undefined) ?? own;
  const mandate = model.mandates[place] ?? null;
  const amount = allotted(wish.amount, channel?.price ?? 1n, mandate, model.now);
  const expiresAt = endOf(wish.ends, model, mandate, channel?.expiresAt);
  const signer = signerOf(wish.by, mandate, place);
  const agentAt = wish.agent === 'own' ? at : (at + 1) % AGENTS.length;
  const agent = model.agents[agentAt] as Agent;
  const ref = {
    channel: addresses.at(`channel${key}`),
    mandate: addresses.at(`mandate${place}`),
    agent: addresses.at(`agent${agentAt}`),
    versionNumber: channel?.agentVersion ?? 1,
    ...attestationOf(wish.attestation, mandate, agent, addresses),
  };
  const instruction = await channelRearmInstruction(
    addresses.deployment,
    ref,
    keyOf(signer).publicKey,
    amount,
    expiresAt,
  );
  const refusal = () => {
    if (mandate === null || channel === undefined) return ABSENT;
    return first(
      (model.versions[agentAt]?.length ?? 0) < channel.agentVersion && NO_VERSION,
      wish.swap === 'config' && swapError('config'),
      place !== own && 'MandateMismatch',
      wish.agent === 'others' && 'AgentMismatch',
      wish.swap !== 'mandate' && swapError(wish.swap),
      barred(model, mandate, wish.by),
      channel.status !== 'Open' && 'NotOpen',
      model.now >= channel.expiresAt && 'ChannelExpired',
      channel.keyEpoch !== mandate.keyEpoch && 'SessionRotated',
      agentRefusal(agent, model.now),
      channel.ownershipEpoch !== agent.ownershipEpoch && 'OwnershipChanged',
      model.versions[at]?.[channel.agentVersion - 1]?.yanked === true && 'VersionYanked',
      sayRefusal(model, mandate, agent, wish.attestation),
      expiresAt < channel.expiresAt && 'ChannelExpiryInvalid',
      endRefusal(expiresAt, model, mandate),
      approvalRefusal(mandate, amount),
      allotRefusal(mandate, amount, model.now),
    );
  };
  return {
    act: { kind: 'channel_rearm', ...aboutChannel(key), amount, signer },
    refusal: refusal(),
    instructions: [swapped(instruction, wish.swap, addresses)],
    signers: [signer],
    apply: () => {
      if (mandate === null || channel === undefined) return;
      allot(mandate, amount, model.now);
      channel.allotted += amount;
      channel.expiresAt = expiresAt;
    },
  };
};

export const channelRearms = fc
  .record<RearmWish>({
    at: target,
    by,
    amount: allotment,
    ends: choose<Ends>([12, 'latest'], [6, 'same'], [1, 'tooLate'], [1, 'sooner']),
    agent: choose([14, 'own'], [1, 'others']),
    attestation: attested,
    swap: swap('event_authority', 'program', 'config', 'mandate'),
  })
  .map((wish) => new Command(channelRearm, wish));
