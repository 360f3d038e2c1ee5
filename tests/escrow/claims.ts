import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProgramBinaries } from '@agent-labs/localnet';
import { type Deployment, escrowIdl, type TransactionOutcome } from '@agent-labs/sdk';
import { BN, type Idl, Program, type Provider } from '@coral-xyz/anchor';
import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { EscrowFixture } from '../fixtures/escrow';
import {
  NOW,
  type RegistryFixture,
  registryFixture,
  TEST_WINDOWS,
  UPGRADE_AUTHORITY,
} from '../fixtures/registry';
import { startChain } from '../helpers/chains/test-chain';

const SEED = Buffer.from('claim_authority');
const { methods, coder } = new Program<Idl>(
  escrowIdl as unknown as Idl,
  { connection: null } as unknown as Provider,
);

/** The stake program's address that escrow obeys in claims. */
export function claimAuthority({ stake }: Pick<Deployment, 'stake'>): PublicKey {
  return PublicKey.findProgramAddressSync([SEED], stake)[0];
}

/**
 * A registry on a chain of LiteSVM, where a program that calls as it is told stands in for stake: claims come to
 * escrow by a real call, with nothing of a dispute around them.
 */
export async function claimRegistry(): Promise<RegistryFixture> {
  const elf = readFileSync(join(__dirname, '../programs/caller.so'));
  const programs = loadProgramBinaries().map((program) =>
    program.name === 'stake' ? { ...program, elf } : program,
  );
  const upgradeAuthority = UPGRADE_AUTHORITY.publicKey;
  const chain = await startChain('litesvm', { programs, upgradeAuthority, unixTime: NOW });
  return registryFixture(chain, { settings: { windows: { ...TEST_WINDOWS, lease: 10_000_000n } } });
}

/** The call of escrow by stake's stand-in; as it is where the authority is not to sign. */
export function throughStake(deployment: Deployment) {
  return (instruction: TransactionInstruction): TransactionInstruction => {
    const [authority] = instruction.keys;
    assert.ok(authority);
    if (!authority.isSigner) return instruction;
    const [address, bump] = PublicKey.findProgramAddressSync([SEED], deployment.stake);
    return new TransactionInstruction({
      programId: deployment.stake,
      keys: [
        { pubkey: instruction.programId, isSigner: false, isWritable: false },
        // no transaction can sign for it; the stand-in does
        ...instruction.keys.map((meta) =>
          meta.pubkey.equals(address) ? { ...meta, isSigner: false } : meta,
        ),
      ],
      data: Buffer.concat([Buffer.from([SEED.length]), SEED, Buffer.from([bump]), instruction.data]),
    });
  };
}

/** Escrow's own instruction, which the claim authority signs. */
export async function claimOpen(on: EscrowFixture, claim: bigint): Promise<TransactionInstruction> {
  return call('claimOpen', new BN(claim.toString()), common(on));
}

export interface End {
  loss: bigint;
  refundedBefore?: bigint;
  tookHold?: boolean;
}

/** Escrow's own instruction, which the claim authority signs; pays into the payer's associated account. */
export async function claimClose(
  on: EscrowFixture,
  { loss, refundedBefore = 0n, tookHold = true }: End,
  destination = on.payerTokens,
): Promise<TransactionInstruction> {
  const end = { loss: new BN(loss.toString()), refundedBefore: new BN(refundedBefore.toString()), tookHold };
  return call('claimClose', end, {
    ...common(on),
    ...{ mint: on.mint, vault: on.vault, destination, tokenProgram: TOKEN_PROGRAM_ID },
  });
}

/** A mandate with a job. */
type JobOf = Omit<EscrowFixture, 'channel'> & { job: PublicKey };

/** The same of a job. */
export async function jobClaimOpen(on: JobOf, claim: bigint): Promise<TransactionInstruction> {
  return call('jobClaimOpen', new BN(claim.toString()), jobCommon(on));
}

/** The same of a job: the money stays in the mandate's vault, which is named twice. */
export async function jobClaimClose(
  on: JobOf,
  { loss, refundedBefore = 0n, tookHold = true }: End,
): Promise<TransactionInstruction> {
  const end = { loss: new BN(loss.toString()), refundedBefore: new BN(refundedBefore.toString()), tookHold };
  return call('jobClaimClose', end, {
    ...jobCommon(on),
    ...{ mint: on.mint, vault: on.vault, destination: on.vault, tokenProgram: TOKEN_PROGRAM_ID },
  });
}

function jobCommon({ job, ...on }: JobOf) {
  const { channel, ...rest } = common({ ...on, channel: job });
  return { ...rest, job: channel };
}

function call(name: string, argument: unknown, accounts: Record<string, PublicKey>) {
  const method = methods[name];
  assert.ok(method, `escrow has no ${name}`);
  return method(argument).accountsStrict(accounts).instruction();
}

function common({ deployment, mandate, channel }: EscrowFixture) {
  const [eventAuthority] = PublicKey.findProgramAddressSync(
    [Buffer.from('__event_authority')],
    deployment.escrow,
  );
  return {
    ...{ claimAuthority: claimAuthority(deployment), mandate, channel, eventAuthority },
    program: deployment.escrow,
  };
}

/** Escrow's answer to the one who called it, by the name of its type in the IDL. */
export function answerOf(on: EscrowFixture, { logs }: TransactionOutcome, type: string) {
  const [answer] = logs.flatMap((line) => {
    const [, program, data] = /^Program return: (\w+) (\S+)$/.exec(line) ?? [];
    return program === on.deployment.escrow.toBase58() && data !== undefined ? [data] : [];
  });
  assert.ok(answer, 'escrow answered nothing');
  return plain(coder.types.decode(type, Buffer.from(answer, 'base64')));
}

function plain(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, BN.isBN(entry) ? BigInt(entry.toString()) : entry]),
  );
}
