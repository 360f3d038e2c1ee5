import {
  appealBond,
  claimantBond,
  type DisputeAccount,
  type DisputePanel,
  decodeDispute,
  positionWorth,
  readAgent,
  readConfig,
  readDelegates,
  readDispute,
  readPosition,
  readStakeVault,
  stakeIdl,
  type TrancheName,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { DisputeRoles, DisputeView, PanelView } from '../data/dispute-views.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { accountsOf } from './program-accounts.js';
import { NoConfig } from './stake.js';

const TRANCHES: TrancheName[] = ['FirstLoss', 'Backers'];

/** null where there is none, or it is over. @throws AccountMismatch */
export async function disputeAt(address: string): Promise<DisputeView | null> {
  const chain = await connectChain();
  const [account, config] = await Promise.all([
    readDispute(chain, deployment(), addressOf(address)),
    readConfig(chain, deployment()),
  ]);
  if (config === null) throw new NoConfig('the protocol is not set up on this cluster');
  return account && disputeView(address, account, config.stakeMint.toBase58());
}

/** Open disputes: all, of an agent, or of a claimant. The latest first. */
export async function openDisputes(by: { agent?: string; claimant?: string } = {}): Promise<DisputeView[]> {
  const chain = await connectChain();
  const fields = Object.fromEntries(Object.entries(by).map(([name, key]) => [name, addressOf(key)]));
  const [found, config] = await Promise.all([
    accountsOf(deployment().stake, stakeIdl, 'Dispute', fields),
    readConfig(chain, deployment()),
  ]);
  const stakeMint = config?.stakeMint.toBase58() ?? '';
  return found
    .map(({ address, data }) => disputeView(address, decodeDispute(data), stakeMint))
    .filter((view) => Object.entries(by).every(([name, key]) => view[name as keyof typeof by] === key))
    .sort((a, b) => b.openedAt - a.openedAt);
}

function panelView({ members, threshold, votes, award }: DisputePanel): PanelView {
  return { members: members.map((member) => member.toBase58()), threshold, votes, award };
}

const hex = (bytes: ArrayLike<number>) => Buffer.from(Array.from(bytes)).toString('hex');
/** Zeros stand for none. */
const hashOrNull = (bytes: ArrayLike<number>) =>
  Array.from(bytes).every((byte) => byte === 0) ? null : hex(bytes);

function disputeView(address: string, account: DisputeAccount, stakeMint: string): DisputeView {
  const [first, second] = account.panels;
  const mint = account.mint.toBase58();
  return {
    address,
    agent: account.agent.toBase58(),
    kind: account.kind,
    subject: account.subject.toBase58(),
    mandate: account.mandate.toBase58(),
    claimant: account.claimant.toBase58(),
    agentKey: account.agentKey.toBase58(),
    payoutOwner: account.payoutOwner.toBase58(),
    sessionKey: account.sessionKey.toBase58(),
    mint,
    stakeMint,
    status: account.status,
    slashes: mint === stakeMint && account.kind === 'Channel',
    claim: account.claim,
    held: account.held,
    perCallMax: account.perCallMax,
    citedCalls: account.citedCalls,
    lastCitedCall: account.lastCitedCall,
    evidenceHash: hex(account.evidenceHash),
    answerer: account.answerer?.toBase58() ?? null,
    answerHash: hashOrNull(account.answerHash),
    ownerHash: hashOrNull(account.ownerHash),
    appellant: account.appellant?.toBase58() ?? null,
    claimantBond: account.claimantBond,
    answerBond: account.answerBond,
    appealBond: account.appealBond,
    arbiterFee: account.arbiterFee,
    feesPaid: account.feesPaid,
    slashCap: account.slashCapDispute,
    penaltyBps: account.penaltyBps,
    openedAt: Number(account.openedAt),
    responseEndsAt: Number(account.responseEndsAt),
    rulingEndsAt: Number(account.rulingEndsAt),
    appealEndsAt: Number(account.appealEndsAt),
    appealedAt: Number(account.appealedAt),
    appealRulingEndsAt: Number(account.appealRulingEndsAt),
    deadline: Number(account.deadline),
    panels: [panelView(first), panelView(second)],
    outcome: null,
  };
}

/** What a wallet is to a dispute about an agent, as the chain has it. */
export async function rolesIn(dispute: DisputeView, wallet: string | null): Promise<DisputeRoles> {
  const nobody = { isOwner: false, isBacker: false, hasPosition: false, isDelegate: false };
  if (wallet === null) return { wallet, isClaimant: false, ...nobody };
  const chain = await connectChain();
  const [agent, key] = [addressOf(dispute.agent), addressOf(wallet)];
  const [registered, vault, delegates, ...positions] = await Promise.all([
    readAgent(chain, deployment(), agent),
    readStakeVault(chain, deployment(), agent),
    readDelegates(chain, deployment(), agent),
    ...TRANCHES.map((tranche) => readPosition(chain, deployment(), agent, key, tranche)),
  ]);
  const worth = positions.map((position) => {
    if (position === null || vault === null) return 0n;
    const { active, cooling } = positionWorth(vault, position);
    return active + cooling;
  });
  return {
    wallet,
    isClaimant: wallet === dispute.claimant,
    isOwner: registered?.owner.toBase58() === wallet,
    isBacker: worth.some((tokens) => tokens > 0n),
    hasPosition: positions.some((position) => position !== null),
    isDelegate: delegates?.entries.some((entry) => entry.key.equals(key)) ?? false,
  };
}

/** The bond that an appeal needs, base units of the stake mint. */
export async function appealBondOf(address: string): Promise<bigint> {
  const account = await readDispute(await connectChain(), deployment(), addressOf(address));
  return account === null ? 0n : appealBond(account);
}

/** What opening a dispute takes, base units of the stake mint, and what one may claim at most. */
export async function openingTerms(
  claim: bigint,
  mint: string,
): Promise<{ bond: bigint; stakeMint: string; cap: bigint; slashes: boolean }> {
  const config = await readConfig(await connectChain(), deployment());
  if (config === null) throw new NoConfig('the protocol is not set up on this cluster');
  const stakeMint = config.stakeMint.toBase58();
  const slashes = stakeMint === mint;
  return { bond: claimantBond(config, claim, slashes), stakeMint, cap: config.slashCapDispute, slashes };
}

/** When a pause of slash executions lapses, Unix seconds; 0 without one. */
export async function executionPauseEndsAt(): Promise<number> {
  const config = await readConfig(await connectChain(), deployment());
  return Number(config?.executionPauseEndsAt ?? 0n);
}

/** Whether a wallet sits on a panel today: 0 rules, 1 hears appeals; null on neither. */
export async function seatOf(wallet: string): Promise<0 | 1 | null> {
  const config = await readConfig(await connectChain(), deployment());
  const key = new PublicKey(wallet);
  const at = config?.panels.findIndex(({ members }) => members.some((member) => member.equals(key))) ?? -1;
  return at < 0 ? null : (at as 0 | 1);
}
