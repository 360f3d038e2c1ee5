import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import {
  type PublicKey,
  SYSVAR_INSTRUCTIONS_PUBKEY,
  SystemProgram,
  TransactionInstruction,
} from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Deployment } from '../deployment.js';
import { escrowIdl } from '../generated/escrow.js';
import { encoder, eventAuthority, i64, u64 } from '../idl.js';
import { channelAddress, mandateVaultAddress } from '../pda/escrow.js';
import { configAddress, versionAddress } from '../pda/registry.js';
import { scoreAddress } from '../pda/reputation.js';
import { stakeVaultAddress } from '../pda/stake.js';
import { associatedTokens } from '../tokens.js';
import { ed25519Instruction, type SignedMessage } from './ed25519.js';
import { bytes32 } from './registry-shared.js';

export interface ChannelOpenParams {
  /** Payer or session key; signs. */
  authority: PublicKey;
  /** Pays the rent and gets it back; signs. */
  rentPayer: PublicKey;
  mandate: PublicKey;
  agent: PublicKey;
  /** Number of the agent's latest version. */
  versionNumber: number;
  /** 0 to 255; tells several channels of one mandate to one agent apart. */
  n?: number;
  /** Allotted, base units. */
  amount: bigint;
  /** Unix seconds. */
  expiresAt: bigint;
  /** `AllowTree.proof` of the agent, where the mandate stores a root. */
  allowProof?: readonly Uint8Array[];
  /** That of the agent's owner by the mandate's attestor, where it names one. */
  attestation?: PublicKey;
}

/** Allots money to an agent. Signers: authority, rent payer. */
export async function channelOpen(
  deployment: Deployment,
  params: ChannelOpenParams,
): Promise<{ instruction: TransactionInstruction; channel: PublicKey }> {
  const n = params.n ?? 0;
  const channel = channelAddress(deployment, params.mandate, params.agent, n);
  const instruction = await encoder(escrowIdl, deployment.escrow)
    .methods.channelOpen({
      n,
      amount: u64(params.amount, 'amount'),
      expiresAt: i64(params.expiresAt, 'expiresAt'),
      allowProof: (params.allowProof ?? []).map((hash) => bytes32(hash, 'hash of allowProof')),
    })
    .accountsStrict({
      authority: params.authority,
      rentPayer: params.rentPayer,
      config: configAddress(deployment),
      mandate: params.mandate,
      agent: params.agent,
      version: versionAddress(deployment, params.agent, params.versionNumber),
      channel,
      ...standing(deployment, params.agent),
      attestation: params.attestation ?? null,
      systemProgram: SystemProgram.programId,
      eventAuthority: eventAuthority(deployment.escrow),
      program: deployment.escrow,
    })
    .instruction();
  return { instruction, channel };
}

/** What an agent's standing is read from; neither need exist. */
function standing(deployment: Deployment, agent: PublicKey) {
  return { stakeVault: stakeVaultAddress(deployment, agent), score: scoreAddress(deployment, agent) };
}

/** A channel and what its instructions need to name it by. */
export interface ChannelRef {
  channel: PublicKey;
  mandate: PublicKey;
  agent: PublicKey;
}

function common(deployment: Deployment, ref: Pick<ChannelRef, 'channel' | 'mandate'>) {
  return {
    mandate: ref.mandate,
    channel: ref.channel,
    eventAuthority: eventAuthority(deployment.escrow),
    program: deployment.escrow,
  };
}

/** A channel to re-arm. */
export interface RearmRef extends ChannelRef {
  /** Number of the version that the channel opened on. */
  versionNumber: number;
  /** That of the agent's owner by the mandate's attestor, where it names one. */
  attestation?: PublicKey;
}

/** Allots more and moves the end. Signers: authority (payer or session key). */
export function channelRearm(
  deployment: Deployment,
  ref: RearmRef,
  authority: PublicKey,
  amount: bigint,
  expiresAt: bigint,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.channelRearm({ amount: u64(amount, 'amount'), expiresAt: i64(expiresAt, 'expiresAt') })
    .accountsStrict({
      ...common(deployment, ref),
      authority,
      config: configAddress(deployment),
      agent: ref.agent,
      version: versionAddress(deployment, ref.agent, ref.versionNumber),
      ...standing(deployment, ref.agent),
      attestation: ref.attestation ?? null,
    })
    .instruction();
}

/** A voucher ready to be settled, with the channel it is for. */
export interface SettleItem extends SignedMessage {
  channel: PublicKey;
}

