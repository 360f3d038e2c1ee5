import type { PublicKey, Signer, TransactionInstruction } from '@solana/web3.js';
import { type ChannelAccount, ChannelStatus, type MandateAccount } from '../accounts/escrow.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { channelOpen, channelRearm } from '../instructions/escrow-channel.js';
import { type MandateOpenParams, mandateDeposit, mandateOpen } from '../instructions/escrow-mandate.js';
import { channelAddress, cheapestChannelNumber, mandateAddress } from '../pda/escrow.js';
import { tokenProgramOf } from '../tokens.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { type Allowed, approvalNeeded, attestationFor, isApprovalDue, proofFor } from './limits.js';
import { readAgent, readChannel, readMandate } from './read.js';

/** A transaction that an action sent, and what for. */
export interface ActionStep {
  what: 'mandate opened' | 'deposited' | 'channel opened' | 'channel re-armed';
  outcome: TransactionOutcome;
}

/** Limits of a mandate; amounts in base units of `mint`, times in seconds. */
export interface MandateWish {
  /** Signs, and pays. */
  payer: TransactionSigner;
  /** Signs vouchers and allots money, within the limits. */
  session: Signer;
  mint: PublicKey;
  /** Tells the payer's mandates apart; 1 unless given. */
  id?: bigint;
  perCallMax: bigint;
  dailyCap: bigint;
  totalCap: bigint;
  /** from now */
  lifetime: bigint;
  deposit: bigint;
  /** Which agents may be paid, and who has a say in it; anybody and nobody unless given. */
  limits?: Pick<
    MandateOpenParams,
    'allowList' | 'allowRoot' | 'minStake' | 'minScore' | 'attestor' | 'approval'
  >;
}

/** A mandate that is there is not one that can be used as wished. Nothing was sent. */
export class MandateUnusable extends Error {
  override readonly name = 'MandateUnusable';
}

/** The agent takes no new business. Nothing was sent. */
export class AgentUnavailable extends Error {
  override readonly name = 'AgentUnavailable';
}

/** Every channel number looked at is taken by a channel that is winding down. */
export class NoChannelFree extends Error {
  override readonly name = 'NoChannelFree';
}

/**
 * Has a mandate opened. One that is there is taken as it is, but for its session key, which must be the same.
 * @throws MandateUnusable; AccountMismatch; ProgramError; what sending throws
 */
export async function ensureMandate(
  chain: Chain,
  deployment: Deployment,
  wish: MandateWish,
): Promise<{ mandate: PublicKey; account: MandateAccount; steps: ActionStep[] }> {
  const { payer, session, mint, id = 1n } = wish;
  const mandate = mandateAddress(deployment, payer.publicKey, id);
  const now = await chain.unixTime();
  const known = await readMandate(chain, deployment, mandate);
  const steps: ActionStep[] = [];
  if (known === null) {
    const { instruction } = await mandateOpen(deployment, {
      payer: payer.publicKey,
      mint,
      tokenProgram: await tokenProgramOf(chain, mint),
      id,
      sessionKey: session.publicKey,
      perCallMax: wish.perCallMax,
      dailyCap: wish.dailyCap,
      totalCap: wish.totalCap,
      expiresAt: now + wish.lifetime,
      deposit: wish.deposit,
      ...wish.limits,
    });
    const outcome = await chain.send([instruction], { payer });
    steps.push({ what: 'mandate opened', outcome });
  } else requireUsable(known, wish, now);
  const account = known ?? (await readMandate(chain, deployment, mandate));
  if (account === null)
    throw new MandateUnusable(`the mandate ${mandate.toBase58()} is not there yet; try again`);
  return { mandate, account, steps };
}

function requireUsable(known: MandateAccount, { session, mint }: MandateWish, now: bigint): void {
  const unusable = (why: string) => new MandateUnusable(`${why}; wind it down and open one of another id`);
  if (known.killedAt !== 0n) throw unusable('the mandate was killed');
  if (known.expiresAt <= now) throw unusable('the mandate has expired');
  if (!known.mint.equals(mint)) throw unusable(`the mandate holds ${known.mint.toBase58()}`);
  if (known.sessionKey.equals(session.publicKey)) return;
  throw new MandateUnusable(
    `the mandate's session key is ${known.sessionKey.toBase58()}; use it, or rotate it`,
  );
}

export interface ChannelWish {
  /** Pays fees and rent; signs deposits. */
  payer: TransactionSigner;
  session: Signer;
  mandate: PublicKey;
  agent: PublicKey;
  /** base units to allot, at opening and at each re-arm */
  allotment: bigint;
  /** base units that must be left; less makes a re-arm */
  least: bigint;
  /** seconds from now that it should live, and at least must */
  lifetime: bigint;
  leastLifetime: bigint;
  /** Where the mandate stores the root of an allow-list: that list, or the agent's proof. */
  allowed?: Allowed;
  /** base units owed on a channel beyond what is settled, by vouchers given out; what is settled without it */
  owed?: (channel: PublicKey, account: ChannelAccount) => bigint;
}

