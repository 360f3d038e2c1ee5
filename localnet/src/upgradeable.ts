import type { AccountState } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { ProgramBinary } from './programs.js';

/** The loader that owns programs which can be upgraded. */
export const UPGRADEABLE_LOADER = new PublicKey('BPFLoaderUpgradeab1e11111111111111111111111');

/** Bytes before the ELF in a ProgramData account: state u32, slot u64, option u8, authority 32. */
export const PROGRAM_DATA_HEADER = 45;

const STATE_PROGRAM = 2;
const STATE_PROGRAM_DATA = 3;

/** An account and where it lives. */
export interface PlacedAccount {
  address: PublicKey;
  account: AccountState;
}

/** Where the loader keeps the ELF of `programId`. */
export function programDataAddress(programId: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([programId.toBytes()], UPGRADEABLE_LOADER)[0];
}

/**
 * The two accounts that the upgradeable loader would have made on a deploy, ProgramData first, because
 * a runtime that is given the Program account looks up its ProgramData at once.
 * The deploy slot is 0: a program cannot run in the slot it was deployed in.
 *
 * @param rentExemption lamports that keep an account of so many bytes rent-exempt
 */
export function upgradeableAccounts(
  program: ProgramBinary,
  upgradeAuthority: PublicKey,
  rentExemption: (bytes: number) => bigint,
): [programData: PlacedAccount, program: PlacedAccount] {
  const dataAddress = programDataAddress(program.programId);
  const programData = Buffer.alloc(PROGRAM_DATA_HEADER + program.elf.length);
  programData.writeUInt32LE(STATE_PROGRAM_DATA, 0);
  programData.writeBigUInt64LE(0n, 4);
  programData.writeUInt8(1, 12);
  programData.set(upgradeAuthority.toBytes(), 13);
  programData.set(program.elf, PROGRAM_DATA_HEADER);

  const pointer = Buffer.alloc(36);
  pointer.writeUInt32LE(STATE_PROGRAM, 0);
  pointer.set(dataAddress.toBytes(), 4);

  const place = (address: PublicKey, data: Buffer, executable: boolean): PlacedAccount => ({
    address,
    account: { lamports: rentExemption(data.length), owner: UPGRADEABLE_LOADER, data, executable },
  });
  return [place(dataAddress, programData, false), place(program.programId, pointer, true)];
}

/**
 * Who may upgrade the program whose ProgramData account this is; null where it is final.
 * @throws Error when the account is not a ProgramData account
 */
export function upgradeAuthorityOf(account: AccountState): PublicKey | null {
  const data = Buffer.from(account.data.buffer, account.data.byteOffset, account.data.byteLength);
  const isProgramData =
    account.owner.equals(UPGRADEABLE_LOADER) &&
    data.length >= PROGRAM_DATA_HEADER &&
    data.readUInt32LE(0) === STATE_PROGRAM_DATA;
  if (!isProgramData) throw new Error('not a ProgramData account of the upgradeable loader');
  return data.readUInt8(12) === 1 ? new PublicKey(data.subarray(13, PROGRAM_DATA_HEADER)) : null;
}
