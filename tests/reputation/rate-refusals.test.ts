import assert from 'node:assert/strict';
import {
  agentUpdate,
  configPause,
  configUnpause,
  PauseBit,
  pairAddress,
  pendingReceiptAddress,
  scoreAddress,
} from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { rewrite as rewriteOther } from '../escrow/shared';
import type { EscrowFixture } from '../fixtures/escrow';
import type { RegistryFixture } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { copyOf, key, patch } from '../registry/support';
import {
  anotherPayer,
  paidChannel,
  pay,
  rated,
  rating,
  receiptRegistry,
  refund,
  rewrite,
  scoreOf,
} from './support';

describe('reputation rate refuses', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await receiptRegistry();
  });

  const refused = async (on: EscrowFixture, error: string, stars = 5, signer: Keypair = on.payer) => {
    const { instruction } = await rating(on, { stars });
    await expectRefused(on.chain, instruction, [signer], error, [on.channel]);
  };

  refusesForgeries(
    async () => {
      const on = await paidChannel(await receiptRegistry(), 10_000n);
      const { instruction } = await rating(on);
      return { chain: on.chain, instruction, signers: [on.payer] };
    },
    {
      twice: {
        ...Object.fromEntries(
          ['subject', 'receipt'].map((source) => [`${source} as score`, 'ScoreMismatch']),
        ),
        'pair as score': 'PairMismatch',
        ...Object.fromEntries(
          ['subject', 'score', 'receipt'].map((source) => [`${source} as pair`, 'PairMismatch']),
        ),
        ...Object.fromEntries(
          ['subject', 'score', 'pair'].map((source) => [`${source} as receipt`, 'ReceiptMismatch']),
        ),
      },
    },
  );

  it('StarsInvalid: other than 1 to 5 stars', async () => {
    const on = await paidChannel(registry);
    for (const stars of [0, 6, 255]) await refused(on, 'StarsInvalid', stars);
    await rated(on, 1);
    await pay(on, 150_000n, 20);
    await rated(on, 5);
  });

  it('Paused: while ratings are paused, and for nothing else', async () => {
    const on = await paidChannel(registry);
    const { admin, deployment, pauser, send } = on;
    const bits = PauseBit.Rate;
    await send((await configPause(deployment, { signer: pauser.publicKey, bits })).instruction, pauser);
    await refused(on, 'Paused');
    await send((await configUnpause(deployment, { admin: admin.publicKey, bits })).instruction, admin);
    const others = 127 & ~bits;
    await send(
      (await configPause(deployment, { signer: pauser.publicKey, bits: others })).instruction,
      pauser,
    );
    await rated(on, 5);
    await send(
      (await configUnpause(deployment, { admin: admin.publicKey, bits: others })).instruction,
      admin,
    );
  });

  it('RatingRightMissing, attack 50: a rating without a right', async () => {
    const on = await paidChannel(registry, 0n);
    await refused(on, 'escrow:RatingRightMissing');
    await on.settle({ cumulative: 10_000n, calls: 3 });
    await refused(on, 'escrow:RatingRightMissing');
  });

  it('attack 50: a right that was used', async () => {
    const on = await paidChannel(registry);
    await rated(on, 5);
    await refused(on, 'escrow:RatingRightMissing');
    await refund(on, 110_000n, 20);
    await rated(on, 5);
    await refused(on, 'escrow:RatingRightMissing');
  });

  it('attack 50: a right used twice in one transaction', async () => {
    const on = await paidChannel(registry);
    const [first, second] = [await rating(on), await rating(on, { number: 1n })];
    const both = [first.instruction, second.instruction];
    const refusal = await expectRefused(on.chain, both, [on.payer], 'escrow:RatingRightMissing', [
      on.channel,
    ]);
    assert.equal(refusal.instructionIndex, 1);
  });

  it('RatingRightMissing: a channel without a fee, whatever was paid', async () => {
    const on = await paidChannel(registry);
    await rewriteOther(on.chain, 'channel', on.channel, { feeBps: 0 });
    await refused(on, 'escrow:RatingRightMissing');
  });

  it('NotPayer: anyone but the wallet that opened the mandate', async () => {
    const on = await paidChannel(registry);
    for (const signer of [on.session, on.feePayer, on.pauser]) {
      const { instruction } = await rating(on, { payer: signer.publicKey });
      await expectRefused(on.chain, instruction, [signer], 'NotPayer', [on.channel]);
    }
  });

  it('RightMismatch: a channel that pays another agent', async () => {
    const [on, other] = [await paidChannel(registry), await paidChannel(registry)];
    const { instruction } = await rating(on, { subject: other.channel, mandate: other.mandate });
    await expectRefused(on.chain, instruction, [on.payer], 'RightMismatch', [other.channel]);
  });

  it('MandateMismatch: another mandate than the channel’s', async () => {
    const [on, other] = [await paidChannel(registry), await paidChannel(registry)];
    const { instruction } = await rating(on, { mandate: other.mandate });
    await expectRefused(on.chain, instruction, [on.payer], 'escrow:MandateMismatch', [on.channel]);
  });

  it('SelfRating, attack 50: by owner, creator, agent key or payout owner', async () => {
    const on = await paidChannel(registry);
    const payer = on.payer.publicKey;
    for (const field of ['owner', 'creator'] as const) {
      const now = on.creator.publicKey;
      await rewriteOther(on.chain, 'agent', on.agent, { [field]: payer });
      await refused(on, 'SelfRating');
      await rewriteOther(on.chain, 'agent', on.agent, { [field]: now });
    }
    for (const [field, now] of [
      ['payoutOwner', on.payoutOwner.publicKey],
      ['agentKey', on.agentKey.publicKey],
    ] as const) {
      await rewriteOther(on.chain, 'channel', on.channel, { [field]: payer });
      await refused(on, 'SelfRating');
      await rewriteOther(on.chain, 'channel', on.channel, { [field]: now });
    }
    await rated(on, 5);
  });

  it('nobody because an owner named its wallet: no customer is locked out', async () => {
    const on = await paidChannel(registry);
    const { instruction } = await agentUpdate(on.deployment, {
      agent: on.agent,
      owner: on.creator.publicKey,
      payoutOwner: on.payer.publicKey,
    });
    await on.send(instruction, on.creator);
    await rated(on, 1);
  });

  it('ScoreMismatch, PairMismatch: records of others, or ones that do not hold', async () => {
    const [on, other] = [await paidChannel(registry), await paidChannel(registry)];
    const customer = await anotherPayer(on);
    for (const each of [on, other, customer]) {
      if (each === customer) await pay(customer, 10_000n);
      await rated(each, 4);
      await pay(each, 120_000n, 20);
    }
    const { instruction, pair, score } = await rating(on);
    const theirs = await rating(other);
    for (const pubkey of [
      theirs.score,
      await copyOf(on.chain, score, on.deployment.escrow),
      theirs.pair,
      key(),
    ]) {
      await expectRefused(
        on.chain,
        withAccount(instruction, 'score', { pubkey }),
        [on.payer],
        'ScoreMismatch',
      );
    }
    const sisters = [theirs.pair, (await rating(customer)).pair, score, key()];
    const nextEpoch = pairAddress(on.deployment, on.agent, 2, on.payer.publicKey);
    for (const pubkey of [...sisters, nextEpoch]) {
      await expectRefused(on.chain, withAccount(instruction, 'pair', { pubkey }), [on.payer], 'PairMismatch');
    }
    const spoilt = (error: string) => expectRefused(on.chain, instruction, [on.payer], error, [on.channel]);
    for (const [at, error] of [
      [score, 'ScoreMismatch'],
      [pair, 'PairMismatch'],
    ] as const) {
      const account = await on.chain.getAccount(at);
      assert.ok(account);
      await on.chain.setAccount(at, { ...account, owner: on.deployment.escrow });
      await spoilt(error);
      await on.chain.setAccount(at, account);
      await patch(on.chain, at, (data) => data.fill(0, 0, 8));
      await spoilt(error);
      await on.chain.setAccount(at, account);
      await patch(on.chain, at, (data) => data.writeUInt8(2, 8));
      await spoilt('UnknownLayout');
      await on.chain.setAccount(at, account);
    }
  });

  it('ReceiptMismatch: another number than the next', async () => {
    const on = await paidChannel(registry);
    const { instruction } = await rating(on, { number: 1n });
    await expectRefused(on.chain, instruction, [on.payer], 'ReceiptMismatch', [on.channel]);
    const pubkey = pendingReceiptAddress(on.deployment, key(), 0n);
    const foreign = withAccount((await rating(on)).instruction, 'receipt', { pubkey });
    await expectRefused(on.chain, foreign, [on.payer], 'ReceiptMismatch', [on.channel]);
  });

  it('ProgramMismatch, RatingAuthorityMismatch, attack 6: another escrow or signer', async () => {
    const on = await paidChannel(registry);
    const { instruction } = await rating(on);
    for (const pubkey of [on.deployment.registry, key()]) {
      const escrow = withAccount(instruction, 'escrow_program', { pubkey });
      await expectRefused(on.chain, escrow, [on.payer], 'ProgramMismatch', [on.channel]);
      const signer = withAccount(instruction, 'rating_authority', { pubkey });
      await expectRefused(on.chain, signer, [on.payer], 'RatingAuthorityMismatch', [on.channel]);
    }
  });

  it('InvariantBroken, MathOverflow: records that do not hold', async () => {
    const on = await paidChannel(registry);
    await rated(on, 4);
    await pay(on, 120_000n, 20);
    const [score, pair] = [
      scoreAddress(on.deployment, on.agent),
      pairAddress(on.deployment, on.agent, 1, on.payer.publicKey),
    ];
    const stored = await scoreOf(on);
    assert.ok(stored);
    for (const [at, type, bad, good, error] of [
      [score, 'score', { ratings: 0n }, { ratings: 1n }, 'InvariantBroken'],
      [score, 'score', { payers: 3 }, { payers: 1 }, 'InvariantBroken'],
      [score, 'score', { ownershipEpoch: 2 }, { ownershipEpoch: 1 }, 'PairMismatch'],
      [pair, 'pair', { volume: (1n << 64n) - 1n }, { volume: 100_000n }, 'MathOverflow'],
      [pair, 'pair', { weight: 100_000n }, { weight: 316n }, 'MathOverflow'],
    ] as const) {
      await rewrite(on, type, at, bad);
      if (error !== 'PairMismatch') await refused(on, error);
      await rewrite(on, type, at, good);
    }
    await rated(on, 4);
  });
});
