import { channelOpen as channelOpenInstruction, versionAddress } from '@agent-labs/sdk';
import fc from 'fast-check';
import { withAccount } from '../../helpers/refused';
import { type Addresses, AGENTS, keyOf } from '../addresses';
import {
  type Agent,
  allot,
  allotRefusal,
  CHANNELS_EACH,
  type Channel,
  type ChannelKey,
  channelKey,
  deadReason,
  least,
  type Mandate,
  type Model,
  most,
  PLACES,
  placeOf,
  type Version,
} from '../model';
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
  anyKey,
  choose,
  first,
  NO_VERSION,
  type Swap,
  swap,
  swapError,
  swapped,
  type Target,
  target,
} from './wishes';

/** That an agent is in the mandate's tree. */
type Proof = 'right' | 'missing' | 'others' | 'needless';

/** Of another agent of the tree, where the agent itself is not in it. */
function proofOf(wish: Proof, mandate: Mandate | null, at: number, addresses: Addresses) {
  if (wish === 'missing' || (mandate?.tree !== true && wish !== 'needless')) return undefined;
  const [own, other] = [addresses.at(`agent${at}`), addresses.at(`agent${at === 0 ? 1 : 0}`)];
  return addresses.tree.proof(wish === 'others' || at > 1 ? other : own);
}

function proofRefusal(wish: Proof, { tree, allow }: Mandate, at: number): string | null {
  if (!tree) {
    const listed = allow === '' || allow.split(',').includes(String(at));
    return first(wish === 'needless' && 'AllowProofUnexpected', !listed && 'AgentNotAllowed');
  }
  if (wish === 'missing') return 'AllowProofMissing';
  return wish === 'others' || at > 1 ? 'AllowProofInvalid' : null;
}

interface OpenWish {
  at: Target;
  by: By;
  sponsored: boolean;
  version: 'latest' | 'former' | 'none' | 'others';
  amount: Allotment;
  ends: Ends;
  proof: Proof;
  attestation: Attested;
  swap: Swap | null;
}

/** A place without a channel where one could open; any place sometimes. */
function vacancy(model: Model, wish: Target): ChannelKey {
  const vacant: ChannelKey[] = [];
  for (const [place, mandate] of model.mandates.entries()) {
    if (mandate === null || deadReason(mandate, model.now) !== null) continue;
    for (const [agent, { price, mint, yanked }] of latestVersions(model).entries()) {
      const right = price <= mandate.perCallMax && mint === 'mint' && !yanked;
      const refusal = allotRefusal(mandate, price, model.now);
      if (refusal === 'InsufficientFree' || (refusal !== null && wish.at % 4 > 0)) continue;
      const listed = mandate.allow === '' || mandate.allow.split(',').includes(String(agent));
      const allowed = listed && (!mandate.tree || agent < 2);
      const live = agentRefusal(model.agents[agent] as Agent, model.now) === null;
      if (!right || !allowed || !live) continue;
      const keys = Array.from({ length: CHANNELS_EACH }, (_, n) => channelKey(place, agent, n));
      vacant.push(...keys.filter((key) => !model.channels.has(key)));
    }
  }
  return (wish.fit ? vacant[wish.at % Math.max(1, vacant.length)] : undefined) ?? anyKey(wish.at);
}

function latestVersions(model: Model): Version[] {
  return model.versions.map((versions) => versions.at(-1) as Version);
}

