import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Chain, Deployment } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { z } from 'zod';
import { MigrationRefused } from './errors.js';

const UPGRADEABLE_LOADER = new PublicKey('BPFLoaderUpgradeab1e11111111111111111111111');
/** Bytes before the ELF in a ProgramData account: state u32, slot u64, option u8, authority 32. */
const HEADER = 45;
const STATE_PROGRAM_DATA = 3;

/** From migrations/dist or migrations/src, the repository is two up. */
const ARTIFACTS = new URL('../../programs/artifacts/', import.meta.url);

const buildRecord = z.object({
  compiler: z.string(),
  programs: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.int().positive() })),
});
export type BuildRecord = z.infer<typeof buildRecord>;

/** What was built. @throws MigrationRefused `BuildRecordInvalid` */
export function readBuildRecord(file: URL = new URL('BUILD.json', ARTIFACTS)): BuildRecord {
  try {
    return buildRecord.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new MigrationRefused('BuildRecordInvalid', `${file.pathname}: ${(error as Error).message}`);
  }
}

/** Where the loader keeps a program's ELF. */
export function programDataAddress(program: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([program.toBytes()], UPGRADEABLE_LOADER)[0];
}

interface ProgramData {
  /** null where the program is final */
  authority: PublicKey | null;
  elf: Buffer;
}

async function readProgramData(chain: Pick<Chain, 'getAccount'>, program: PublicKey) {
  const account = await chain.getAccount(programDataAddress(program));
  if (account === null) return null;
  const data = Buffer.from(account.data);
  const isProgramData =
    account.owner.equals(UPGRADEABLE_LOADER) &&
    data.length >= HEADER &&
    data.readUInt32LE(0) === STATE_PROGRAM_DATA;
  if (!isProgramData) {
    throw new MigrationRefused(
      'ProgramMissing',
      `${program.toBase58()} has no data of the upgradeable loader`,
    );
  }
  const authority = data.readUInt8(12) === 1 ? new PublicKey(data.subarray(13, HEADER)) : null;
  return { authority, elf: data.subarray(HEADER) } satisfies ProgramData;
}

/** Who may upgrade a program; null where it is final. @throws MigrationRefused `ProgramMissing` */
export async function upgradeAuthorityOf(
  chain: Pick<Chain, 'getAccount'>,
  program: PublicKey,
): Promise<PublicKey | null> {
  const found = await readProgramData(chain, program);
  if (found !== null) return found.authority;
  throw new MigrationRefused('ProgramMissing', `${program.toBase58()} is not deployed on this cluster`);
}

/** How a program on a cluster stands beside what was built. */
export interface ProgramState {
  name: string;
  program: PublicKey;
  state: 'missing' | 'as built' | 'other bytes' | 'final, other bytes';
  authority: PublicKey | null;
  /** SHA-256 of what was built, and of as many bytes on the cluster. */
  built: string;
  found: string | null;
  /** Commands of the Solana CLI that bring it there. */
  commands: string[];
}

/**
 * Compares every program of the deployment with BUILD.json. What a deploy reserved beyond the ELF must be zero.
 * @param url as the commands name the cluster
 */
export async function programStates(
  chain: Pick<Chain, 'getAccount'>,
  deployment: Deployment,
  url: string,
  record: BuildRecord = readBuildRecord(),
): Promise<ProgramState[]> {
  const states: ProgramState[] = [];
  for (const [name, program] of Object.entries(deployment)) {
    const built = record.programs[name];
    if (!(program instanceof PublicKey) || built === undefined) continue;
    const found = await readProgramData(chain, program);
    const elf = found?.elf.subarray(0, built.bytes);
    const hash = elf === undefined ? null : createHash('sha256').update(elf).digest('hex');
    const padded = found?.elf.subarray(built.bytes).every((byte) => byte === 0) ?? false;
    const same = hash === built.sha256 && padded;
    const authority = found?.authority ?? null;
    const state =
      found === null ? 'missing' : same ? 'as built' : authority ? 'other bytes' : 'final, other bytes';
    const grows = found === null ? 0 : built.bytes - found.elf.length;
    const commands = commandsFor(state, name, program, grows, url);
    states.push({ name, program, state, authority, built: built.sha256, found: hash, commands });
  }
  return states;
}

function commandsFor(
  state: ProgramState['state'],
  name: string,
  program: PublicKey,
  grows: number,
  url: string,
): string[] {
  const artifact = `programs/artifacts/${name}.so`;
  if (state === 'missing') {
    const id = `${name.toUpperCase()}-KEYPAIR.json`;
    return [`solana program deploy ${artifact} --program-id ${id} --url ${url}`];
  }
  if (state !== 'other bytes') return [];
  const at = program.toBase58();
  return [
    ...(grows > 0 ? [`solana program extend ${at} ${grows} --url ${url}`] : []),
    `solana program write-buffer ${artifact} --url ${url}`,
    `solana program upgrade BUFFER ${at} --upgrade-authority AUTHORITY-KEYPAIR.json --url ${url}`,
  ];
}
