import assert from 'node:assert/strict';
import { loadProgramBinaries, loadThirdPartyPrograms } from '@agent-labs/localnet';
import { channelSettle, ed25519Instruction, type SettleItem, type SignedMessage } from '@agent-labs/sdk';
import {
  ComputeBudgetProgram,
  Keypair,
  PublicKey,
  SYSVAR_INSTRUCTIONS_PUBKEY,
  SystemProgram,
  TransactionInstruction,
} from '@solana/web3.js';
import { type EscrowFixture, escrowFixture, type VoucherWish } from '../fixtures/escrow';
import { NOW, startProgramChain, UPGRADE_AUTHORITY } from '../fixtures/registry';
import { startChain, type TestChain } from '../helpers/chains/test-chain';
import {
  BLOCK,
  type Ed25519Entry,
  type Ed25519Layout,
  ed25519Form,
  ed25519Raw,
  expectRuntimeRefusal,
  instructionsSysvar,
  openChannel,
  signed,
  UNVERIFIED,
  withEntry,
} from '../helpers/ed25519';
import { expectRefused, withAccount } from '../helpers/refused';

const INDICES = ['signatureIndex', 'keyIndex', 'messageIndex'] as const;
const OFFSETS = ['signatureOffset', 'keyOffset', 'messageOffset'] as const;

