import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProgramBinaries } from '@agent-labs/localnet';
import { channelSettle } from '@agent-labs/sdk';
import { Keypair, TransactionInstruction } from '@solana/web3.js';
import { type EscrowFixture, escrowFixture } from '../fixtures/escrow';
import { NOW, UPGRADE_AUTHORITY } from '../fixtures/registry';
import { startChain, type TestChain } from '../helpers/chains/test-chain';
import { openChannel } from '../helpers/ed25519';
import { expectRefused } from '../helpers/refused';
import { openMany } from '../helpers/voucher-sets';

/** Settles that another program calls: they come in by the same door, and gain nothing. */
describe('escrow channel_settle and channel_settle_set, called by a program', () => {
  const caller = Keypair.generate().publicKey;
  let chain: TestChain;
  let fixture: EscrowFixture;

  /** The same by the caller, which signs for nothing. */
  const called = ({ programId, keys, data }: TransactionInstruction) =>
    new TransactionInstruction({
      programId: caller,
      keys: [{ pubkey: programId, isSigner: false, isWritable: false }, ...keys],
      data: Buffer.concat([Buffer.from([0, 0]), data]),
    });

  beforeEach(async () => {
    const [program] = loadProgramBinaries();
    assert.ok(program);
    const elf = readFileSync(join(__dirname, '../programs/caller.so'));
    chain = await startChain('litesvm', {
      programs: [...loadProgramBinaries(), { ...program, name: 'caller', programId: caller, elf }],
      upgradeAuthority: UPGRADE_AUTHORITY.publicKey,
      unixTime: NOW,
    });
    fixture = await escrowFixture(chain);
  });

  it('vouchers, once each', async () => {
    const other = await openChannel(fixture, { n: 1 });
    const items = [
      await fixture.voucher({ cumulative: 10n }),
      await fixture.voucher({ cumulative: 20n }, other),
    ];
    const [proof, settle] = channelSettle(fixture.deployment, items);
    await fixture.send([proof, called(settle)]);
    assert.equal((await fixture.readChannel()).settled, 10n);
    assert.equal((await fixture.readChannel(other)).settled, 20n);
    const watched = [fixture.channel, other];
    await expectRefused(chain, [proof, called(settle)], [], 'escrow:NotMonotonic', watched);
    await expectRefused(chain, [called(settle)], [], 'escrow:Ed25519Missing', watched);
    const [later, again] = channelSettle(fixture.deployment, [
      await fixture.voucher({ cumulative: 11n, calls: 2 }),
    ]);
    await expectRefused(chain, [later, again, called(again)], [], 'escrow:Ed25519Missing', watched);
  });

  it('a channel twice, and no sysvar', async () => {
    const items = [
      await fixture.voucher({ cumulative: 10n }),
      await fixture.voucher({ cumulative: 20n, calls: 2 }),
    ];
    const [proof, settle] = channelSettle(fixture.deployment, items);
    await expectRefused(chain, [proof, called(settle)], [], 'escrow:DuplicateChannel');
    const keys = settle.keys.slice(1);
    const bare = new TransactionInstruction({ ...settle, keys });
    await expectRefused(chain, [proof, called(bare)], [], 'escrow:NotInstructionsSysvar');
  });

  it('a set', async () => {
    const many = await openMany(fixture, 3);
    const [proof, settle] = await many.settle();
    await fixture.send([proof, called(settle)]);
    for (const channel of many.channels) assert.equal((await fixture.readChannel(channel)).settled, 1_000n);
    await expectRefused(chain, [proof, called(settle)], [], 'escrow:NotMonotonic', many.channels);
  });
});
