import assert from 'node:assert/strict';
import {
  builtDeployment,
  channelSettle,
  channelSettleSet,
  createMessageSigner,
  decodeVoucherSet,
  encodeVoucher,
  encodeVoucherSet,
  escrowIdl,
  isSettle,
  isSettleSet,
  type SetChannel,
  settledBy,
  signVoucherSet,
  transcriptProof,
  transcriptRoot,
  verifyTranscript,
  verifyVoucherSet,
  voucherSetLength,
} from '@agent-labs/sdk';
import { Keypair, TransactionInstruction } from '@solana/web3.js';

// made with Python's hashlib, struct and cryptography
const MESSAGE =
  '013be7e88eef337155b5bb38f4d36b750fb3b542cb39f11458f6c59de547f878b846564c08cfb9a7ea715464ed539140e8030000000000001032547698badcfe070000000000000001000000ffffffff0300000000b33f71';
const SIGNATURE =
  '321b9096f7e544e6073c40ea700ecc7018548e8a1c5827a401fd5d0ab27ed6aee6237c88c12cbac26c8b327c576a459c1510eff5c974e55f5797eccc1283ed08';
const EXPIRES = 1_900_000_000;

const channelOf = (at: number): SetChannel => ({
  tag: new Uint8Array(16).fill(at),
  cumulative: BigInt(1_000 * at),
  calls: at,
  transcript: new Uint8Array(32).fill(0x10 * at),
});
const channelsOf = (count: number) => Array.from({ length: count }, (_, at) => channelOf(at + 1));
const three = [
  { ...channelOf(1), cumulative: 1_000n, calls: 1 },
  { ...channelOf(2), cumulative: 0xfedcba9876543210n, calls: 2 ** 32 - 1 },
  { ...channelOf(3), cumulative: 7n, calls: 3 },
];
const signer = createMessageSigner(new Uint8Array(32).fill(7));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('voucher sets', () => {
  it('agree with vectors made elsewhere', () => {
    const set = signVoucherSet(signer, three, EXPIRES);
    assert.equal(hex(set.message), MESSAGE);
    assert.equal(hex(set.signature), SIGNATURE);
    assert.ok(verifyVoucherSet(set, three));
  });

  it('are decoded as they were encoded, also out of a larger buffer', () => {
    const larger = Buffer.concat([Buffer.alloc(3), Buffer.from(MESSAGE, 'hex'), Buffer.alloc(5)]);
    const set = decodeVoucherSet(larger.subarray(3, 3 + 88));
    larger.fill(0);
    assert.equal(hex(set.set), MESSAGE.slice(0, 32));
    assert.deepEqual(set.root, transcriptRoot(three));
    assert.equal(set.expires, EXPIRES);
    assert.deepEqual(
      set.channels,
      three.map(({ cumulative, calls }) => ({ cumulative, calls })),
    );
  });

  it('are never as long as a voucher or a response proof', () => {
    for (let count = 2; count <= 64; count += 1) {
      const { length } = encodeVoucherSet(channelsOf(count), EXPIRES);
      assert.equal(length, voucherSetLength(count));
      assert.ok(length !== 64 && length !== 92);
    }
  });

  it('are refused of no channel, one, or 65, and of wrong lengths', () => {
    for (const count of [0, 1, 65]) {
      assert.throws(() => encodeVoucherSet(channelsOf(count), EXPIRES), RangeError);
    }
    for (const length of [0, 52, 64, 75, 77, voucherSetLength(65)]) {
      assert.throws(() => decodeVoucherSet(new Uint8Array(length)), TypeError);
    }
    const [first, second] = channelsOf(2) as [SetChannel, SetChannel];
    for (const wrong of [
      { tag: new Uint8Array(15) },
      { transcript: new Uint8Array(33) },
      { cumulative: 2n ** 64n },
      { cumulative: -1n },
      { calls: 2 ** 32 },
      { calls: 1.5 },
    ]) {
      assert.throws(() => encodeVoucherSet([first, { ...second, ...wrong }], EXPIRES), TypeError);
    }
    assert.throws(() => encodeVoucherSet([first, second], 2 ** 32), TypeError);
  });

  it('hold for exactly what was signed', () => {
    const set = signVoucherSet(signer, three, EXPIRES);
    const [a, b, c] = three as [SetChannel, SetChannel, SetChannel];
    for (const others of [
      [b, a, c],
      [a, b],
      [a, b, c, channelOf(4)],
      [a, b, { ...c, cumulative: 8n }],
      [a, b, { ...c, calls: 4 }],
      [a, b, { ...c, tag: a.tag }],
      [a, b, { ...c, transcript: a.transcript }],
    ]) {
      assert.equal(verifyVoucherSet(set, others), false);
    }
    const { publicKey } = Keypair.generate();
    assert.equal(verifyVoucherSet({ ...set, publicKey: publicKey.toBytes() }, three), false);
    for (let at = 0; at < set.message.length; at += 7) {
      const message = Uint8Array.from(set.message);
      message[at] = (message[at] ?? 0) ^ 1;
      assert.equal(verifyVoucherSet({ ...set, message }, three), false, `byte ${at}`);
    }
  });

  it('prove each transcript under their root, and no other', () => {
    for (const count of [2, 3, 4, 5, 7, 8, 31, 55, 64]) {
      const channels = channelsOf(count);
      const root = transcriptRoot(channels);
      channels.forEach((channel, index) => {
        const proof = transcriptProof(channels, index);
        assert.ok(verifyTranscript(root, channel, proof), `${index} of ${count}`);
        const other = channels[(index + 1) % count] as SetChannel;
        assert.equal(verifyTranscript(root, { ...channel, transcript: other.transcript }, proof), false);
        assert.equal(verifyTranscript(root, { ...channel, tag: other.tag }, proof), false);
        assert.equal(verifyTranscript(new Uint8Array(32), channel, proof), false);
        const surplus = [...proof.siblings, new Uint8Array(32)];
        assert.equal(verifyTranscript(root, channel, { ...proof, siblings: surplus }), false);
        assert.equal(verifyTranscript(root, channel, { ...proof, siblings: proof.siblings.slice(1) }), false);
        for (const index of [-1, count, 0.5, Number.NaN]) {
          assert.equal(verifyTranscript(root, channel, { ...proof, index }), false);
        }
      });
    }
    assert.throws(() => transcriptRoot([]), RangeError);
    assert.throws(() => transcriptProof(three, 3), RangeError);
  });

  it('are told by their instruction, whatever stands behind its first byte', () => {
    const deployment = builtDeployment(new Uint8Array(32));
    const channels = three.map(() => Keypair.generate().publicKey);
    const instructions = channelSettleSet(deployment, {
      channels,
      ...signVoucherSet(signer, three, EXPIRES),
    });
    const [proof, settle] = instructions;
    assert.deepEqual([isSettle(settle.data), isSettleSet(settle.data)], [false, true]);
    const expected = three.map(({ cumulative, calls }, at) => ({
      ...{ channel: channels[at], sessionKey: signer.publicKey, tag: null, cumulative, calls, outerIndex: 1 },
    }));
    const longer = new TransactionInstruction({ ...settle, data: Buffer.from([...settle.data, 9, 9]) });
    for (const last of [settle, longer]) assert.deepEqual(settledBy(deployment, [proof, last]), expected);
    assert.deepEqual(settledBy(deployment, [settle, proof]), []);

    const { tag, cumulative, calls, transcript } = channelOf(5);
    const message = encodeVoucher({ tag, cumulative, calls, transcript, expires: EXPIRES });
    const item = { publicKey: signer.publicKey, signature: signer.sign(message), message };
    const [single, after] = channelSettle(deployment, [
      { channel: channels[0] as (typeof channels)[0], ...item },
    ]);
    const trailing = new TransactionInstruction({ ...after, data: Buffer.from([1, 2, 3]) });
    for (const last of [after, trailing]) {
      const moved = {
        channel: channels[0],
        sessionKey: signer.publicKey,
        tag,
        cumulative,
        calls,
        outerIndex: 1,
      };
      assert.deepEqual(settledBy(deployment, [single, last]), [moved]);
    }
  });

  it('share their first byte, and settles theirs, with no other instruction', () => {
    const firsts = escrowIdl.instructions.map(({ discriminator }) => discriminator[0]);
    for (const byte of [1, 3]) assert.equal(firsts.filter((first) => first === byte).length, 1);
  });

  it('refuse channels that do not go with their message', () => {
    const set = signVoucherSet(signer, three, EXPIRES);
    const channels = [1, 2].map(() => Keypair.generate().publicKey);
    assert.throws(
      () => channelSettleSet(builtDeployment(new Uint8Array(32)), { channels, ...set }),
      RangeError,
    );
  });
});
