import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { configAddress, escrowIdl, eventsOf, registryIdl } from '@agent-labs/sdk';
import { AnchorError, AnchorProvider, BN, type Idl, Program, Wallet } from '@coral-xyz/anchor';
import { getAssociatedTokenAddressSync, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import {
  Connection,
  Keypair,
  type PublicKey,
  sendAndConfirmTransaction,
  Transaction,
  TransactionInstruction,
} from '@solana/web3.js';
import { within } from '../helpers/within';

const ROOT = join(__dirname, '../..');
const TICKER = Keypair.generate().publicKey;

/** What the tests' own program logs. */
const TICKER_IDL: Idl = {
  address: TICKER.toBase58(),
  metadata: { name: 'ticker', version: '0.1.0', spec: '0.1.0' },
  instructions: [],
  events: [{ name: 'Ticked', discriminator: [62, 38, 144, 106, 104, 131, 254, 110] }],
  types: [{ name: 'Ticked', type: { kind: 'struct', fields: [{ name: 'tick', type: 'u64' }] } }],
};

describe('Anchor drives the local chain', () => {
  let localnet: Localnet;
  let connection: Connection;
  let payer: Keypair;
  let registry: Program;
  let escrow: Program;
  before(async () => {
    const elf = readFileSync(join(__dirname, '../programs/ticker.so'));
    localnet = await startLocalnet({ programs: [{ name: 'ticker', programId: TICKER, elf }] });
    connection = new Connection(localnet.rpcUrl, 'confirmed');
    payer = localnet.personas.payer;
    const provider = new AnchorProvider(connection, new Wallet(payer), { commitment: 'confirmed' });
    const idl = (name: string) => JSON.parse(readFileSync(join(ROOT, 'idl', `${name}.json`), 'utf8')) as Idl;
    registry = new Program(idl('registry'), provider);
    escrow = new Program(idl('escrow'), provider);
  });
  after(() => localnet.stop());

  const openArgs = (id: number, sessionKey: PublicKey, perCallMax: number) => ({
    id: new BN(id),
    sessionKey,
    perCallMax: new BN(perCallMax),
    dailyCap: new BN(1_000_000),
    totalCap: new BN(1_000_000),
    expiresAt: new BN(Math.floor(Date.now() / 1_000) + 86_400),
    allowList: [],
    deposit: new BN(1_000_000),
    allowRoot: null,
    minStake: new BN(0),
    minScore: 0,
    attestor: null,
    approvers: [],
    approvalThreshold: 0,
    approvalAbove: new BN(0),
    releaseApprovalAbove: new BN(0),
  });
  const open = (id: number, perCallMax = 1_000) => {
    const { mint } = localnet.personas;
    return escrow.methods
      .mandateOpen?.(openArgs(id, Keypair.generate().publicKey, perCallMax))
      .accountsPartial({
        payer: payer.publicKey,
        mint: mint.publicKey,
        config: configAddress(localnet.deployment),
        source: getAssociatedTokenAddressSync(mint.publicKey, payer.publicKey),
        tokenProgram: TOKEN_PROGRAM_ID,
        program: escrow.programId,
      });
  };

  it('fetches accounts, by address and by filter', async () => {
    // biome-ignore lint/suspicious/noExplicitAny: without the program's types Anchor knows no account's fields
    const accounts = registry.account as any;
    const config = await accounts.config.fetch(configAddress(localnet.deployment));
    assert.ok(config.admin.equals(localnet.personas.operator.publicKey));
    const all = await accounts.config.all();
    assert.deepEqual(
      all.map(({ publicKey }: { publicKey: PublicKey }) => publicKey.toBase58()),
      [configAddress(localnet.deployment).toBase58()],
    );
    assert.deepEqual(await accounts.agent.all([{ memcmp: { offset: 8, bytes: '3' } }]), []);
    assert.equal(await accounts.agent.fetchNullable(Keypair.generate().publicKey), null);
  });

  it('sends by .rpc(), and the events of the transaction can be read', async () => {
    const signature = await open(1)?.rpc();
    assert.ok(signature);
    const found = await connection.getTransaction(signature, { maxSupportedTransactionVersion: 0 });
    const keys = found?.transaction.message.getAccountKeys() as { get(index: number): PublicKey };
    const innerInstructions = (found?.meta?.innerInstructions ?? []).flatMap(({ index, instructions }) =>
      instructions.map(({ programIdIndex, data }) => ({
        outerIndex: index,
        programId: keys.get(programIdIndex),
        data: require('@coral-xyz/anchor').utils.bytes.bs58.decode(data) as Uint8Array,
      })),
    );
    const [event] = eventsOf(localnet.deployment, { innerInstructions });
    assert.deepEqual([event?.program, event?.name], ['escrow', 'mandateOpened']);
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const mandates = await (escrow.account as any).mandate.all([
      { memcmp: { offset: escrowOffset('payer'), bytes: payer.publicKey.toBase58() } },
    ]);
    assert.equal(mandates.length, 1);
    assert.ok(mandates[0].account.free.eq(new BN(1_000_000)));
  });

  /** Where a field of a mandate begins. */
  function escrowOffset(field: string): number {
    const type = escrowIdl.types.find(({ name }) => (name as string) === 'Mandate')?.type as unknown as {
      fields: { name: string; type: unknown }[];
    };
    const sizes: Record<string, number> = { u8: 1, u16: 2, u32: 4, u64: 8, i64: 8, pubkey: 32 };
    let offset = 8;
    for (const { name, type: kind } of type.fields) {
      if (name === field) return offset;
      offset += typeof kind === 'string' ? (sizes[kind] ?? Number.NaN) : Number.NaN;
    }
    throw new Error(`no field ${field}`);
  }

  it('simulates, and catches errors by their codes', async () => {
    const simulated = await open(2)?.simulate();
    assert.ok(simulated?.raw.some((line) => line.includes(`Program ${escrow.programId.toBase58()} success`)));
    const failure = await open(3, 0)
      ?.rpc()
      .catch((error: unknown) => error);
    const expected = escrowIdl.errors.find(({ name }) => (name as string) === 'CapsInvalid');
    if (failure instanceof AnchorError) assert.equal(failure.error.errorCode.number, expected?.code);
    else assert.equal((failure as { code?: number }).code, expected?.code, String(failure));
    assert.equal(registryIdl.address, registry.programId.toBase58());
  });

  it('hears events that a program logs', async () => {
    const ticker = new Program(TICKER_IDL, registry.provider);
    const heard = new Promise<[BN, number, string]>((done) => {
      ticker.addEventListener('ticked', ({ tick }: { tick: BN }, slot, signature) =>
        done([tick, slot, signature]),
      );
    });
    const tick = new TransactionInstruction({
      programId: TICKER,
      keys: [],
      data: new BN(123_456).toArrayLike(Buffer, 'le', 8),
    });
    // subscribing takes a moment; it is on the same socket as this confirmation
    await sendAndConfirmTransaction(connection, new Transaction().add(tick), [payer]);
    const again = new TransactionInstruction({ ...tick, data: new BN(654_321).toArrayLike(Buffer, 'le', 8) });
    const signature = await sendAndConfirmTransaction(connection, new Transaction().add(again), [payer]);
    const [value, slot, from] = await within(20, heard);
    assert.ok(value.eqn(123_456) || (value.eqn(654_321) && from === signature));
    assert.ok(slot > 0);
  });
});
