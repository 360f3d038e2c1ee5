import { type Idl, utils } from '@coral-xyz/anchor';
import { type Connection, type PublicKey, TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type ApprovalAccount, decodeApproval, isApproved } from '../accounts/consent.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import { approvalDigest, type Call, callOfInstruction } from '../consent-hashes.js';
import type { Deployment } from '../deployment.js';
import { consentIdl } from '../generated/consent.js';
import { escrowIdl } from '../generated/escrow.js';
import {
  approvalClose,
  approvalRequest,
  approvalSign,
  approvalWithdraw,
  withApproval,
} from '../instructions/consent.js';
import { approvalAddress } from '../pda/consent.js';
import { AccountMismatch } from '../rpc/errors.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { MandateUnusable } from './open-channel.js';
import { read, readMandate } from './read.js';

/** The approval can not be carried out: it has expired, or not enough approvers signed. Nothing was sent. */
export class NotApproved extends Error {
  override readonly name = 'NotApproved';
}

/** What a mandate's approvers sign for an instruction: the digest, and the address that it derives. */
export function digestOf(
  deployment: Deployment,
  scope: { mandate: PublicKey; mandateGeneration: bigint; nonce?: bigint },
  instruction: TransactionInstruction,
): { digest: Uint8Array; approval: PublicKey } {
  const call = callOfInstruction(instruction);
  const digest = approvalDigest(deployment, { nonce: 0n, ...scope }, call);
  return { digest, approval: approvalAddress(deployment, scope.mandate, digest) };
}

/** The address that an approval's own contents derive: whoever shows another call than the signed one is found out. */
function derived(deployment: Deployment, account: ApprovalAccount): PublicKey {
  return approvalAddress(deployment, account.mandate, approvalDigest(deployment, account, account.call));
}

/**
 * An approval, its digest recomputed from the call that it shows; null where there is none: it was used, or ended.
 * @throws AccountMismatch
 */
export function readApproval(
  chain: Chain,
  deployment: Deployment,
  at: PublicKey,
): Promise<ApprovalAccount | null> {
  return read(chain, at, deployment.consent, 'approval', decodeApproval, (account) =>
    derived(deployment, account),
  );
}

/** Where an approval has its mandate, bytes. */
const MANDATE_AT = 48;

/**
 * The approvals of a mandate that are asked for and neither used nor ended, expired ones too. One whose digest does
 * not follow from the call that it shows is left out.
 */
export async function pendingApprovals(
  connection: Pick<Connection, 'getProgramAccounts'>,
  deployment: Deployment,
  mandate: PublicKey,
): Promise<{ approval: PublicKey; account: ApprovalAccount }[]> {
  const { discriminator } = (consentIdl as Idl).accounts?.find(({ name }) => name === 'Approval') ?? {};
  if (discriminator === undefined) throw new Error('the IDL of consent has no approval');
  const filters = [
    { memcmp: { offset: 0, bytes: utils.bytes.bs58.encode(Buffer.from(discriminator)) } },
    { memcmp: { offset: MANDATE_AT, bytes: mandate.toBase58() } },
  ];
  const found = await connection.getProgramAccounts(deployment.consent, { filters });
  return found
    .map(({ pubkey, account }) => ({ approval: pubkey, account: decodeApproval(account.data) }))
    .filter(({ approval, account }) => derived(deployment, account).equals(approval));
}

/**
 * The instruction that a call is, with the flags of its accounts as escrow's IDL has them; of another program, which
 * no approval is used up for yet, all accounts are read only.
 */
export function instructionOfCall(
  deployment: Deployment,
  { programId, data, keys }: Call,
): TransactionInstruction {
  const own = programId.equals(deployment.escrow)
    ? (escrowIdl as Idl).instructions.find(({ discriminator }) =>
        discriminator.every((byte, at) => data[at] === byte),
      )
    : undefined;
  return new TransactionInstruction({
    programId,
    data: Buffer.from(data),
    keys: keys.map((pubkey, at) => {
      const { signer = false, writable = false } = (own?.accounts[at] ?? {}) as {
        signer?: boolean;
        writable?: boolean;
      };
      return { pubkey, isSigner: signer, isWritable: writable };
    }),
  });
}

export interface RequestApprovalParams {
  /** The mandate's payer, or its session key; signs and pays the fee. */
  requester: TransactionSigner;
  /** Pays the rent, and gets it back; the requester unless given. */
  rentPayer?: TransactionSigner;
  mandate: PublicKey;
  /** What is to be approved, exactly as it will be sent. */
  instruction: TransactionInstruction;
  /** Seconds from now, at most 30 days. */
  lifetime: bigint;
  /** Tells two requests for the same call apart; 0 unless given. */
  nonce?: bigint;
}

