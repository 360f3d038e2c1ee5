import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { escrowIdl } from '../generated/escrow.js';
import { encoder, eventAuthority, u64 } from '../idl.js';
import { creditIssuerAddress, creditMintAddress, creditPaymentAddress } from '../pda/escrow.js';
import { configAddress } from '../pda/registry.js';
import { associatedTokens } from '../tokens.js';

function emitting({ escrow }: Deployment) {
  return { eventAuthority: eventAuthority(escrow), program: escrow };
}

/** Who decides about credits, and who pays rent for it. */
export interface CreditsAdmin {
  /** The config's admin; signs. */
  admin: PublicKey;
  /** Signs. */
  rentPayer: PublicKey;
}

/** Makes the mint of the credits, once. Signers: admin, rent payer. */
export async function creditsInitialize(
  deployment: Deployment,
  { admin, rentPayer }: CreditsAdmin,
  decimals: number,
): Promise<{ instruction: TransactionInstruction; mint: PublicKey }> {
  const mint = creditMintAddress(deployment);
  const instruction = await encoder(escrowIdl, deployment.escrow)
    .methods.creditsInitialize(decimals)
    .accountsStrict({
      ...{ admin, rentPayer, config: configAddress(deployment), mint },
      ...{ tokenProgram: TOKEN_PROGRAM_ID, systemProgram: SystemProgram.programId },
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, mint };
}

/** What an issuer may do from now on. */
export interface CreditIssuerTerms {
  issuer: PublicKey;
  /** Most that it may mint in a day, base units; the day begins at midnight UTC. */
  dailyCap: bigint;
  active: boolean;
}

/** Names an issuer, or changes what it may mint. Signers: admin, rent payer. */
export async function creditIssuerSet(
  deployment: Deployment,
  { admin, rentPayer }: CreditsAdmin,
  { issuer, dailyCap, active }: CreditIssuerTerms,
): Promise<{ instruction: TransactionInstruction; creditIssuer: PublicKey }> {
  const creditIssuer = creditIssuerAddress(deployment, issuer);
  const instruction = await encoder(escrowIdl, deployment.escrow)
    .methods.creditIssuerSet({ issuer, dailyCap: u64(dailyCap, 'dailyCap'), active })
    .accountsStrict({
      ...{ admin, rentPayer, config: configAddress(deployment), creditIssuer },
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, creditIssuer };
}

export interface CreditsMintParams {
  /** Signs. */
  issuer: PublicKey;
  /** Pays for the record of the payment, which stays; signs. */
  rentPayer: PublicKey;
  /** Is credited, in its associated token account, which must be there. */
  wallet: PublicKey;
  /** Base units. */
  amount: bigint;
  /** 32 bytes that tell the payment; see `creditReference`. */
  reference: Uint8Array;
}

/** Mints credits for a payment, once. Signers: issuer, rent payer. */
export async function creditsMint(
  deployment: Deployment,
  params: CreditsMintParams,
): Promise<{ instruction: TransactionInstruction; payment: PublicKey; destination: PublicKey }> {
  const { issuer, rentPayer, wallet, amount, reference } = params;
  const mint = creditMintAddress(deployment);
  const payment = creditPaymentAddress(deployment, issuer, reference);
  const destination = associatedTokens(mint, wallet);
  const instruction = await encoder(escrowIdl, deployment.escrow)
    .methods.creditsMint(u64(amount, 'amount'), Array.from(reference))
    .accountsStrict({
      ...{ issuer, rentPayer, config: configAddress(deployment), payment, mint, wallet, destination },
      creditIssuer: creditIssuerAddress(deployment, issuer),
      ...{ tokenProgram: TOKEN_PROGRAM_ID, systemProgram: SystemProgram.programId },
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, payment, destination };
}

/** Burns credits of a holder. Signers: holder. @param reference 32 bytes that tell the redemption; zeros for none */
export function creditsBurn(
  deployment: Deployment,
  holder: PublicKey,
  amount: bigint,
  reference: Uint8Array = new Uint8Array(32),
  source = associatedTokens(creditMintAddress(deployment), holder),
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.creditsBurn(u64(amount, 'amount'), Array.from(reference))
    .accountsStrict({
      ...{ holder, mint: creditMintAddress(deployment), source, tokenProgram: TOKEN_PROGRAM_ID },
      ...emitting(deployment),
    })
    .instruction();
}
