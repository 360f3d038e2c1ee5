import assert from 'node:assert/strict';
import {
  channelId,
  decodeVoucher,
  encodeVoucher,
  nextTranscript,
  requestHash,
  requestHashOfBodyHash,
  responseHash,
  responseProofMessage,
  tagKey,
  voucherTag,
  ZERO_HASH,
} from '../../sdk/dist/voucher/format.js';
import { createMessageSigner, verifySignature } from '../../sdk/dist/voucher/sign.js';

// made with Python's hashlib, struct and cryptography
const TAG = 'ea9a10ab39a3af279c0330746380a648';
const REQUEST_1 = 'fe4c4674def428268b29e733f5098363d916d2545ec5f7c4db4cb2541cdf16fa';
const REQUEST_2 = '62fd4b32dc934757693ad1e8d70d6e416e14d1ae19222e0a3e9577524d15e2bd';
const RESPONSE_1 = '486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7';
const TRANSCRIPT_1 = 'b76a4fe9b004df0dae0ed695b9127553b485e9ad482008a838216afb3de8d817';
const TRANSCRIPT_2 = '2e1d84de01a9671b6b29c3d5eb7395a6d5cf32b3af809d7dd7b36a6fa9feceb2';
const VOUCHER = `${TAG}1032547698badcfe0200000000b33f71${TRANSCRIPT_2}`;
const PROOF = `${TAG}01000000${REQUEST_1}${RESPONSE_1}e803000000000000`;
const PUBLIC_KEY = 'ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c';
const VOUCHER_SIGNATURE =
  '2ec5608c878f5a6d7c474024def1d2b1d0d0b7296344626ddbadf55d60446d6583d7f6b57bff37cc333af87ab33154ebb6e5e43c1827b4b573680c1552555a06';
const PROOF_SIGNATURE =
  '85d0e46b3d5d286aa82ce798b1741c316dad78e2f193ce1aaf6ab112e3eccea5c5699200b3aefde3abafb0dd21ebe1a550f64079a1058805b73f2a33ccd96208';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const fromHex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const range = (first: number) => Uint8Array.from({ length: 32 }, (_, index) => first + index);
const GENERATION = 0x0102030405060708n;
const head = { method: 'POST', path: '/analyse', contentType: 'text/plain', fileName: 'réport.txt' };
const empty = { method: 'GET', path: '/', contentType: '', fileName: '' };
const voucher = {
  tag: fromHex(TAG),
  cumulative: 0xfedcba9876543210n,
  calls: 2,
  expires: 1_900_000_000,
  transcript: fromHex(TRANSCRIPT_2),
};