/**
 * Settles vouchers, one a channel: the Ed25519 instruction and the settle that must follow right behind it.
 * Signers: none but the fee payer. Five fit a v0 transaction with a lookup table.
 */
export function channelSettle(
  deployment: Deployment,
  items: readonly SettleItem[],
): [TransactionInstruction, TransactionInstruction] {
  const settle = new TransactionInstruction({
    programId: deployment.escrow,
    keys: [
      { pubkey: SYSVAR_INSTRUCTIONS_PUBKEY, isSigner: false, isWritable: false },
      ...items.map(({ channel }) => ({ pubkey: channel, isSigner: false, isWritable: true })),
    ],
    data: Buffer.from(SETTLE),
  });
  return [ed25519Instruction(items), settle];
}

const SETTLE = escrowIdl.instructions.find(({ name }) => (name as string) === 'channel_settle')
  ?.discriminator as number[];

/** Whether instruction data are those of a settle; the program does not read what follows. */
export function isSettle(data: Uint8Array): boolean {
  return SETTLE.every((byte, at) => data[at] === byte);
}

/** A channel that money moves of. */
export interface PaidChannelRef extends Pick<ChannelRef, 'channel' | 'mandate'> {
  /** The mint's, SPL Token unless given: the mandate's account tells it. */
  tokenProgram?: PublicKey;
}

/** Pays what has matured. Signers: none. */
export function channelPayout(
  deployment: Deployment,
  ref: PaidChannelRef,
  mint: PublicKey,
  payoutOwner: PublicKey,
  destination = associatedTokens(mint, payoutOwner, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.channelPayout()
    .accountsStrict({
      ...common(deployment, ref),
      mint,
      vault: mandateVaultAddress(deployment, ref.mandate),
      destination,
      tokenProgram: ref.tokenProgram ?? TOKEN_PROGRAM_ID,
    })
    .instruction();
}

/**
 * Keeps settled money that has not matured from being paid out, so that a dispute finds it; it lapses unless one
 * is opened. Signers: authority (payer, or the session key that is both mandate's and channel's).
 */
export function channelHold(
  deployment: Deployment,
  ref: Pick<ChannelRef, 'channel' | 'mandate'>,
  authority: PublicKey,
  amount: bigint,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.channelHold(u64(amount, 'amount'))
    .accountsStrict({ ...common(deployment, ref), authority })
    .instruction();
}

/** Gives a hold back before its time. Signers: authority, like the hold's. */
export function channelRelease(
  deployment: Deployment,
  ref: Pick<ChannelRef, 'channel' | 'mandate'>,
  authority: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.channelRelease()
    .accountsStrict({ ...common(deployment, ref), authority })
    .instruction();
}

/** Gives settled, unpaid money back to the payer, held money last. Signers: payout owner. */
export function channelRefund(
  deployment: Deployment,
  ref: PaidChannelRef,
  mint: PublicKey,
  payoutOwner: PublicKey,
  payer: PublicKey,
  amount: bigint,
  destination = associatedTokens(mint, payer, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.channelRefund(u64(amount, 'amount'))
    .accountsStrict({
      ...common(deployment, ref),
      payoutOwner,
      mint,
      vault: mandateVaultAddress(deployment, ref.mandate),
      destination,
      tokenProgram: ref.tokenProgram ?? TOKEN_PROGRAM_ID,
    })
    .instruction();
}

/** Starts the grace. Signers: authority (payer or session key; anyone once the mandate winds down). */
export function channelClose(
  deployment: Deployment,
  ref: Pick<ChannelRef, 'channel' | 'mandate'>,
  authority: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.channelClose()
    .accountsStrict({ ...common(deployment, ref), authority })
    .instruction();
}

/** Undoes a closing. Signers: payer. */
export function channelReopen(
  deployment: Deployment,
  ref: Pick<ChannelRef, 'channel' | 'mandate'>,
  payer: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.channelReopen()
    .accountsStrict({ ...common(deployment, ref), payer })
    .instruction();
}

/** Returns what can no longer settle to the mandate. Signers: none. */
export function channelDrain(
  deployment: Deployment,
  ref: Pick<ChannelRef, 'channel' | 'mandate'>,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.channelDrain()
    .accountsStrict(common(deployment, ref))
    .instruction();
}

/** Ends a drained, paid-out channel. Signers: authority (anyone; the payer need not wait for ratings). */
export function channelFinish(
  deployment: Deployment,
  ref: Pick<ChannelRef, 'channel' | 'mandate'>,
  authority: PublicKey,
  rentPayer: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.channelFinish()
    .accountsStrict({ ...common(deployment, ref), authority, rentPayer })
    .instruction();
}
