import {
  agentHeartbeat as agentHeartbeatInstruction,
  agentSetStatus as agentSetStatusInstruction,
  agentTransferAccept as agentTransferAcceptInstruction,
  agentTransferPropose as agentTransferProposeInstruction,
  agentUpdate as agentUpdateInstruction,
  versionPublish as versionPublishInstruction,
  versionYank as versionYankInstruction,
} from '@agent-labs/sdk';
import { PublicKey, type TransactionInstruction } from '@solana/web3.js';
import fc from 'fast-check';
import { AGENT_KEYS, AGENTS, keyOf, OWNERS, PAYEES, VERSIONS_MAX } from '../addresses';
import type { Agent, Model, Wallet } from '../model';
import { Command, type Plan, type Planner } from '../step';
import { VERSION } from '../world';
import { choose, first, NO_VERSION } from './wishes';

interface Wish {
  at: number;
  right: boolean;
}
const wish = { at: fc.nat({ max: AGENTS.length - 1 }), right: choose([12, true], [1, false]) };

const agentOf = (model: Model, at: number): Agent => model.agents[at] as Agent;
/** An agent that needs it, if there is one. */
const inNeed = (model: Model, at: number, needs: (agent: Agent) => boolean): number => {
  const found = model.agents.findIndex(needs);
  return found < 0 ? at : found;
};
const signerOf = (right: boolean, rightful: Wallet): Wallet => (right ? rightful : 'stranger');
const has = (wallet: Wallet) => keyOf(wallet).publicKey;

function plan(
  act: Plan['act'],
  signer: Wallet,
  refusal: string | null,
  { instruction }: { instruction: TransactionInstruction },
  apply: () => void,
): Plan {
  return { act: { ...act, signer }, refusal, instructions: [instruction], signers: [signer], apply };
}

const agentSetStatus: Planner<Wish & { status: 'Active' | 'Suspended' }> = async (
  model,
  addresses,
  drawn,
) => {
  const { right, status } = drawn;
  const at = status === 'Active' ? inNeed(model, drawn.at, (agent) => agent.status !== status) : drawn.at;
  const agent = agentOf(model, at);
  const signer = signerOf(right, agent.owner);
  const changes = { agent: addresses.at(`agent${at}`), owner: has(signer), status };
  const built = await agentSetStatusInstruction(addresses.deployment, changes);
  const refusal = first(!right && 'NotOwner', agent.status === status && 'StatusChangeInvalid');
  const kind = status === 'Active' ? 'agent_resume' : 'agent_suspend';
  return plan({ kind, agent: at }, signer, refusal, built, () => {
    agent.status = status;
    if (status === 'Active') agent.leaseEnds = model.now + model.windows.lease;
  });
};

const agentHeartbeat: Planner<Wish & { byKey: boolean }> = async (model, addresses, drawn) => {
  const { right, byKey } = drawn;
  const at = inNeed(model, drawn.at, ({ leaseEnds }) => model.now >= leaseEnds);
  const agent = agentOf(model, at);
  const signer = signerOf(right, byKey ? agent.agentKey : agent.owner);
  const params = { agent: addresses.at(`agent${at}`), signer: has(signer) };
  const built = await agentHeartbeatInstruction(addresses.deployment, params);
  return plan({ kind: 'agent_heartbeat', agent: at }, signer, right ? null : 'NotAgentOrOwner', built, () => {
    agent.leaseEnds = model.now + model.windows.lease;
  });
};

type UpdateWish = Wish & { payee: Wallet; holdback: bigint };

const agentUpdate: Planner<UpdateWish> = async (model, addresses, { at, right, payee, holdback }) => {
  const agent = agentOf(model, at);
  const signer = signerOf(right, agent.owner);
  const owned = { agent: addresses.at(`agent${at}`), owner: has(signer) };
  const built = await agentUpdateInstruction(addresses.deployment, {
    ...owned,
    payoutOwner: has(payee),
    holdback,
  });
  const { holdbackMin, holdbackMax } = model.windows;
  const outside = holdback < holdbackMin || holdback > holdbackMax;
  const refusal = first(!right && 'NotOwner', outside && 'HoldbackOutOfRange');
  return plan({ kind: 'agent_update', agent: at }, signer, refusal, built, () => {
    agent.payoutOwner = payee;
    agent.holdback = holdback;
  });
};

type PublishWish = Wish & { price: bigint; mint: string };

const versionPublish: Planner<PublishWish> = async (model, addresses, { at, right, price, mint }) => {
  const agent = agentOf(model, at);
  const signer = signerOf(right, agent.owner);
  const number = agent.latestVersion + 1;
  const full = number > VERSIONS_MAX;
  const asked = full ? 0n : price;
  const built = await versionPublishInstruction(addresses.deployment, {
    agent: addresses.at(`agent${at}`),
    owner: has(signer),
    number,
    ...VERSION,
    price: asked,
    priceMint: addresses.at(mint),
  });
  const refusal = first(
    mint === 'config' && 'PriceMintInvalid',
    !right && 'NotOwner',
    (model.pauseBits & REGISTER) !== 0 && 'Paused',
    asked === 0n && 'PriceZero',
  );
  const act = { kind: 'version_publish', agent: at, amount: BigInt(number) };
  return plan(act, signer, refusal, built, () => {
    agent.latestVersion = number;
    model.versions[at]?.push({ price, mint, yanked: false });
  });
};

