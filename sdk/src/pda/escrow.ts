import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Deployment } from '../deployment.js';
import { escrowIdl } from '../generated/escrow.js';
import { idlBytes } from '../idl.js';

const MANDATE = idlBytes(escrowIdl, 'MANDATE_SEED');
const MANDATE_VAULT = idlBytes(escrowIdl, 'MANDATE_VAULT_SEED');
const CHANNEL = idlBytes(escrowIdl, 'CHANNEL_SEED');
const JOB = idlBytes(escrowIdl, 'JOB_SEED');
const CREDIT_MINT = idlBytes(escrowIdl, 'CREDIT_MINT_SEED');
const CREDIT_ISSUER = idlBytes(escrowIdl, 'CREDIT_ISSUER_SEED');
const CREDIT_PAYMENT = idlBytes(escrowIdl, 'CREDIT_PAYMENT_SEED');

function u64Seed(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

/** `["mandate", payer, id]` */
export function mandateAddress(deployment: Deployment, payer: PublicKey, id: bigint): PublicKey {
  return PublicKey.findProgramAddressSync([MANDATE, payer.toBytes(), u64Seed(id)], deployment.escrow)[0];
}

/** `["mandate_vault", mandate]`, a token account */
export function mandateVaultAddress(deployment: Deployment, mandate: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([MANDATE_VAULT, mandate.toBytes()], deployment.escrow)[0];
}

/** `["channel", mandate, agent, n]`; `n` from 0 to 255 */
export function channelAddress(
  deployment: Deployment,
  mandate: PublicKey,
  agent: PublicKey,
  n: number,
): PublicKey {
  return PublicKey.findProgramAddressSync(
    [CHANNEL, mandate.toBytes(), agent.toBytes(), Buffer.from([n])],
    deployment.escrow,
  )[0];
}

/** `["job", mandate, id]` */
export function jobAddress(deployment: Deployment, mandate: PublicKey, id: bigint): PublicKey {
  return PublicKey.findProgramAddressSync([JOB, mandate.toBytes(), u64Seed(id)], deployment.escrow)[0];
}

/**
 * The lowest `n` whose channel address has the highest bump: opening it costs the fewest compute units, since the
 * program searches for the bump from the top, 1,500 CU a step. Always the same for a mandate and an agent.
 */
export function cheapestChannelNumber(deployment: Deployment, mandate: PublicKey, agent: PublicKey): number {
  for (let n = 0; n <= 255; n += 1) {
    const seeds = [CHANNEL, mandate.toBytes(), agent.toBytes(), Buffer.from([n])];
    if (PublicKey.findProgramAddressSync(seeds, deployment.escrow)[1] === 255) return n;
  }
  return 0;
}

/** `["credit_mint"]`, the mint of a deployment's credits */
export function creditMintAddress(deployment: Pick<Deployment, 'escrow'>): PublicKey {
  return PublicKey.findProgramAddressSync([CREDIT_MINT], deployment.escrow)[0];
}

/** `["credit_issuer", issuer]` */
export function creditIssuerAddress(deployment: Deployment, issuer: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([CREDIT_ISSUER, issuer.toBytes()], deployment.escrow)[0];
}

/** `["credit_payment", issuer, reference]` @param reference 32 bytes */
export function creditPaymentAddress(
  deployment: Deployment,
  issuer: PublicKey,
  reference: Uint8Array,
): PublicKey {
  return PublicKey.findProgramAddressSync(
    [CREDIT_PAYMENT, issuer.toBytes(), reference],
    deployment.escrow,
  )[0];
}
