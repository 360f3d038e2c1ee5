import assert from 'node:assert/strict';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { createAssociatedTokenAccountIdempotentInstruction } from '@solana/spl-token';
import {
  AddressLookupTableProgram,
  ComputeBudgetProgram,
  Connection,
  Ed25519Program,
  Keypair,
  PublicKey,
  Secp256k1Program,
  StakeProgram,
  SystemProgram,
  TransactionInstruction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import { call } from './support';

const NOOP = new PublicKey('noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV');
const LAMPORT = 1_000_000;

describe('local chain: what getFeeForMessage says is what is charged', () => {
  let localnet: Localnet;
  let payer: Keypair;
  let connection: Connection;
  before(async () => {
    localnet = await startLocalnet({ tick: null });
    connection = new Connection(localnet.rpcUrl, 'confirmed');
    payer = localnet.personas.payer;
  });
  after(() => localnet.stop());

  const limit = (units: number) => ComputeBudgetProgram.setComputeUnitLimit({ units });
  const price = (microLamports: number) => ComputeBudgetProgram.setComputeUnitPrice({ microLamports });
  const transfer = () =>
    SystemProgram.transfer({
      fromPubkey: payer.publicKey,
      toPubkey: Keypair.generate().publicKey,
      lamports: 2_000_000,
    });
  const noop = () => new TransactionInstruction({ programId: NOOP, keys: [], data: Buffer.from('x') });
  const message = Buffer.from('signed');
  const ed25519 = () =>
    Ed25519Program.createInstructionWithPrivateKey({ privateKey: Keypair.generate().secretKey, message });
  const secp256k1 = () =>
    Secp256k1Program.createInstructionWithPrivateKey({ privateKey: Buffer.alloc(32, 5), message });
  const stake = () => {
    const [initialized] = StakeProgram.createAccount({
      fromPubkey: payer.publicKey,
      stakePubkey: Keypair.generate().publicKey,
      authorized: { staker: payer.publicKey, withdrawer: payer.publicKey },
      lamports: 1,
    }).instructions.slice(1);
    assert.ok(initialized);
    return initialized;
  };
  const table = () =>
    AddressLookupTableProgram.createLookupTable({
      authority: payer.publicKey,
      payer: payer.publicKey,
      recentSlot: localnet.node.height - 1,
    })[0];
  const token = () =>
    createAssociatedTokenAccountIdempotentInstruction(
      payer.publicKey,
      PublicKey.findProgramAddressSync([Buffer.alloc(1)], NOOP)[0],
      payer.publicKey,
      localnet.personas.mint.publicKey,
    );

  const cases: [string, () => TransactionInstruction[]][] = [
    ['a transfer', () => [transfer()]],
    ['a price for a limit', () => [transfer(), limit(1_000), price(LAMPORT)]],
    ['a price that comes to a part of a lamport', () => [transfer(), limit(1_001), price(1_500)]],
    ['a price without a limit, builtin programs', () => [transfer(), price(LAMPORT)]],
    ['a price without a limit, another program', () => [transfer(), noop(), price(LAMPORT)]],
    ['more programs than the limit holds', () => [...Array.from({ length: 9 }, noop), price(LAMPORT)]],
    ['a limit above the most', () => [noop(), limit(3_000_000), price(LAMPORT)]],
    ['an Ed25519 signature', () => [ed25519(), transfer()]],
    ['two Ed25519 signatures, with a price', () => [ed25519(), ed25519(), noop(), price(LAMPORT)]],
    ['a secp256k1 signature, with a price', () => [secp256k1(), price(LAMPORT)]],
    ['programs that were builtin: stake', () => [stake(), price(LAMPORT)]],
    ['programs that were builtin: lookup tables', () => [table(), price(LAMPORT)]],
    ['a token account that is refused', () => [token(), price(LAMPORT)]],
  ];
  for (const [what, make] of cases) {
    it(what, async () => {
      await localnet.node.advance({ slots: 1 });
      const compiled = new TransactionMessage({
        payerKey: payer.publicKey,
        recentBlockhash: localnet.node.latestBlockhash.blockhash,
        instructions: make(),
      }).compileToV0Message();
      const { value: told } = await connection.getFeeForMessage(compiled);
      const transaction = new VersionedTransaction(compiled);
      transaction.sign([payer]);
      const { result, error } = await call(
        localnet,
        'sendTransaction',
        Buffer.from(transaction.serialize()).toString('base64'),
        { encoding: 'base64', skipPreflight: true },
      );
      assert.equal(error, undefined, error?.message);
      const record = localnet.node.history.get(result as string);
      assert.equal(told, record?.fee);
      assert.ok(Number(told) >= 5_000);
    });
  }
});
