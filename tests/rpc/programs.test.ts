import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Localnet, programDataAddress, startLocalnet, UPGRADEABLE_LOADER } from '@agent-labs/localnet';
import {
  Keypair,
  type PublicKey,
  SYSVAR_CLOCK_PUBKEY,
  SYSVAR_RENT_PUBKEY,
  SystemProgram,
  TransactionInstruction,
} from '@solana/web3.js';

const noop = readFileSync(join(__dirname, '../../localnet/programs/spl_noop.so'));
const ticker = readFileSync(join(__dirname, '../programs/ticker.so'));
/** Bytes of a Buffer account before its ELF, and of a Program account. */
const BUFFER_HEADER = 37;
const PROGRAM_BYTES = 36;
const CHUNK = 900;

describe('local chain: programs that are deployed on it', () => {
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-programs-'));
  const payer = Keypair.generate();
  const program = Keypair.generate();
  const programData = programDataAddress(program.publicKey);
  let localnet: Localnet;

  const u32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const u64 = (value: number) => Buffer.concat([u32(value), u32(0)]);
  const meta = (pubkey: PublicKey, isSigner: boolean, isWritable: boolean) => ({
    pubkey,
    isSigner,
    isWritable,
  });
  const loader = (keys: ReturnType<typeof meta>[], ...data: Buffer[]) =>
    new TransactionInstruction({ programId: UPGRADEABLE_LOADER, keys, data: Buffer.concat(data) });
  const create = (account: Keypair, space: number) =>
    SystemProgram.createAccount({
      fromPubkey: payer.publicKey,
      newAccountPubkey: account.publicKey,
      lamports: Number(localnet.node.rent(space)),
      space,
      programId: UPGRADEABLE_LOADER,
    });
  const send = (instructions: TransactionInstruction[], ...signers: Keypair[]) =>
    localnet.node.send(instructions, { payer, signers });

  /** A buffer with the ELF. */
  async function upload(elf: Buffer): Promise<PublicKey> {
    const buffer = Keypair.generate();
    const at = buffer.publicKey;
    const begin = loader([meta(at, false, true), meta(payer.publicKey, false, false)], u32(0));
    await send([create(buffer, BUFFER_HEADER + elf.length), begin], buffer);
    for (let offset = 0; offset < elf.length; offset += CHUNK) {
      const part = elf.subarray(offset, offset + CHUNK);
      const keys = [meta(at, false, true), meta(payer.publicKey, true, false)];
      await send([loader(keys, u32(1), u32(offset), u64(part.length), part)]);
    }
    return at;
  }

  async function restart(): Promise<void> {
    await localnet?.stop();
    localnet = await startLocalnet({ directory, tick: null });
  }

  /** Which one runs: the ticker logs data, the no-op does not. */
  async function run(): Promise<'noop' | 'ticker'> {
    await localnet.node.advance({ slots: 3 });
    const [keys, data] = [[], Buffer.alloc(8)];
    const { logs } = await send([new TransactionInstruction({ programId: program.publicKey, keys, data })]);
    return logs.some((line) => line.startsWith('Program data: ')) ? 'ticker' : 'noop';
  }

  before(async () => {
    await restart();
    await localnet.node.airdrop(payer.publicKey, 100_000_000_000n);
  });
  after(async () => {
    await localnet?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('run, before and after a restart', async () => {
    const buffer = await upload(noop);
    const keys = [
      meta(payer.publicKey, true, true),
      meta(programData, false, true),
      meta(program.publicKey, false, true),
      meta(buffer, false, true),
      meta(SYSVAR_RENT_PUBKEY, false, false),
      meta(SYSVAR_CLOCK_PUBKEY, false, false),
      meta(SystemProgram.programId, false, false),
      meta(payer.publicKey, true, false),
    ];
    const room = Math.max(noop.length, ticker.length);
    await send([create(program, PROGRAM_BYTES), loader(keys, u32(2), u64(room))], program);
    assert.equal(await run(), 'noop');
    await restart();
    assert.equal(await run(), 'noop');
  }).timeout(120_000);

  it('are the new ones after an upgrade, and after a restart', async () => {
    const buffer = await upload(ticker);
    const keys = [
      meta(programData, false, true),
      meta(program.publicKey, false, true),
      meta(buffer, false, true),
      meta(payer.publicKey, false, true),
      meta(SYSVAR_RENT_PUBKEY, false, false),
      meta(SYSVAR_CLOCK_PUBKEY, false, false),
      meta(payer.publicKey, true, false),
    ];
    await send([loader(keys, u32(3))]);
    assert.equal(await run(), 'ticker');
    await restart();
    assert.equal(await run(), 'ticker');
  }).timeout(120_000);

  it('run no more once they are closed, and the chain starts all the same', async () => {
    const keys = [
      meta(programData, false, true),
      meta(payer.publicKey, false, true),
      meta(payer.publicKey, true, false),
      meta(program.publicKey, false, true),
    ];
    await send([loader(keys, u32(5))]);
    await assert.rejects(run(), /UnsupportedProgramId/);
    await restart();
    await assert.rejects(run(), /UnsupportedProgramId|InvalidProgramForExecution/);
  }).timeout(120_000);
});
