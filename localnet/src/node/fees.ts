import {
  ComputeBudgetProgram,
  Ed25519Program,
  PublicKey,
  Secp256k1Program,
  SystemProgram,
  type VersionedMessage,
  VoteProgram,
} from '@solana/web3.js';

/** Lamports for each signature, those that precompiles verify included. */
const PER_SIGNATURE = 5_000n;
const MICRO_LAMPORTS = 1_000_000n;
/** Compute units of an instruction where a transaction sets no limit, of a builtin program and of another. */
const BUILTIN_UNITS = 3_000n;
const PROGRAM_UNITS = 200_000n;
const MOST_UNITS = 1_400_000n;
/** Instructions of the compute budget, by their first byte. */
const SET_LIMIT = 2;
const SET_PRICE = 3;

const SECP256R1 = new PublicKey('Secp256r1SigVerify1111111111111111111111111');
const PRECOMPILES = keys(Ed25519Program.programId, Secp256k1Program.programId, SECP256R1);
const BUILTINS = keys(
  SystemProgram.programId,
  VoteProgram.programId,
  ComputeBudgetProgram.programId,
  new PublicKey('BPFLoader1111111111111111111111111111111111'),
  new PublicKey('BPFLoader2111111111111111111111111111111111'),
  new PublicKey('BPFLoaderUpgradeab1e11111111111111111111111'),
  new PublicKey('LoaderV411111111111111111111111111111111111'),
  Ed25519Program.programId,
  Secp256k1Program.programId,
);

/** Lamports that a message is charged: for its signatures, and its price for all units it may use. */
export function feeOfMessage(message: VersionedMessage): bigint {
  let [signatures, units] = [BigInt(message.header.numRequiredSignatures), 0n];
  let [limit, price]: [bigint | null, bigint] = [null, 0n];
  for (const { programIdIndex, data } of message.compiledInstructions) {
    const program = message.staticAccountKeys[programIdIndex]?.toBase58() ?? '';
    if (PRECOMPILES.has(program)) signatures += BigInt(data[0] ?? 0);
    units += BUILTINS.has(program) ? BUILTIN_UNITS : PROGRAM_UNITS;
    if (program !== ComputeBudgetProgram.programId.toBase58()) continue;
    const bytes = Buffer.from(data);
    if (bytes[0] === SET_LIMIT && bytes.length >= 5) limit = BigInt(bytes.readUInt32LE(1));
    if (bytes[0] === SET_PRICE && bytes.length >= 9) price = bytes.readBigUInt64LE(1);
  }
  const wanted = limit ?? units;
  const paid = wanted < MOST_UNITS ? wanted : MOST_UNITS;
  return signatures * PER_SIGNATURE + (paid * price + MICRO_LAMPORTS - 1n) / MICRO_LAMPORTS;
}

function keys(...programs: PublicKey[]): ReadonlySet<string> {
  return new Set(programs.map((program) => program.toBase58()));
}
