import assert from 'node:assert/strict';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import {
  AuthorityType,
  approve,
  burn,
  closeAccount,
  createMint,
  getAccount,
  getMint,
  getOrCreateAssociatedTokenAccount,
  mintTo,
  setAuthority,
  TOKEN_2022_PROGRAM_ID,
  TOKEN_PROGRAM_ID,
  transfer,
} from '@solana/spl-token';
import { Connection, Keypair, type PublicKey } from '@solana/web3.js';

for (const [name, program] of [
  ['SPL Token', TOKEN_PROGRAM_ID],
  ['Token-2022', TOKEN_2022_PROGRAM_ID],
] as const) {
  describe(`@solana/spl-token drives the local chain: ${name}`, () => {
    let localnet: Localnet;
    let connection: Connection;
    let payer: Keypair;
    const [alice, bob] = [Keypair.generate(), Keypair.generate()];
    before(async () => {
      localnet = await startLocalnet();
      connection = new Connection(localnet.rpcUrl, 'confirmed');
      payer = localnet.personas.payer;
    });
    after(() => localnet.stop());

    it('mints, transfers, burns, closes; and every listing agrees', async () => {
      const options = { commitment: 'confirmed' } as const;
      const mint = await createMint(connection, payer, payer.publicKey, null, 6, undefined, options, program);
      const accountOf = (owner: Keypair) =>
        getOrCreateAssociatedTokenAccount(
          connection,
          payer,
          mint,
          owner.publicKey,
          false,
          'confirmed',
          options,
          program,
        );
      const [a, b] = [await accountOf(alice), await accountOf(bob)];
      await mintTo(connection, payer, mint, a.address, payer, 5_000_000n, [], options, program);
      await transfer(connection, payer, a.address, b.address, alice, 1_250_000n, [], options, program);
      await burn(connection, payer, b.address, mint, bob, 250_000n, [], options, program);
      assert.equal((await getAccount(connection, a.address, 'confirmed', program)).amount, 3_750_000n);
      const read = await getMint(connection, mint, 'confirmed', program);
      assert.deepEqual([read.supply, read.decimals], [4_750_000n, 6]);

      const { value: balance } = await connection.getTokenAccountBalance(b.address);
      assert.deepEqual(balance, { amount: '1000000', decimals: 6, uiAmount: 1, uiAmountString: '1' });
      assert.equal((await connection.getTokenSupply(mint)).value.uiAmountString, '4.75');
      const { value: largest } = await connection.getTokenLargestAccounts(mint);
      assert.deepEqual(
        largest.map(({ address, amount }) => [address.toBase58(), amount]),
        [
          [a.address.toBase58(), '3750000'],
          [b.address.toBase58(), '1000000'],
        ],
      );
      for (const filter of [{ mint }, { programId: program }]) {
        const { value } = await connection.getTokenAccountsByOwner(alice.publicKey, filter);
        assert.deepEqual(
          value.map(({ pubkey }) => pubkey.toBase58()),
          [a.address.toBase58()],
        );
        const parsed = await connection.getParsedTokenAccountsByOwner(alice.publicKey, filter);
        const { info, type } = parsed.value[0]?.account.data.parsed ?? {};
        assert.deepEqual(
          [type, info.mint, info.owner, info.state, info.tokenAmount.uiAmountString],
          ['account', mint.toBase58(), alice.publicKey.toBase58(), 'initialized', '3.75'],
        );
      }
      const parsedMint = await connection.getParsedAccountInfo(mint);
      const data = parsedMint.value?.data as {
        parsed: { type: string; info: { decimals: number; supply: string } };
      };
      assert.deepEqual(
        [data.parsed.type, data.parsed.info.decimals, data.parsed.info.supply],
        ['mint', 6, '4750000'],
      );

      const delegate = Keypair.generate().publicKey;
      await approve(connection, payer, a.address, delegate, alice, 500n, [], options, program);
      // web3.js has no call for it
      const answer = await fetch(localnet.rpcUrl, {
        method: 'POST',
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'getTokenAccountsByDelegate',
          params: [delegate.toBase58(), { mint: mint.toBase58() }, { encoding: 'base64' }],
        }),
      });
      const { result } = (await answer.json()) as { result: { value: { pubkey: string }[] } };
      assert.deepEqual(
        result.value.map(({ pubkey }) => pubkey),
        [a.address.toBase58()],
      );

      const lamports = await connection.getBalance(b.address);
      await transfer(connection, payer, b.address, a.address, bob, 1_000_000n, [], options, program);
      await closeAccount(connection, payer, b.address, bob.publicKey, bob, [], options, program);
      assert.equal(await connection.getAccountInfo(b.address), null);
      assert.equal(await connection.getBalance(bob.publicKey), lamports);

      await setAuthority(
        connection,
        payer,
        mint,
        payer,
        AuthorityType.MintTokens,
        null,
        [],
        options,
        program,
      );
      await assert.rejects(
        mintTo(connection, payer, mint, a.address, payer, 1n, [], options, program),
        /custom program error: 0x5/,
      );
    });

    it('tells of token balances before and after a transaction', async () => {
      const options = { commitment: 'confirmed' } as const;
      const mint = await createMint(connection, payer, payer.publicKey, null, 2, undefined, options, program);
      const of = (owner: PublicKey) =>
        getOrCreateAssociatedTokenAccount(
          connection,
          payer,
          mint,
          owner,
          false,
          'confirmed',
          options,
          program,
        );
      const [a, b] = [await of(alice.publicKey), await of(bob.publicKey)];
      await mintTo(connection, payer, mint, a.address, payer, 100n, [], options, program);
      const signature = await transfer(
        connection,
        payer,
        a.address,
        b.address,
        alice,
        30n,
        [],
        options,
        program,
      );
      const found = await connection.getTransaction(signature, { maxSupportedTransactionVersion: 0 });
      const amounts = (
        balances: { owner?: string; uiTokenAmount: { amount: string } }[] | null | undefined,
      ) =>
        Object.fromEntries((balances ?? []).map(({ owner, uiTokenAmount }) => [owner, uiTokenAmount.amount]));
      const [from, to] = [alice.publicKey.toBase58(), bob.publicKey.toBase58()];
      assert.deepEqual(amounts(found?.meta?.preTokenBalances), { [from]: '100', [to]: '0' });
      assert.deepEqual(amounts(found?.meta?.postTokenBalances), { [from]: '70', [to]: '30' });
      await assert.rejects(
        transfer(connection, payer, a.address, b.address, alice, 71n, [], options, program),
        /custom program error: 0x1\b/,
      );
    });
  });
}