describe('escrow channel_settle: forms of the proof', () => {
  let chain: TestChain;
  let fixture: EscrowFixture;
  let item: SettleItem;
  let settle: TransactionInstruction;

  const settleOf = (...items: SettleItem[]) => channelSettle(fixture.deployment, items)[1];
  const voucher = (wish: Partial<VoucherWish> = {}, channel?: PublicKey) =>
    fixture.voucher({ cumulative: 10_000n, ...wish }, channel);
  /** The program refuses the settle; the runtime, which came first, had no objection to the proof. */
  const refused = async (
    proof: TransactionInstruction[],
    error = 'Ed25519NotCanonical',
    after: TransactionInstruction = settle,
  ) => {
    const watched = [fixture.channel, fixture.mandate];
    const { instructionIndex } = await expectRefused(chain, [...proof, after], [], error, watched);
    assert.equal(instructionIndex, proof.length);
  };
  const refusedLayout = (layout: Ed25519Layout, ...items: SettleItem[]) =>
    refused([ed25519Raw(ed25519Form(items, layout))], undefined, settleOf(...items));

  beforeEach(async () => {
    chain = await startProgramChain('litesvm');
    fixture = await escrowFixture(chain);
    item = await voucher();
    settle = settleOf(item);
  });

  it('accepts by hand what the SDK makes', async () => {
    const other = await voucher({}, await openChannel(fixture, { n: 1 }));
    for (const items of [[item], [item, other]]) {
      assert.deepEqual(ed25519Raw(ed25519Form(items)).data, ed25519Instruction(items).data);
    }
    await fixture.send([ed25519Raw(ed25519Form([item, other])), settleOf(item, other)]);
    assert.equal((await fixture.readChannel()).settled, 10_000n);
  });

  it('attack 28: forged Instructions sysvar, the bytes right, the address another', async () => {
    const forged = { ...item, signature: new Uint8Array(64) };
    const sysvarOwner = new PublicKey('Sysvar1111111111111111111111111111111111111');
    for (const owner of [sysvarOwner, fixture.deployment.escrow, SystemProgram.programId]) {
      const at = Keypair.generate().publicKey;
      const after = withAccount(settle, 'instructions', { pubkey: at });
      const data = instructionsSysvar([ed25519Instruction([forged]), after], 1);
      await chain.setAccount(at, { lamports: 10n ** 9n, owner, data, executable: false });
      await expectRefused(chain, after, [], 'NotInstructionsSysvar');
      await expectRefused(chain, [ed25519Instruction([item]), after], [], 'NotInstructionsSysvar');
    }
  });

  it('attack 28: the true Instructions sysvar as a channel', async () => {
    const itself = { ...item, channel: SYSVAR_INSTRUCTIONS_PUBKEY };
    await refused([ed25519Instruction([item])], 'NotAChannel', settleOf(itself));
  });

  for (const index of INDICES) {
    it(`attack 29: ${index} not 0xFFFF but the true one of the instruction itself`, async () => {
      await refused([ed25519Raw(withEntry(ed25519Form([item]), 0, { [index]: 0 }))]);
    });

    it(`attack 29: ${index} of another instruction`, async () => {
      const carrier = ed25519Instruction([item]);
      const proof = ed25519Raw(withEntry(ed25519Form([item]), 0, { [index]: 0 }));
      await refused([carrier, proof]);
    });

    it(`attack 29: ${index} of a second signature only`, async () => {
      const other = await voucher({}, await openChannel(fixture, { n: 1 }));
      const form = withEntry(ed25519Form([item, other]), 1, { [index]: 0 });
      await refused([ed25519Raw(form)], undefined, settleOf(item, other));
    });
  }

  it('attack 29: a forged voucher over a true signature of an older one', async () => {
    const carrier = ed25519Instruction([item]);
    const { message } = await voucher({ cumulative: 200_000n, calls: 4, signer: fixture.agentKey });
    const all = { signatureIndex: 0, keyIndex: 0, messageIndex: 0 };
    const form = withEntry(ed25519Form([{ ...item, message }]), 0, all);
    await refused([carrier, ed25519Raw(form)]);
    // the message alone elsewhere is enough to forge
    await refused([carrier, ed25519Raw(withEntry(form, 0, { signatureIndex: 0xffff, keyIndex: 0xffff }))]);
  });

  it('attack 29: the message in the data of the settle itself', async () => {
    const { message } = await voucher({ cumulative: 200_000n, calls: 4, signer: fixture.agentKey });
    const after = new TransactionInstruction({ ...settle, data: Buffer.concat([settle.data, item.message]) });
    const elsewhere = { messageIndex: 1, messageOffset: 1 };
    const form = withEntry(ed25519Form([{ ...item, message }]), 0, elsewhere);
    await refused([ed25519Raw(form)], undefined, after);
  });

  it('attack 30: non-canonical padding', async () => {
    for (const padding of [1, 0x80, 0xff]) {
      await refused([ed25519Raw({ ...ed25519Form([item]), padding })]);
    }
  });

  it('attack 30: bytes before, between and behind the blocks', async () => {
    const other = await voucher({}, await openChannel(fixture, { n: 1 }));
    for (const surplus of [1, 2, 14, BLOCK]) {
      await refusedLayout({ before: surplus }, item);
      await refusedLayout({ between: surplus }, item, other);
      await refusedLayout({ after: surplus }, item, other);
      await refusedLayout({ after: surplus }, item);
    }
  });

  it('attack 30: blocks in another order than their entries, parts in another order', async () => {
    const other = await voucher({}, await openChannel(fixture, { n: 1 }));
    await refusedLayout({ order: [1, 0] }, item, other);
    await refusedLayout({ parts: ['signature', 'key', 'message'] }, item);
    await refusedLayout({ parts: ['message', 'signature', 'key'] }, item);
    await refusedLayout({ parts: ['key', 'message', 'signature'] }, item, other);
  });

  it('attack 30: each offset alone at an equal copy of its part', async () => {
    const form = ed25519Form([item, item]);
    for (const [entry, shift] of [
      [0, BLOCK],
      [1, -BLOCK],
    ] as const) {
      for (const offset of OFFSETS) {
        const moved = (form.entries[entry] as Ed25519Entry)[offset] + shift;
        const proof = ed25519Raw(withEntry(form, entry, { [offset]: moved }));
        await refused([proof], undefined, settleOf(item, item));
      }
    }
  });

  it('attack 30: blocks that overlap, or are one', async () => {
    const twice = ed25519Form([item, item]);
    const entries = twice.entries.map(() => twice.entries[0] as Ed25519Entry);
    const other = await voucher({}, await openChannel(fixture, { n: 1 }));
    for (const body of [twice.body, twice.body.subarray(0, BLOCK)]) {
      await refused([ed25519Raw({ ...twice, entries, body })], undefined, settleOf(item, other));
    }
    // two signatures of one key, which lies there once
    const apart = ed25519Form([item, other]);
    const shared = { keyOffset: (apart.entries[0] as Ed25519Entry).keyOffset };
    await refused([ed25519Raw(withEntry(apart, 1, shared))], undefined, settleOf(item, other));
  });

  it('attack 30: a message of 0, 63 or 65 bytes', async () => {
    const { message, publicKey } = item;
    const longer = Buffer.concat([message, Buffer.alloc(1)]);
    for (const other of [message.subarray(0, 0), message.subarray(0, 63), message.subarray(1), longer]) {
      await refused([ed25519Raw(ed25519Form([signed(fixture.session, other)]))]);
    }
    // the same in blocks of the right length
    for (const messageLength of [0, 63]) {
      const { signature } = signed(fixture.session, message.subarray(0, messageLength));
      const body = Buffer.concat([publicKey, signature, message]);
      await refused([ed25519Raw(withEntry({ ...ed25519Form([item]), body }, 0, { messageLength }))]);
    }
  });

  it('attack 31: zero signatures', async () => {
    const none = ed25519Raw({ count: 0, padding: 0, entries: [], body: Buffer.alloc(0) });
    const nothing = new TransactionInstruction({ ...settle, keys: settle.keys.slice(0, 1) });
    await refused([none], 'SignatureCountMismatch');
    await refused([none], 'SignatureCountMismatch', nothing);
    await refused([ed25519Instruction([item])], 'SignatureCountMismatch', nothing);
    await refused([ed25519Instruction([item]), none], 'SignatureCountMismatch');
  });

  it('attack 31: surplus signatures, and too few', async () => {
    const other = await voucher({}, await openChannel(fixture, { n: 1 }));
    await refused([ed25519Instruction([item, other])], 'SignatureCountMismatch');
    await refused([ed25519Instruction([item])], 'SignatureCountMismatch', settleOf(item, other));
    // one announced, two there: the runtime looks at the first only
    const form = { ...ed25519Form([item, { ...other, signature: new Uint8Array(64) }]), count: 1 };
    await refused([ed25519Raw(form)], 'SignatureCountMismatch', settleOf(item, other));
    await refused([ed25519Raw(form)]);
    const lying = { ...ed25519Form([item]), count: 2 };
    await expectRuntimeRefusal(chain, [ed25519Raw(lying), settle], fixture.feePayer, /^instruction 0 failed/);
  });

  it('attack 32: one proof shared by several settles', async () => {
    const other = await voucher({}, await openChannel(fixture, { n: 1 }));
    const [mine, its, both] = [settle, settleOf(other), settleOf(item, other)];
    const send = (list: TransactionInstruction[], error: string) =>
      expectRefused(chain, list, [], error, [fixture.mandate]);
    const proof = ed25519Instruction([item]);
    await send([proof, mine, mine], 'Ed25519Missing');
    await send([ed25519Instruction([item, other]), both, its], 'Ed25519Missing');
    await send([ed25519Instruction([item, other]), mine, its], 'SignatureCountMismatch');
    await send([proof, mine, proof, mine], 'NotMonotonic');
    await send([ed25519Instruction([item, item]), settleOf(item, item)], 'DuplicateChannel');
  });

  it('attack 33: the same bytes under another program, or another program in between', async () => {
    const noop = loadThirdPartyPrograms(['spl_noop']);
    const programs = [...loadProgramBinaries(), ...noop];
    const upgradeAuthority = UPGRADE_AUTHORITY.publicKey;
    chain = await startChain('litesvm', { programs, upgradeAuthority, unixTime: NOW });
    fixture = await escrowFixture(chain);
    item = await voucher();
    settle = settleOf(item);
    const proof = ed25519Instruction([item]);
    const programId = noop[0]?.programId ?? assert.fail('no noop');
    const same = new TransactionInstruction({ ...proof, programId });
    await refused([same], 'Ed25519Missing');
    await refused([proof, same], 'Ed25519Missing');
  });

  it('attack 33: a proof that names accounts', async () => {
    const proof = ed25519Instruction([item]);
    proof.keys.push({ pubkey: fixture.channel, isSigner: false, isWritable: false });
    await refused([proof], 'Ed25519Missing');
  });

  it('attack 33: the proof after the settle, or not right before it', async () => {
    const proof = ed25519Instruction([item]);
    await expectRefused(chain, [settle, proof], [], 'Ed25519Missing');
    await refused([proof, ComputeBudgetProgram.setComputeUnitPrice({ microLamports: 1 })], 'Ed25519Missing');
    // of two proofs only the nearer one counts
    const other = await voucher({}, await openChannel(fixture, { n: 1 }));
    await refused([proof, ed25519Instruction([other])], 'WrongTag');
  });

  it('attack 39: the runtime refuses a flipped bit of key, signature or voucher', async () => {
    const form = ed25519Form([item]);
    for (let bit = 0; bit < 8 * BLOCK; bit += 13) {
      const body = Buffer.from(form.body);
      body[bit >> 3] = (body[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const list = [ed25519Raw({ ...form, body }), settle];
      await expectRuntimeRefusal(chain, list, fixture.feePayer, UNVERIFIED);
    }
  });

  it('attack 39: the runtime refuses a signature of another voucher or another key', async () => {
    const swapped: SignedMessage[] = [
      { ...item, signature: (await voucher({ cumulative: 10_001n })).signature },
      { ...item, signature: signed(Keypair.generate(), item.message).signature },
      { ...item, signature: new Uint8Array(64) },
    ];
    for (const forged of swapped) {
      const list = [ed25519Instruction([forged]), settle];
      await expectRuntimeRefusal(chain, list, fixture.feePayer, UNVERIFIED);
    }
  });
});