/**
 * Asks a mandate's approvers for an instruction.
 * @throws MandateUnusable: nothing was sent; ProgramError, consent's `NoApprovers` for one; what sending throws
 */
export async function requestApproval(
  chain: Chain,
  deployment: Deployment,
  params: RequestApprovalParams,
): Promise<{ approval: PublicKey; digest: Uint8Array; outcome: TransactionOutcome }> {
  const { instruction, mandate, requester, rentPayer = requester } = params;
  const budget = await readMandate(chain, deployment, mandate);
  if (budget === null) throw new MandateUnusable(`there is no mandate at ${mandate.toBase58()}`);
  const { instruction: request, ...made } = await approvalRequest(deployment, {
    requester: requester.publicKey,
    rentPayer: rentPayer.publicKey,
    mandate,
    mandateGeneration: budget.generation,
    nonce: params.nonce ?? 0n,
    call: callOfInstruction(instruction),
    expiresAt: (await chain.unixTime()) + params.lifetime,
  });
  const signers = rentPayer.publicKey.equals(requester.publicKey) ? [] : [rentPayer];
  return { ...made, outcome: await chain.send([request], { payer: requester, signers }) };
}

async function theApproval(
  chain: Chain,
  deployment: Deployment,
  approval: PublicKey,
): Promise<ApprovalAccount> {
  const account = await readApproval(chain, deployment, approval);
  if (account !== null) return account;
  throw new AccountMismatch(`there is no approval at ${approval.toBase58()}: it was used, or ended`);
}

/**
 * Signs an approval for the time that it says now. Look at its call first: `readApproval`, `instructionOfCall`.
 * @throws AccountMismatch; ProgramError, consent's `AlreadySigned` for one; what sending throws
 */
export async function signApproval(
  chain: Chain,
  deployment: Deployment,
  approval: PublicKey,
  approver: TransactionSigner,
): Promise<TransactionOutcome> {
  const { expiresAt } = await theApproval(chain, deployment, approval);
  const sign = await approvalSign(deployment, approval, approver.publicKey, expiresAt);
  return chain.send([sign], { payer: approver });
}

/** Takes an approver's signature back. @throws ProgramError, consent's `NotSigned` for one; what sending throws */
export async function withdrawApproval(
  chain: Chain,
  deployment: Deployment,
  approval: PublicKey,
  approver: TransactionSigner,
): Promise<TransactionOutcome> {
  return chain.send([await approvalWithdraw(deployment, approval, approver.publicKey)], { payer: approver });
}

/**
 * Ends an approval that is not to be used, as who asked or as the payer; as anybody once it expired.
 * @throws AccountMismatch; ProgramError; what sending throws
 */
export async function closeApproval(
  chain: Chain,
  deployment: Deployment,
  approval: PublicKey,
  authority: TransactionSigner,
): Promise<TransactionOutcome> {
  const { rentPayer } = await theApproval(chain, deployment, approval);
  const close = await approvalClose(deployment, approval, authority.publicKey, rentPayer);
  return chain.send([close], { payer: authority });
}

/**
 * Carries an approved call out, and so uses its approval up.
 * @param signers all whom the call wants to sign: it names them
 * @param before instructions to run first in the same transaction, such as `ApprovalNeeded.before`
 * @throws NotApproved, AccountMismatch: nothing was sent; ProgramError; what sending throws
 */
export async function carryOut(
  chain: Chain,
  deployment: Deployment,
  approval: PublicKey,
  {
    feePayer,
    signers = [],
    before = [],
  }: {
    feePayer: TransactionSigner;
    signers?: TransactionSigner[];
    before?: TransactionInstruction[];
  },
): Promise<TransactionOutcome> {
  const account = await theApproval(chain, deployment, approval);
  if (!isApproved(account, await chain.unixTime())) {
    const { signers: signed, threshold, expiresAt } = account;
    throw new NotApproved(`${signed.length} of ${threshold} signed, and it ends at ${expiresAt}`);
  }
  const call = instructionOfCall(deployment, account.call);
  const { rentPayer } = account;
  const beside = signers.filter(({ publicKey }) => !publicKey.equals(feePayer.publicKey));
  const instructions = [...before, withApproval(deployment, call, { approval, rentPayer })];
  return chain.send(instructions, { payer: feePayer, signers: beside });
}
