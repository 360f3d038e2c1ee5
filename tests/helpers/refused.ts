import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AccountState, TransactionFailed } from '@agent-labs/sdk';
import { type Idl, LangErrorCode } from '@coral-xyz/anchor';
import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { Keypair, PublicKey, type Signer, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import type { TestChain } from './chains/test-chain';

const IDLS = join(__dirname, '../../idl');

/** Our programs' IDLs, by address. */
const idls = new Map(
  readdirSync(IDLS).map((file) => {
    const idl = JSON.parse(readFileSync(join(IDLS, file), 'utf8')) as Idl;
    return [idl.address, idl];
  }),
);

/** Custom errors of others' programs that ours call. */
const CALLED: Record<string, number> = {
  'system:AccountAlreadyInUse': 0,
  'system:ResultWithNegativeLamports': 1,
  'token:InsufficientFunds': 1,
  'token:InvalidMint': 2,
  'token:MintMismatch': 3,
  'token:OwnerMismatch': 4,
  'token:AccountFrozen': 17,
  'token:NoMemo': 36,
  'compression:ConcurrentMerkleTreeError': 6001,
};

/** The runtime's own refusals: name in LiteSVM, wording in bankrun. */
const RUNTIME: Record<string, string> = {
  MissingRequiredSignature: 'missing required signature for instruction',
  MissingAccount: 'An account required by the instruction is missing',
  InvalidInstructionData: 'invalid instruction data',
  InvalidAccountData: 'invalid account data for instruction',
  IncorrectProgramId: 'incorrect program id for instruction',
  NotEnoughAccountKeys: 'insufficient account keys for instruction',
  ReadonlyLamportChange: 'instruction changed the balance of a read-only account',
  PrivilegeEscalation: 'Cross-program invocation with unauthorized signer or writable account',
  ProgramFailedToComplete: 'Program failed to complete',
};

/**
 * Sends what the chain must refuse, and checks that it did, with exactly this error, and that nothing
 * changed: all accounts of the instructions, and those in `watched`, keep every byte and lamport. A fee payer
 * of its own bears the fee.
 *
 * @param signers those of them that the instructions ask to sign do
 * @param error an error of the refusing program's IDL (`'FeeTooHigh'`), of Anchor (`'ConstraintSeeds'`), of a
 *   program it calls (`'token:InsufficientFunds'`, `'escrow:ClaimTooHigh'`), or of the runtime
 *   (`'MissingRequiredSignature'`)
 * @returns the refusal
 */
export async function expectRefused(
  chain: TestChain,
  instructions: TransactionInstruction | TransactionInstruction[],
  signers: Signer[],
  error: string,
  watched: PublicKey[] = [],
): Promise<TransactionFailed> {
  const list = Array.isArray(instructions) ? instructions : [instructions];
  const payer = Keypair.generate();
  await chain.airdrop(payer.publicKey, 1_000_000_000n);
  const accounts = distinct([...list.flatMap(({ keys }) => keys.map(({ pubkey }) => pubkey)), ...watched]);
  const asked = signers.filter(({ publicKey }) =>
    list.some(({ keys }) => keys.some(({ pubkey, isSigner }) => isSigner && pubkey.equals(publicKey))),
  );

  const before = await Promise.all(accounts.map((account) => chain.getAccount(account)));
  const refusal = await chain.send(list, { payer, signers: asked }).then(
    () => assert.fail(`not refused; ${error} expected`),
    (thrown: unknown) => thrown,
  );
  assert.ok(refusal instanceof TransactionFailed, String(refusal));
  assertError(refusal, list, error);
  const after = await Promise.all(accounts.map((account) => chain.getAccount(account)));
  accounts.forEach((account, at) => {
    assertSame(account, before[at] ?? null, after[at] ?? null);
  });
  return refusal;
}

function assertError(refusal: TransactionFailed, list: TransactionInstruction[], error: string): void {
  const { code, instructionIndex, message, logs } = refusal;
  const said = `${message}\n${logs.join('\n')}`;
  const wording = RUNTIME[error];
  if (wording !== undefined) {
    assert.equal(code, null, said);
    assert.ok(message.includes(`failed: ${error}`) || message.includes(`failed: ${wording}`), said);
    return;
  }
  assert.notEqual(instructionIndex, null, said);
  const program = list[instructionIndex ?? 0]?.programId.toBase58() ?? '';
  const [name, called] = error.split(':').reverse();
  const thrower = called === undefined ? idls.get(program) : idlNamed(called);
  const declared = thrower?.errors?.find((entry) => entry.name === name)?.code;
  const ofAnchor = (LangErrorCode as Record<string, number>)[error];
  const expected = declared ?? ofAnchor ?? CALLED[error];
  assert.notEqual(expected, undefined, `nobody declares an error ${error}`);
  assert.equal(code, expected, `${error} (${expected}) expected: ${said}`);
  // The number alone could be another program's, called by this one.
  const named = CALLED[error] === expected || logs.some((line) => line.includes(`Error Code: ${name}.`));
  assert.ok(named, said);
}

const idlNamed = (program: string) => [...idls.values()].find(({ metadata }) => metadata.name === program);

/** `program:` where an error is of the instruction's own program, so as to name it when another calls that. */
export function ownPrefix({ programId }: TransactionInstruction, error: string): string {
  const idl = idls.get(programId.toBase58());
  return idl?.errors?.some(({ name }) => name === error) ? `${idl.metadata.name}:` : '';
}

function assertSame(account: PublicKey, before: AccountState | null, after: AccountState | null): void {
  const told = (state: AccountState | null) =>
    state && { lamports: state.lamports, owner: state.owner.toBase58(), executable: state.executable };
  const who = account.toBase58();
  assert.deepEqual(told(after), told(before), `${who} changed`);
  const [was, is] = [before, after].map((state) => Buffer.from(state?.data ?? []));
  assert.ok(was !== undefined && is?.equals(was), `data of ${who} changed`);
}

function distinct(keys: PublicKey[]): PublicKey[] {
  return [...new Set(keys.map((key) => key.toBase58()))].map((key) => new PublicKey(key));
}

/** What the IDL says of an instruction of ours, its accounts in the order of `instruction.keys`. */
export function described(instruction: TransactionInstruction) {
  const found = idls
    .get(instruction.programId.toBase58())
    ?.instructions.find(({ discriminator }) =>
      Buffer.from(discriminator).equals(instruction.data.subarray(0, discriminator.length)),
    );
  if (found === undefined) throw new Error('not an instruction of our programs');
  const accounts = found.accounts.map((account) => {
    if ('accounts' in account) throw new Error(`${account.name} is a group of accounts`);
    return account;
  });
  return { name: found.name, accounts };
}

type Meta = TransactionInstruction['keys'][number];

/** The instruction with its account `name` (as in the IDL) changed. */
export function withAccount(
  instruction: TransactionInstruction,
  name: string,
  change: Partial<Meta>,
): TransactionInstruction {
  const at = described(instruction).accounts.findIndex((account) => account.name === name);
  const keys = instruction.keys.map((meta, index) => (index === at ? { ...meta, ...change } : meta));
  if (at < 0) throw new Error(`no account ${name}`);
  return new TransactionInstruction({ ...instruction, keys });
}

/** Programs that must not pass for another. */
export const OTHER_PROGRAMS = [SystemProgram.programId, TOKEN_PROGRAM_ID] as const;
