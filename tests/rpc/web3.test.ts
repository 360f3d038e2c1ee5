import assert from 'node:assert/strict';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { getBase58Decoder } from '@solana/kit';
import {
  AddressLookupTableProgram,
  ComputeBudgetProgram,
  Connection,
  Keypair,
  LAMPORTS_PER_SOL,
  type Logs,
  SendTransactionError,
  SystemProgram,
  sendAndConfirmTransaction,
  Transaction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import { within } from '../helpers/within';

describe('web3.js drives the local chain', () => {
  let localnet: Localnet;
  let connection: Connection;
  let payer: Keypair;

  before(async () => {
    localnet = await startLocalnet();
    connection = new Connection(localnet.rpcUrl, 'confirmed');
    payer = Keypair.generate();
    await airdrop(payer, 100);
  });
  after(() => localnet.stop());

  async function airdrop(to: Keypair, sol: number): Promise<void> {
    const signature = await connection.requestAirdrop(to.publicKey, sol * LAMPORTS_PER_SOL);
    const latest = await connection.getLatestBlockhash();
    const { value } = await connection.confirmTransaction({ signature, ...latest });
    assert.equal(value.err, null);
  }

  const transfer = (to: Keypair, lamports: number) =>
    SystemProgram.transfer({ fromPubkey: payer.publicKey, toPubkey: to.publicKey, lamports });

  it('gives lamports, and confirms a transfer over the WebSocket', async () => {
    const to = Keypair.generate();
    const signature = await sendAndConfirmTransaction(
      connection,
      new Transaction().add(transfer(to, LAMPORTS_PER_SOL)),
      [payer],
    );
    assert.equal(await connection.getBalance(to.publicKey), LAMPORTS_PER_SOL);
    const { value: status } = await connection.getSignatureStatus(signature);
    assert.equal(status?.confirmationStatus, 'confirmed');
    assert.equal(status?.err, null);
    assert.ok(Number(status?.confirmations) >= 0);
  });

  it('tells of a transaction: balances, fee, units, logs', async () => {
    const to = Keypair.generate();
    const limit = ComputeBudgetProgram.setComputeUnitLimit({ units: 1_000 });
    const transaction = new Transaction().add(transfer(to, 5_000_000), limit);
    const signature = await sendAndConfirmTransaction(connection, transaction, [payer]);
    const found = await connection.getTransaction(signature, { maxSupportedTransactionVersion: 0 });
    assert.equal(found?.meta?.fee, 5_000);
    assert.equal(found?.meta?.computeUnitsConsumed, 300);
    const keys = found?.transaction.message.staticAccountKeys.map((key) => key.toBase58()) ?? [];
    const at = keys.indexOf(to.publicKey.toBase58());
    assert.deepEqual([found?.meta?.preBalances[at], found?.meta?.postBalances[at]], [0, 5_000_000]);
    assert.match(
      found?.meta?.logMessages?.join('\n') ?? '',
      /Program 11111111111111111111111111111111 success/,
    );
    const parsed = await connection.getParsedTransaction(signature, { maxSupportedTransactionVersion: 0 });
    assert.equal(parsed?.slot, found?.slot);
    const [latest] = await connection.getSignaturesForAddress(to.publicKey);
    assert.equal(latest?.signature, signature);
    const block = await connection.getBlock(found?.slot ?? 0, { maxSupportedTransactionVersion: 0 });
    assert.ok(block?.transactions.some((one) => one.transaction.signatures[0] === signature));
    assert.ok(found?.blockTime && Math.abs(found.blockTime - Date.now() / 1_000) < 60);
  });

  it('takes version 0 with lookup tables', async () => {
    const slot = await connection.getSlot();
    const [create, table] = AddressLookupTableProgram.createLookupTable({
      authority: payer.publicKey,
      payer: payer.publicKey,
      recentSlot: slot - 1,
    });
    const to = Keypair.generate();
    const extend = AddressLookupTableProgram.extendLookupTable({
      lookupTable: table,
      authority: payer.publicKey,
      payer: payer.publicKey,
      addresses: [to.publicKey],
    });
    await sendAndConfirmTransaction(connection, new Transaction().add(create, extend), [payer]);
    await localnet.node.advance({ slots: 1 });
    const { value: account } = await connection.getAddressLookupTable(table);
    assert.ok(account);
    const { blockhash, lastValidBlockHeight } = await connection.getLatestBlockhash();
    const message = new TransactionMessage({
      payerKey: payer.publicKey,
      recentBlockhash: blockhash,
      instructions: [transfer(to, 2_000_000)],
    }).compileToV0Message([account]);
    const transaction = new VersionedTransaction(message);
    transaction.sign([payer]);
    const signature = await connection.sendTransaction(transaction);
    await connection.confirmTransaction({ signature, blockhash, lastValidBlockHeight });
    assert.equal(await connection.getBalance(to.publicKey), 2_000_000);
    const found = await connection.getTransaction(signature, { maxSupportedTransactionVersion: 0 });
    assert.deepEqual(found?.meta?.loadedAddresses?.writable.map(String), [to.publicKey.toBase58()]);
    await assert.rejects(
      connection.getTransaction(signature),
      /Transaction version \(0\) is not supported by the requesting client/,
    );
  });

  it('simulates with signatures, logs and accounts, and changes nothing', async () => {
    const to = Keypair.generate();
    const { blockhash } = await connection.getLatestBlockhash();
    const message = new TransactionMessage({
      payerKey: payer.publicKey,
      recentBlockhash: blockhash,
      instructions: [transfer(to, 3_000_000)],
    }).compileToV0Message();
    const transaction = new VersionedTransaction(message);
    const unsigned = await connection.simulateTransaction(transaction, { sigVerify: false });
    assert.equal(unsigned.value.err, null);
    transaction.sign([payer]);
    const { value } = await connection.simulateTransaction(transaction, {
      sigVerify: true,
      accounts: { encoding: 'base64', addresses: [to.publicKey.toBase58()] },
    });
    assert.equal(value.err, null);
    assert.equal(value.unitsConsumed, 150);
    assert.equal(value.accounts?.[0]?.lamports, 3_000_000);
    assert.equal(await connection.getBalance(to.publicKey), 0);
  });

  it('preflight refuses what would fail, with logs and without a fee', async () => {
    const poor = Keypair.generate();
    await airdrop(poor, 1);
    const before = await connection.getBalance(poor.publicKey);
    const transaction = new Transaction().add(
      SystemProgram.transfer({
        fromPubkey: poor.publicKey,
        toPubkey: payer.publicKey,
        lamports: 5 * LAMPORTS_PER_SOL,
      }),
    );
    await assert.rejects(
      sendAndConfirmTransaction(connection, transaction, [poor]),
      (error: unknown) =>
        error instanceof SendTransactionError &&
        /custom program error: 0x1/.test(error.message) &&
        (error.logs ?? []).some((line) => line.includes('insufficient lamports')),
    );
    assert.equal(await connection.getBalance(poor.publicKey), before);
  });

  it('sent twice, it runs once', async () => {
    const to = Keypair.generate();
    const { blockhash, lastValidBlockHeight } = await connection.getLatestBlockhash();
    const transaction = new Transaction({ blockhash, lastValidBlockHeight, feePayer: payer.publicKey });
    transaction.add(transfer(to, 1_000_000));
    transaction.sign(payer);
    const raw = transaction.serialize();
    const first = await connection.sendRawTransaction(raw, { skipPreflight: true });
    assert.equal(await connection.sendRawTransaction(raw, { skipPreflight: true }), first);
    await assert.rejects(connection.sendRawTransaction(raw), /already been processed/);
    assert.equal(await connection.getBalance(to.publicKey), 1_000_000);
  });

  it('subscriptions: account, program, logs, signature, slot, root', async () => {
    const to = Keypair.generate();
    const seen = {
      account: new Promise<number>((resolve) => {
        connection.onAccountChange(to.publicKey, ({ lamports }) => resolve(lamports));
      }),
      program: new Promise<string>((resolve) => {
        connection.onProgramAccountChange(SystemProgram.programId, ({ accountId }) => {
          if (accountId.equals(to.publicKey)) resolve(accountId.toBase58());
        });
      }),
      logs: new Promise<Logs>((resolve) => {
        connection.onLogs(to.publicKey, resolve);
      }),
      slot: new Promise<number>((resolve) => {
        connection.onSlotChange(({ slot }) => resolve(slot));
      }),
      root: new Promise<number>((resolve) => {
        connection.onRootChange(resolve);
      }),
    };
    // the subscriptions are on their way on the same socket as this one's confirmation
    await airdrop(Keypair.generate(), 1);
    const signature = await sendAndConfirmTransaction(
      connection,
      new Transaction().add(transfer(to, 1_500_000)),
      [payer],
    );
    assert.equal(await within(10, seen.account), 1_500_000);
    assert.equal(await within(10, seen.program), to.publicKey.toBase58());
    const logs = await within(10, seen.logs);
    assert.equal(logs.signature, signature);
    assert.equal(logs.err, null);
    assert.ok((await within(10, seen.slot)) > 0);
    assert.ok((await within(10, seen.root)) >= 0);
  });

  it('a finalized confirmation comes 32 slots later', async () => {
    const to = Keypair.generate();
    const { blockhash, lastValidBlockHeight } = await connection.getLatestBlockhash();
    const transaction = new Transaction({ blockhash, lastValidBlockHeight, feePayer: payer.publicKey });
    transaction.add(transfer(to, 1_000_000));
    transaction.sign(payer);
    const signature = await connection.sendRawTransaction(transaction.serialize());
    const slot = await connection.getSlot('processed');
    const confirmed = connection.confirmTransaction(
      { signature, blockhash, lastValidBlockHeight },
      'finalized',
    );
    await localnet.node.advance({ slots: 32 });
    assert.equal((await within(30, confirmed)).value.err, null);
    assert.ok((await connection.getSlot('processed')) >= slot + 32);
    const { value } = await connection.getSignatureStatus(signature);
    assert.equal(value?.confirmationStatus, 'finalized');
    assert.equal(value?.confirmations, null);
  });

  it('fees, rent, epoch, supply of blocks', async () => {
    const { blockhash } = await connection.getLatestBlockhash();
    const message = new TransactionMessage({
      payerKey: payer.publicKey,
      recentBlockhash: blockhash,
      instructions: [transfer(Keypair.generate(), 1)],
    }).compileToV0Message();
    assert.equal((await connection.getFeeForMessage(message)).value, 5_000);
    assert.equal(await connection.getMinimumBalanceForRentExemption(0), 890_880);
    assert.equal((await connection.getEpochInfo()).epoch, 0);
    assert.match((await connection.getVersion())['solana-core'], /^\d+\.\d+\.\d+/);
    // so far from the chain's first block that there are those that are asked for
    await localnet.node.advance({ slots: 60 });
    const slot = await connection.getSlot();
    assert.ok((await connection.getBlocks(slot - 3, slot)).length === 4);
    const [now, before] = await Promise.all([
      connection.getBlockTime(slot),
      connection.getBlockTime(slot - 50),
    ]);
    assert.ok(now !== null && before !== null && now >= before);
    const fees = await connection.getRecentPrioritizationFees();
    assert.ok(fees.length > 0);
  });

  // the last: web3.js goes on using the blockhash it has, which the chain has left behind then
  it('a transaction of an old blockhash is refused, and confirmation gives up by block height', async () => {
    const { blockhash, lastValidBlockHeight } = await connection.getLatestBlockhash();
    await localnet.node.advance({ slots: 151 });
    const transaction = new Transaction({ blockhash, lastValidBlockHeight, feePayer: payer.publicKey });
    transaction.add(transfer(Keypair.generate(), 1_000_000));
    transaction.sign(payer);
    await assert.rejects(connection.sendRawTransaction(transaction.serialize()), /Blockhash not found/);
    assert.equal((await connection.isBlockhashValid(blockhash)).value, false);
    const never = getBase58Decoder().decode(transaction.signature ?? Buffer.alloc(0));
    await assert.rejects(
      connection.confirmTransaction({
        signature: never,
        blockhash,
        lastValidBlockHeight,
      }),
      /block height exceeded/,
    );
  });
});
