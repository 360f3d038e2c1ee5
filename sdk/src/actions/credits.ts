import { sha256 } from '@noble/hashes/sha2.js';
import { createAssociatedTokenAccountIdempotentInstruction } from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import {
  type CreditIssuerAccount,
  type CreditPaymentAccount,
  decodeCreditIssuer,
  decodeCreditPayment,
} from '../accounts/credits.js';
import { type Chain, TransactionFailed, type TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { creditsBurn, creditsMint } from '../instructions/escrow-credits.js';
import { creditIssuerAddress, creditMintAddress, creditPaymentAddress } from '../pda/escrow.js';
import { AccountMismatch } from '../rpc/errors.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { read } from './read.js';

/** null where nobody named it. @throws AccountMismatch */
export function readCreditIssuer(
  chain: Chain,
  deployment: Deployment,
  issuer: PublicKey,
): Promise<CreditIssuerAccount | null> {
  const at = creditIssuerAddress(deployment, issuer);
  return read(chain, at, deployment.escrow, 'credit issuer', decodeCreditIssuer, (account) =>
    creditIssuerAddress(deployment, account.issuer),
  );
}

/** What was credited for a payment; null where nothing was. @throws AccountMismatch */
export function readCreditPayment(
  chain: Chain,
  deployment: Deployment,
  issuer: PublicKey,
  reference: Uint8Array,
): Promise<CreditPaymentAccount | null> {
  const at = creditPaymentAddress(deployment, issuer, reference);
  return read(chain, at, deployment.escrow, 'credit payment', decodeCreditPayment, (account) =>
    creditPaymentAddress(deployment, account.issuer, account.reference),
  );
}

const REFERENCE_DOMAIN = 'agent-labs/credit-payment/v1\0';

/** The 32 bytes that tell a payment on the chain: a hash, so that no order number stands there in the clear. */
export function creditReference(provider: string, payment: string): Uint8Array {
  return sha256(new TextEncoder().encode(`${REFERENCE_DOMAIN}${provider}\0${payment}`));
}

/** Who gets how many credits for which payment. */
export interface CreditWish {
  wallet: PublicKey;
  /** base units */
  amount: bigint;
  /** 32 bytes; see `creditReference` */
  reference: Uint8Array;
}

/** The payment was credited before, to another wallet or with another amount. Nothing was minted. */
export class CreditPaymentConflict extends Error {
  override readonly name = 'CreditPaymentConflict';
  constructor(
    /** what stands on the chain */
    readonly credited: CreditPaymentAccount,
  ) {
    super(
      `this payment was credited before: ${credited.amount} base units to ${credited.wallet.toBase58()}; ` +
        'nothing was minted now',
    );
  }
}

export interface MintedCredits {
  payment: PublicKey;
  credited: CreditPaymentAccount;
  /** null where an earlier attempt had done it already */
  outcome: TransactionOutcome | null;
}

/**
 * What mints credits: the wallet's token account where it is missing, and the mint.
 * @param rentPayer of both accounts; signs
 */
export async function creditsMintInstructions(
  deployment: Deployment,
  wish: CreditWish,
  issuer: PublicKey,
  rentPayer: PublicKey,
): Promise<TransactionInstruction[]> {
  const mint = await creditsMint(deployment, { ...wish, issuer, rentPayer });
  const account = [rentPayer, mint.destination, wish.wallet, creditMintAddress(deployment)] as const;
  return [createAssociatedTokenAccountIdempotentInstruction(...account), mint.instruction];
}

/**
 * Mints credits for a payment, once: asked again, after a crash too, it finds that it was done.
 * @throws CreditPaymentConflict; AccountMismatch; ProgramError, escrow's `IssuerCapExceeded` for one; what sending throws
 */
export async function mintCredits(
  chain: Chain,
  deployment: Deployment,
  wish: CreditWish,
  issuer: TransactionSigner,
  feePayer: TransactionSigner = issuer,
): Promise<MintedCredits> {
  const payment = creditPaymentAddress(deployment, issuer.publicKey, wish.reference);
  const done = await creditedAs(chain, deployment, wish, issuer.publicKey);
  if (done !== null) return { payment, credited: done, outcome: null };
  const keys = [issuer.publicKey, feePayer.publicKey] as const;
  const instructions = await creditsMintInstructions(deployment, wish, ...keys);
  const signers = issuer.publicKey.equals(feePayer.publicKey) ? [] : [issuer];
  try {
    const outcome = await chain.send(instructions, { payer: feePayer, signers });
    const credited = await creditedAs(chain, deployment, wish, issuer.publicKey);
    if (credited === null) {
      throw new AccountMismatch(
        `the payment ${payment.toBase58()} landed, and the node does not have it; ask again`,
      );
    }
    return { payment, credited, outcome };
  } catch (error) {
    if (!(error instanceof TransactionFailed)) throw error;
    // refused because another attempt came first, or for a reason of its own
    const credited = await creditedAs(chain, deployment, wish, issuer.publicKey);
    if (credited === null) throw error;
    return { payment, credited, outcome: null };
  }
}

/**
 * What was credited for a payment, where it is what was wished; null where nothing was.
 * @throws CreditPaymentConflict; AccountMismatch
 */
export async function creditedAs(
  chain: Chain,
  deployment: Deployment,
  { wallet, amount, reference }: CreditWish,
  issuer: PublicKey,
): Promise<CreditPaymentAccount | null> {
  const credited = await readCreditPayment(chain, deployment, issuer, reference);
  if (credited === null) return null;
  if (!credited.wallet.equals(wallet) || credited.amount !== amount)
    throw new CreditPaymentConflict(credited);
  return credited;
}

/**
 * Burns a holder's credits.
 * @param reference 32 bytes that tell what they were redeemed for; none unless given
 * @throws ProgramError; what sending throws
 */
export async function burnCredits(
  chain: Chain,
  deployment: Deployment,
  holder: TransactionSigner,
  amount: bigint,
  reference?: Uint8Array,
): Promise<TransactionOutcome> {
  const burn = await creditsBurn(deployment, holder.publicKey, amount, reference);
  return chain.send([burn], { payer: holder });
}