export const channelOpen: Planner<OpenWish> = async (model, addresses, wish) => {
  const key = vacancy(model, wish.at);
  const { mandate: place, agent: at, n } = placeOf(key);
  const [mandate, agent] = [model.mandates[place] ?? null, model.agents[at] as Agent];
  const others = (at + 1) % AGENTS.length;
  const numbers = {
    latest: agent.latestVersion,
    former: Math.max(1, agent.latestVersion - 1),
    none: 99,
    others: 1,
  };
  const number = numbers[wish.version];
  const version = model.versions[at]?.[number - 1] ?? (latestVersions(model)[at] as Version);
  const amount = allotted(wish.amount, version.price, mandate, model.now);
  const expiresAt = endOf(wish.ends, model, mandate);
  const signer = signerOf(wish.by, mandate, place);
  const allowProof = proofOf(wish.proof, mandate, at, addresses);
  const rentPayer = wish.sponsored ? 'sponsor' : (PLACES[place]?.payer ?? 'payerA');
  const { instruction } = await channelOpenInstruction(addresses.deployment, {
    authority: keyOf(signer).publicKey,
    rentPayer: keyOf(rentPayer).publicKey,
    mandate: addresses.at(`mandate${place}`),
    agent: addresses.at(`agent${at}`),
    versionNumber: number,
    n,
    amount,
    expiresAt,
    ...(allowProof && { allowProof }),
    ...attestationOf(wish.attestation, mandate, agent, addresses),
  });
  const pubkey = versionAddress(addresses.deployment, addresses.at(`agent${others}`), 1);
  const sent = wish.version === 'others' ? withAccount(instruction, 'version', { pubkey }) : instruction;
  const refusal = () => {
    if (mandate === null) return ABSENT;
    return first(
      wish.version === 'none' && NO_VERSION,
      model.channels.has(key) && 'system:0',
      wish.swap === 'config' && swapError('config'),
      wish.version === 'others' && 'VersionMismatch',
      swapError(wish.swap),
      barred(model, mandate, wish.by),
      agentRefusal(agent, model.now),
      number !== agent.latestVersion && 'VersionNotLatest',
      version.yanked && 'VersionYanked',
      version.mint !== 'mint' && 'MintMismatch',
      version.price > mandate.perCallMax && 'PriceAboveMaximum',
      proofRefusal(wish.proof, mandate, at),
      sayRefusal(model, mandate, agent, wish.attestation),
      amount < version.price && 'AllotmentBelowPrice',
      endRefusal(expiresAt, model, mandate),
      approvalRefusal(mandate, amount),
      allotRefusal(mandate, amount, model.now),
    );
  };
  return {
    act: { kind: 'channel_open', ...aboutChannel(key), amount, signer },
    refusal: refusal(),
    instructions: [swapped(sent, wish.swap, addresses)],
    signers: [...new Set([signer, rentPayer])],
    apply: () => {
      if (mandate === null) return;
      allot(mandate, amount, model.now);
      mandate.channels += 1;
      const tag = addresses.tag(key, model.slot);
      const channel = opened(model, mandate, agent, version);
      const terms = { n, tag, rentPayer, mandate: `mandate${place}`, agent: `agent${at}` };
      model.channels.set(key, { ...channel, ...terms, allotted: amount, expiresAt });
    },
  };
};

type Terms = 'n' | 'tag' | 'rentPayer' | 'mandate' | 'agent' | 'allotted' | 'expiresAt';

/** What a channel that opens now copies from its mandate, its agent and the config. */
function opened(model: Model, mandate: Mandate, agent: Agent, version: Version): Omit<Channel, Terms> {
  const { now, windows } = model;
  return {
    status: 'Open',
    generation: model.slot,
    session: mandate.session,
    agentKey: agent.agentKey,
    payoutOwner: agent.payoutOwner,
    agentVersion: agent.latestVersion,
    ownershipEpoch: agent.ownershipEpoch,
    keyEpoch: mandate.keyEpoch,
    price: version.price,
    perCallMax: mandate.perCallMax,
    feeBps: model.feeBps,
    holdback: most(windows.holdbackMin, least(agent.holdback, windows.holdbackMax)),
    closeGrace: windows.closeGrace,
    holdLapse: windows.holdLapse,
    claimWindow: windows.claim,
    ratingWindow: windows.rating,
    openedAt: now,
    closingEndsAt: 0n,
    lastSettleAt: now,
    lastPayoutAt: now,
    calls: 0,
    settled: 0n,
    returned: 0n,
    paidGross: 0n,
    refunded: 0n,
    claimed: 0n,
    held: 0n,
    heldUntil: 0n,
    openDisputes: 0,
    matured: 0n,
    pending: 0n,
    pendingSince: now,
  };
}

const ends = choose<Ends>([16, 'latest'], [4, 'soon'], [1, 'tooLate'], [1, 'now']);
export const channelOpens = fc
  .record<OpenWish>({
    at: target,
    by,
    sponsored: fc.boolean(),
    version: choose([20, 'latest'], [2, 'former'], [1, 'none'], [1, 'others']),
    amount: allotment,
    ends,
    // all but the last matter under a tree alone
    proof: choose([10, 'right'], [3, 'missing'], [3, 'others'], [1, 'needless']),
    attestation: attested,
    swap: swap('event_authority', 'program', 'config'),
  })
  .map((wish) => new Command(channelOpen, wish));
