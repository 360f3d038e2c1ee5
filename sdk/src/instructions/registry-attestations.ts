import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import { sha256 } from '#crypto';
import type { Deployment } from '../deployment.js';
import { registryIdl } from '../generated/registry.js';
import { encoder, i64 } from '../idl.js';
import { attestationAddress } from '../pda/registry.js';
import { concatBytes, expectBytes, utf8 } from '../voucher/bytes.js';
import { bytes32, eventAccounts } from './registry-shared.js';

const EVIDENCE_DOMAIN = utf8('agent-labs/evidence/v1', 'domain');

/**
 * What an attestation keeps of its evidence. Draw a new salt for each, keep it with the evidence, and delete it to
 * have the evidence forgotten.
 * @param salt 32 random bytes
 * @throws TypeError for another length
 */
export function evidenceHash(salt: Uint8Array, evidence: Uint8Array): Uint8Array {
  expectBytes(salt, 32, 'salt');
  return sha256(concatBytes(EVIDENCE_DOMAIN, salt, evidence));
}

/** Who vouches for whom. */
export interface AttestationRef {
  /** Signs. */
  attestor: PublicKey;
  /** A wallet, such as an agent's owner. */
  subject: PublicKey;
}

export interface AttestationIssueParams extends AttestationRef {
  /** Unix seconds; at most ten years from now */
  expiresAt: bigint;
  /** 32 bytes: {@link evidenceHash}, never a plain hash of personal data */
  evidence: Uint8Array;
}

/** Vouches for a wallet, or does so anew. Signers: attestor, who pays the rent. */
export async function attestationIssue(
  deployment: Deployment,
  { attestor, subject, expiresAt, evidence }: AttestationIssueParams,
): Promise<{ instruction: TransactionInstruction; attestation: PublicKey }> {
  const attestation = attestationAddress(deployment, attestor, subject);
  const args = { expiresAt: i64(expiresAt, 'expiresAt'), evidence: bytes32(evidence, 'evidence') };
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.attestationIssue(subject, args)
    .accountsStrict({
      attestor,
      attestation,
      systemProgram: SystemProgram.programId,
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction, attestation };
}

/** Takes an attestation back. Signers: attestor, who gets the rent. */
export async function attestationRevoke(
  deployment: Deployment,
  { attestor, subject }: AttestationRef,
): Promise<{ instruction: TransactionInstruction; attestation: PublicKey }> {
  const attestation = attestationAddress(deployment, attestor, subject);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.attestationRevoke()
    .accountsStrict({ attestor, attestation, ...eventAccounts(deployment) })
    .instruction();
  return { instruction, attestation };
}