describe('voucher format', () => {
  it('agrees with vectors made elsewhere', () => {
    const body = new TextEncoder().encode('hello');
    assert.equal(hex(voucherTag(range(0), range(32), range(64), GENERATION)), TAG);
    assert.equal(hex(requestHash(head, body)), REQUEST_1);
    assert.equal(hex(requestHashOfBodyHash(head, responseHash(body))), REQUEST_1);
    assert.equal(hex(requestHash(empty, new Uint8Array())), REQUEST_2);
    assert.equal(hex(responseHash(new TextEncoder().encode('world'))), RESPONSE_1);
    assert.equal(hex(nextTranscript(ZERO_HASH, 1, fromHex(REQUEST_1), ZERO_HASH)), TRANSCRIPT_1);
    assert.equal(
      hex(nextTranscript(fromHex(TRANSCRIPT_1), 2, fromHex(REQUEST_2), fromHex(RESPONSE_1))),
      TRANSCRIPT_2,
    );
    assert.equal(hex(encodeVoucher(voucher)), VOUCHER);
    const proof = {
      tag: voucher.tag,
      callNumber: 1,
      requestHash: fromHex(REQUEST_1),
      responseHash: fromHex(RESPONSE_1),
      cumulative: 1000n,
    };
    assert.equal(hex(responseProofMessage(proof)), PROOF);
    const signer = createMessageSigner(new Uint8Array(32).fill(7));
    assert.equal(hex(signer.publicKey), PUBLIC_KEY);
    assert.equal(hex(signer.sign(fromHex(VOUCHER))), VOUCHER_SIGNATURE);
    assert.equal(hex(signer.sign(fromHex(PROOF))), PROOF_SIGNATURE);
    assert.ok(verifySignature(fromHex(PUBLIC_KEY), fromHex(VOUCHER), fromHex(VOUCHER_SIGNATURE)));
  });

  it('decodes what it encoded, also out of a larger buffer', () => {
    assert.deepEqual(decodeVoucher(fromHex(VOUCHER)), voucher);
    const larger = Buffer.concat([Buffer.alloc(3), fromHex(VOUCHER), Buffer.alloc(3)]);
    const decoded = decodeVoucher(larger.subarray(3, 67));
    larger.fill(0);
    assert.deepEqual(decoded, voucher, 'does not share memory with its source');
  });

  it('takes exactly 64 bytes', () => {
    for (const length of [0, 63, 65, 128]) {
      assert.throws(() => decodeVoucher(new Uint8Array(length)), /TypeError: voucher must be 64 bytes/);
    }
    assert.throws(() => decodeVoucher('x'.repeat(64) as never), /must be a Uint8Array/);
    assert.throws(() => encodeVoucher({ ...voucher, tag: new Uint8Array(15) }), /tag must be 16 bytes/);
    assert.throws(
      () => encodeVoucher({ ...voucher, transcript: new Uint8Array(33) }),
      /transcript must be 32 bytes, not 33/,
    );
  });

  it('refuses amounts that are no u64, and counts that are no u32', () => {
    const bad: [unknown, RegExp][] = [
      [1.5, /safe integer, not 1.5/],
      [Number.NaN, /not NaN/],
      [2 ** 53, /not 9007199254740992/],
      [-1, /must not be negative: -1/],
      [-1n, /must not be negative: -1/],
      [2n ** 64n, /does not fit u64: 18446744073709551616/],
      ['1', /not a string/],
      [undefined, /not a undefined/],
    ];
    for (const [cumulative, message] of bad) {
      const encode = () => encodeVoucher({ ...voucher, cumulative: cumulative as bigint });
      assert.throws(encode, { name: 'TypeError', message });
    }
    assert.throws(() => encodeVoucher({ ...voucher, calls: 2 ** 32 }), /calls does not fit u32/);
    assert.throws(() => encodeVoucher({ ...voucher, expires: 0.5 }), /expires must be/);
    const most = encodeVoucher({ ...voucher, cumulative: 2n ** 64n - 1n, calls: 2 ** 32 - 1 });
    assert.equal(decodeVoucher(most).cumulative, 2n ** 64n - 1n);
  });

  it('gives every cluster, program, channel and generation its own tag', () => {
    const tags = [
      voucherTag(range(0), range(32), range(64), 1n),
      voucherTag(range(1), range(32), range(64), 1n),
      voucherTag(range(0), range(33), range(64), 1n),
      voucherTag(range(0), range(32), range(65), 1n),
      voucherTag(range(0), range(32), range(64), 2n),
    ].map(tagKey);
    assert.equal(new Set(tags).size, tags.length);
    assert.equal(tagKey(channelId(range(0), range(32), range(64), 1).tag), tags[0]);
  });

  it('hashes the boundaries between texts, and no malformed text', () => {
    const body = new Uint8Array();
    const one = requestHash({ method: 'POST', path: '/ab', contentType: 'c', fileName: '' }, body);
    const other = requestHash({ method: 'POST', path: '/a', contentType: 'bc', fileName: '' }, body);
    assert.notDeepEqual(one, other);
    assert.throws(() => requestHash({ ...empty, fileName: '\ud800' }, body), /not well-formed/);
  });
});
