import assert from 'node:assert/strict';
import { LiteChain } from '@agent-labs/localnet';
import { Keypair } from '@solana/web3.js';
import { BankrunChain } from '../helpers/chains/bankrun-chain';
import { chainSuite } from './chain-suite';
import { signedEd25519Instruction } from './ed25519';

describe('BankrunChain', () => {
  chainSuite('bankrun');
});

describe('BankrunChain alone', () => {
  const options = { programs: [], upgradeAuthority: Keypair.generate().publicKey };
  let chain: BankrunChain;
  let payer: Keypair;

  beforeEach(async () => {
    chain = await BankrunChain.start(options);
    payer = Keypair.generate();
    await chain.airdrop(payer.publicKey, 1_000_000_000n);
  });

  it('does not verify Ed25519 instructions: what must be refused is tested on LiteSVM', async () => {
    const corrupted = signedEd25519Instruction();
    corrupted.data[20] = ~Number(corrupted.data[20]);
    await chain.send([corrupted], { payer });
  });

  it('does not pretend to know inner instructions', async () => {
    const outcome = await chain.send([signedEd25519Instruction()], { payer });
    assert.throws(() => outcome.innerInstructions, /bankrun does not report inner instructions/);
  });

  it('is another chain at each start', async () => {
    assert.equal(chain.genesisHash.length, 32);
    assert.notDeepEqual((await BankrunChain.start(options)).genesisHash, chain.genesisHash);
  });

  it('runs beside LiteSVM in one process', async () => {
    const other = await LiteChain.start(options);
    await other.airdrop(payer.publicKey, 1_000_000_000n);
    for (const each of [chain, other]) {
      assert.equal((await each.send([signedEd25519Instruction()], { payer })).fee, 10_000n);
    }
  });
});
