import { loadThirdPartyPrograms } from '@agent-labs/localnet';
import {
  Keypair,
  type PublicKey,
  SystemProgram,
  TransactionInstruction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import { type ChainKind, startChain, type TestChain } from '../helpers/chains/test-chain';

export const SOL = 1_000_000_000n;
export const UNIX_TIME = 1_800_000_000n;
export const UNKNOWN_BLOCKHASH = Keypair.generate().publicKey.toBase58();
/** Upgrade authority of the programs; no wallet of its own. */
export const AUTHORITY = Keypair.generate().publicKey;
export const PROGRAMS = loadThirdPartyPrograms();
export const NOOP = programId('spl_noop');

/** @throws Error when no such program is loaded */
export function programId(name: string): PublicKey {
  const found = PROGRAMS.find((program) => program.name === name);
  if (found === undefined) throw new Error(`no program ${name}`);
  return found.programId;
}

/** A fresh chain for each test, and a payer with 10 SOL on it. */
export class ChainFixture {
  chain!: TestChain;
  payer!: Keypair;

  /** Call it inside a describe. */
  constructor(kind: ChainKind) {
    beforeEach(async () => {
      this.chain = await startChain(kind, {
        programs: PROGRAMS,
        upgradeAuthority: AUTHORITY,
        unixTime: UNIX_TIME,
      });
      this.payer = Keypair.generate();
      await this.chain.airdrop(this.payer.publicKey, 10n * SOL);
    });
  }

  /** lamports */
  async balance(of: PublicKey): Promise<bigint> {
    return (await this.chain.getAccount(of))?.lamports ?? 0n;
  }

  pay(to: PublicKey, lamports: bigint): TransactionInstruction {
    return SystemProgram.transfer({ fromPubkey: this.payer.publicKey, toPubkey: to, lamports });
  }

  /** An instruction with `data` and without effect. */
  say(data: Buffer): TransactionInstruction {
    return new TransactionInstruction({ programId: NOOP, keys: [], data });
  }

  sign(instructions: TransactionInstruction[], recentBlockhash: string): VersionedTransaction {
    const payerKey = this.payer.publicKey;
    const message = new TransactionMessage({ payerKey, recentBlockhash, instructions });
    const transaction = new VersionedTransaction(message.compileToV0Message());
    transaction.sign([this.payer]);
    return transaction;
  }
}