const REGISTER = 1 << 0;

const versionYank: Planner<Wish & { back: number }> = async (model, addresses, { at, right, back }) => {
  const agent = agentOf(model, at);
  const signer = signerOf(right, agent.owner);
  const number = Math.max(1, agent.latestVersion - back);
  const asked = back < 0 ? agent.latestVersion + 1 : number;
  const owned = { agent: addresses.at(`agent${at}`), owner: has(signer) };
  const built = await versionYankInstruction(addresses.deployment, { ...owned, number: asked });
  const version = model.versions[at]?.[asked - 1];
  const refusal = first(
    version === undefined && NO_VERSION,
    version?.yanked === true && 'AlreadyYanked',
    !right && 'NotOwner',
  );
  const act = { kind: 'version_yank', agent: at, amount: BigInt(asked) };
  return plan(act, signer, refusal, built, () => {
    if (version !== undefined) version.yanked = true;
  });
};

const agentTransferPropose: Planner<Wish & { to: Wallet }> = async (model, addresses, { at, right, to }) => {
  const agent = agentOf(model, at);
  const signer = signerOf(right, agent.owner);
  const newOwner = to === '' ? PublicKey.default : has(to);
  const owned = { agent: addresses.at(`agent${at}`), owner: has(signer) };
  const built = await agentTransferProposeInstruction(addresses.deployment, { ...owned, newOwner });
  const refusal = first(
    !right && 'NotOwner',
    to === agent.owner && 'TransferToOwner',
    to === '' && agent.pendingOwner === '' && 'TransferNotPending',
  );
  return plan({ kind: 'agent_transfer_propose', agent: at }, signer, refusal, built, () => {
    agent.pendingOwner = to;
  });
};

type AcceptWish = Wish & { key: Wallet; payee: Wallet };

const agentTransferAccept: Planner<AcceptWish> = async (model, addresses, drawn) => {
  const at = inNeed(model, drawn.at, ({ pendingOwner }) => pendingOwner !== '');
  const agent = agentOf(model, at);
  const right = drawn.right && agent.pendingOwner !== '';
  const signer = right ? agent.pendingOwner : 'stranger';
  const built = await agentTransferAcceptInstruction(addresses.deployment, {
    agent: addresses.at(`agent${at}`),
    pendingOwner: has(signer),
    agentKey: has(drawn.key),
    payoutOwner: has(drawn.payee),
  });
  const refusal = first(!right && 'NotPendingOwner', drawn.key === agent.agentKey && 'AgentKeyNotFresh');
  return plan({ kind: 'agent_transfer_accept', agent: at }, signer, refusal, built, () => {
    agent.owner = signer;
    agent.pendingOwner = '';
    agent.ownershipEpoch += 1;
    agent.agentKey = drawn.key;
    agent.payoutOwner = drawn.payee;
  });
};

const payee = fc.constantFrom(...PAYEES);
export const agentStatuses = fc
  .record({ ...wish, status: choose([3, 'Active' as const], [2, 'Suspended' as const]) })
  .map((drawn) => new Command(agentSetStatus, drawn));
export const agentHeartbeats = fc
  .record({ ...wish, byKey: fc.boolean() })
  .map((drawn) => new Command(agentHeartbeat, drawn));
export const agentUpdates = fc
  .record<UpdateWish>({ ...wish, payee, holdback: fc.constantFrom(10n, 60n, 200n, 9n, 201n) })
  .map((drawn) => new Command(agentUpdate, drawn));
export const versionPublishes = fc
  .record<PublishWish>({
    ...wish,
    price: choose([1, 0n], [3, 1n], [6, 1_000n], [4, 7_777n], [2, 20_000n]),
    mint: choose([12, 'mint'], [1, 'foreignMint'], [1, 'config']),
  })
  .map((drawn) => new Command(versionPublish, drawn));
export const versionYanks = fc
  .record({ ...wish, back: choose([1, 0], [4, 1], [3, 2], [1, -1]) })
  .map((drawn) => new Command(versionYank, drawn));
export const agentTransferProposes = fc
  .record({ ...wish, to: fc.constantFrom(...OWNERS, '') })
  .map((drawn) => new Command(agentTransferPropose, drawn));
export const agentTransferAccepts = fc
  .record<AcceptWish>({ ...wish, key: fc.constantFrom(...AGENT_KEYS), payee })
  .map((drawn) => new Command(agentTransferAccept, drawn));
