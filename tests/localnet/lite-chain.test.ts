import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { LiteChain } from '@agent-labs/localnet';
import {
  ASSOCIATED_TOKEN_PROGRAM_ID,
  createAssociatedTokenAccountInstruction,
  getAssociatedTokenAddressSync,
  NATIVE_MINT,
  TOKEN_PROGRAM_ID,
} from '@solana/spl-token';
import {
  AddressLookupTableAccount,
  AddressLookupTableProgram,
  Ed25519Program,
  Keypair,
  SystemProgram,
} from '@solana/web3.js';
import { chainSuite } from './chain-suite';
import { signedEd25519Instruction } from './ed25519';

describe('LiteChain', () => {
  chainSuite('litesvm');
});

describe('LiteChain alone', () => {
  let chain: LiteChain;
  let payer: Keypair;

  beforeEach(async () => {
    chain = await LiteChain.start({ programs: [], upgradeAuthority: Keypair.generate().publicKey });
    payer = Keypair.generate();
    await chain.airdrop(payer.publicKey, 1_000_000_000_000n);
  });

  it('verifies Ed25519 instructions, and charges for their signatures', async () => {
    const outcome = await chain.send([signedEd25519Instruction()], { payer });
    assert.equal(outcome.fee, 10_000n);
    const corrupted = signedEd25519Instruction();
    corrupted.data[20] = ~Number(corrupted.data[20]);
    await assert.rejects(chain.send([corrupted], { payer }), {
      name: 'TransactionFailed',
      instructionIndex: 0,
    });
    assert.equal(corrupted.programId, Ed25519Program.programId);
  });

  it('reports inner instructions, of programs in lookup tables too', async () => {
    const [create, key] = AddressLookupTableProgram.createLookupTable({
      authority: payer.publicKey,
      payer: payer.publicKey,
      recentSlot: (await chain.slot()) - 1n,
    });
    const extend = AddressLookupTableProgram.extendLookupTable({
      lookupTable: key,
      authority: payer.publicKey,
      payer: payer.publicKey,
      addresses: [TOKEN_PROGRAM_ID, SystemProgram.programId],
    });
    await chain.send([create, extend], { payer });
    await chain.advance();
    const state = AddressLookupTableAccount.deserialize((await chain.getAccount(key))?.data as Uint8Array);

    const owner = Keypair.generate().publicKey;
    const at = getAssociatedTokenAddressSync(NATIVE_MINT, owner);
    await chain.setAccount(NATIVE_MINT, await nativeMint(chain));
    const instructions = [
      SystemProgram.transfer({ fromPubkey: payer.publicKey, toPubkey: owner, lamports: 1_000_000_000n }),
      createAssociatedTokenAccountInstruction(payer.publicKey, at, owner, NATIVE_MINT),
    ];
    for (const lookupTables of [[], [new AddressLookupTableAccount({ key, state })]]) {
      const { innerInstructions } = await chain.simulate(instructions, { payer, lookupTables });
      assert.ok(innerInstructions.every(({ outerIndex }) => outerIndex === 1));
      assert.deepEqual(
        innerInstructions.map(({ programId }) => programId.toBase58()),
        [TOKEN_PROGRAM_ID, SystemProgram.programId, TOKEN_PROGRAM_ID, TOKEN_PROGRAM_ID].map((id) =>
          id.toBase58(),
        ),
      );
      // GetAccountDataSize of the token program, and what it asks about: ImmutableOwner.
      assert.deepEqual([...(innerInstructions[0]?.data ?? [])], [21, 7, 0]);
    }
    assert.equal(await chain.getAccount(ASSOCIATED_TOKEN_PROGRAM_ID).then((a) => a?.executable), true);
  });

  it('lets a deactivated lookup table be closed after 513 slots, however they passed', async () => {
    const authority = payer.publicKey;
    const [create, lookupTable] = AddressLookupTableProgram.createLookupTable({
      authority,
      payer: authority,
      recentSlot: (await chain.slot()) - 1n,
    });
    await chain.send([create, AddressLookupTableProgram.deactivateLookupTable({ lookupTable, authority })], {
      payer,
    });
    const close = AddressLookupTableProgram.closeLookupTable({
      lookupTable,
      authority,
      recipient: authority,
    });
    await chain.advance({ slots: 512 });
    await assert.rejects(chain.send([close], { payer }), { name: 'TransactionFailed' });
    await chain.advance({ slots: 1 });
    await chain.send([close], { payer });
    assert.equal(await chain.getAccount(lookupTable), null);
  });

  it('says which chain it is', () => {
    assert.deepEqual(Buffer.from(chain.genesisHash), createHash('sha256').update('genesis').digest());
  });

  it('starts at the time of the host by default', async () => {
    assert.ok(Math.abs(Number(await chain.unixTime()) - Date.now() / 1000) < 5);
  });

  it('refuses a program that is no program', async () => {
    const programs = [
      { name: 'nonsense', programId: Keypair.generate().publicKey, elf: new Uint8Array(100) },
    ];
    await assert.rejects(LiteChain.start({ programs, upgradeAuthority: payer.publicKey }));
  });
});

async function nativeMint(chain: LiteChain) {
  const data = Buffer.alloc(82);
  data[44] = 9;
  data[45] = 1;
  return { lamports: await chain.rentExemption(82), owner: TOKEN_PROGRAM_ID, data, executable: false };
}
