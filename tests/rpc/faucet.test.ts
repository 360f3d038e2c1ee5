import assert from 'node:assert/strict';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { AccountLayout } from '@solana/spl-token';
import { Keypair, PublicKey } from '@solana/web3.js';
import { call } from './support';

describe('local chain: faucet of its tokens', () => {
  let localnet: Localnet;
  before(async () => {
    localnet = await startLocalnet({ tick: null });
  });
  after(() => localnet.stop());

  it('mints settlement and stake tokens to a wallet, again and again', async () => {
    const wallet = Keypair.generate().publicKey.toBase58();
    const { mint, stakeMint } = localnet.info;
    for (const asked of [mint, stakeMint]) {
      await call(localnet, 'localnet_faucet', wallet, asked, '5');
      const answer = await call(localnet, 'localnet_faucet', wallet, asked, '1000000000000');
      const { account } = (answer as { result: { account: string } }).result;
      const state = await localnet.node.getAccount(new PublicKey(account));
      const held = AccountLayout.decode(state?.data ?? new Uint8Array());
      assert.equal(held.amount, 1_000_000_000_005n);
      assert.equal(held.owner.toBase58(), wallet);
      assert.equal(held.mint.toBase58(), asked);
    }
  });
});