/** Channels of one mandate to one agent that are looked at. */
const MOST_NUMBERS = 16;

/**
 * Has a channel to an agent ready: one that is open on the agent's latest version is used again, re-armed where
 * little is left of it; else a new one is opened. Deposits what the mandate lacks for that. Proof and attestation
 * are filled in as the mandate asks for them.
 * @throws AgentUnavailable, NoChannelFree, MandateUnusable; AllowListUnknown, AgentNotInTree, ApprovalNeeded;
 *   AccountMismatch; ProgramError; what sending throws
 */
export async function ensureChannel(
  chain: Chain,
  deployment: Deployment,
  wish: ChannelWish,
): Promise<{ channel: PublicKey; account: ChannelAccount; steps: ActionStep[] }> {
  const { payer, session, mandate, agent, allotment, lifetime } = wish;
  const now = await chain.unixTime();
  const registered = await readAgent(chain, deployment, agent);
  if (registered?.status !== 'Active' || registered.leaseExpiresAt <= now) {
    const why = registered === null ? 'is not registered' : `is ${registered.status}, or its lease is over`;
    throw new AgentUnavailable(`${agent.toBase58()} ${why}: it takes no new business`);
  }
  const steps: ActionStep[] = [];
  const sessionSigns = session.publicKey.equals(payer.publicKey) ? [] : [session];
  const send = async (
    what: ActionStep['what'],
    allot: (terms: { mandate: MandateAccount; attestation?: PublicKey }) => Promise<TransactionInstruction>,
  ) => {
    const account = await readMandate(chain, deployment, mandate);
    if (account === null) throw new MandateUnusable(`there is no mandate at ${mandate.toBase58()}`);
    const deposit = await missingDeposit(deployment, account, wish);
    const allotting = await allot({ mandate: account, ...attestationFor(deployment, account, registered) });
    const before = deposit === null ? [] : [deposit];
    if (isApprovalDue(account, allotment)) {
      throw approvalNeeded(`an allotment of ${allotment} base units`, mandate, account, allotting, before);
    }
    const outcome = await chain.send([...before, allotting], { payer, signers: sessionSigns });
    steps.push({ what, outcome });
  };
  const first = cheapestChannelNumber(deployment, mandate, agent);
  for (let at = 0; at < MOST_NUMBERS; at += 1) {
    const n = (first + at) % 256;
    const channel = channelAddress(deployment, mandate, agent, n);
    const known = await readChannel(chain, deployment, channel);
    if (known === null) {
      await send('channel opened', async ({ mandate: terms, ...attested }) => {
        const { instruction } = await channelOpen(deployment, {
          authority: session.publicKey,
          rentPayer: payer.publicKey,
          mandate,
          agent,
          versionNumber: registered.latestVersion,
          n,
          amount: allotment,
          expiresAt: now + lifetime,
          ...proofFor(terms, wish.agent, wish.allowed),
          ...attested,
        });
        return instruction;
      });
    } else {
      const serves =
        known.status === ChannelStatus.Open &&
        known.sessionKey.equals(session.publicKey) &&
        known.agentVersion === registered.latestVersion &&
        known.ownershipEpoch === registered.ownershipEpoch &&
        known.agentKey.equals(registered.agentKey) &&
        known.expiresAt > now;
      if (!serves) continue;
      const left = known.allotted - known.returned - (wish.owed?.(channel, known) ?? known.settled);
      if (left >= wish.least && known.expiresAt >= now + wish.leastLifetime) {
        return { channel, account: known, steps };
      }
      await send('channel re-armed', ({ attestation }) => {
        const versionNumber = known.agentVersion;
        const ref = { channel, mandate, agent, versionNumber, ...(attestation && { attestation }) };
        return channelRearm(deployment, ref, session.publicKey, allotment, now + lifetime);
      });
    }
    const account = await readChannel(chain, deployment, channel);
    if (account === null)
      throw new NoChannelFree(`the channel ${channel.toBase58()} is not there yet; try again`);
    return { channel, account, steps };
  }
  throw new NoChannelFree(
    `${MOST_NUMBERS} channels of this mandate to the agent are winding down; finish one`,
  );
}

/** What puts into the mandate what an allotment needs and it lacks; null where it has enough. */
async function missingDeposit(
  deployment: Deployment,
  account: MandateAccount,
  { payer, mandate, allotment }: ChannelWish,
) {
  if (account.free >= allotment || !account.payer.equals(payer.publicKey)) return null;
  const { mint, tokenProgram } = account;
  const ref = { mandate, payer: payer.publicKey, mint, tokenProgram };
  return mandateDeposit(deployment, ref, allotment - account.free);
}
