import assert from 'node:assert/strict';
import {
  agentTransferAccept,
  agentTransferPropose,
  agentUpdate,
  delegateAdd,
  delegatesAddress,
  type TransactionOutcome,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { whilePaused } from '../escrow/shared';
import type { DisputeFixture } from '../fixtures/disputes';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, funded } from '../fixtures/registry';
import { stakeTokensOf } from '../fixtures/stake';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, copyOf, key, patch } from '../registry/support';
import { assertTold, assertVaultCovered, purseOf, sharedDisputes, spoil } from './dispute-shared';

describe('stake dispute_vote', () => {
  const { disputes, onBothChains } = sharedDisputes();

  /** A dispute whose first panel may vote. */
  const voted = async (on?: DisputeFixture) => {
    const dispute = on ?? (await disputes());
    await dispute.open();
    await dispute.arrive('responseEndsAt');
    return dispute;
  };
  const arbiterOf = (on: DisputeFixture, panel: 0 | 1, member: number): Keypair => {
    const arbiter = on.arbiters[panel][member];
    assert.ok(arbiter);
    return arbiter;
  };
  const refused = async (
    on: DisputeFixture,
    error: string,
    arbiter = arbiterOf(on, 0, 0),
    awardBps = 10_000,
    destination?: PublicKey,
  ) => {
    const instruction = await on.voting(arbiter, awardBps, destination);
    await expectRefused(on.chain, instruction, [arbiter], error, [on.vault]);
  };

  onBothChains('counts votes, pays each, and rules by the median at the threshold', async (on, kind) => {
    await voted(on);
    const { lastDispute: dispute } = await on.readVault();
    const before = await on.readDispute();
    const [first, second] = [arbiterOf(on, 0, 0), arbiterOf(on, 0, 1)];
    const vote = async (arbiter: Keypair, award: number): Promise<TransactionOutcome> =>
      on.send(await on.voting(arbiter, award), arbiter);
    const one = await vote(first, 4_001);
    const panels = (votes: (number | null)[], award: number | null) => [
      { ...before.panels[0], votes, award },
      before.panels[1],
    ];
    assertSame(await on.readDispute(), {
      ...before,
      feesPaid: 100_000n,
      panels: panels([4_001, null, null], null),
    });
    const two = await vote(second, 6_000);
    const now = await on.chain.unixTime();
    const appealEndsAt = now + on.settings.windows.appeal;
    assertSame(await on.readDispute(), {
      ...{ ...before, status: 'Ruled', feesPaid: 200_000n, ruledAt: now, appealEndsAt },
      panels: panels([4_001, 6_000, null], 5_000),
    });
    assert.equal((await on.readVault()).bonds, 800_000n);
    for (const arbiter of [first, second]) assert.equal(await purseOf(on, arbiter), 100_000n);
    await assertVaultCovered(on);
    const common = { dispute, vault: on.vault, agent: on.agent };
    const cast = { ...common, panel: 0, fee: 100_000n };
    const tokens = (arbiter: Keypair) => stakeTokensOf(on, arbiter.publicKey);
    assertTold(kind, one, 'voteCast', {
      ...{ ...cast, arbiter: first.publicKey, member: 0, awardBps: 4_001, votes: 1 },
      ...{ destination: tokens(first), bondsBefore: 1_000_000n, bondsAfter: 900_000n },
    });
    assertTold(kind, two, 'voteCast', {
      ...{ ...cast, arbiter: second.publicKey, member: 1, awardBps: 6_000, votes: 2 },
      ...{ destination: tokens(second), bondsBefore: 900_000n, bondsAfter: 800_000n },
    });
    const ruled = { ...common, panel: 0, awardBps: 5_000, ruledAt: now, appealEndsAt };
    assertTold(kind, two, 'disputeRuled', ruled);
  });

  refusesForgeries(
    async () => {
      const on = await voted();
      const arbiter = arbiterOf(on, 0, 0);
      return { chain: on.chain, instruction: await on.voting(arbiter, 1), signers: [arbiter] };
    },
    {
      twice: {
        'tokens as destination': 'DestinationMismatch',
        'destination as tokens': 'VaultTokensMismatch',
      },
    },
  );

  it('the second panel’s ruling is final', async () => {
    const on = await voted();
    await on.vote(0, 0, 0);
    await on.appeal(on.payer);
    await on.vote(1, 10_000, 5_000);
    const { panels, status, feesPaid } = await on.readDispute();
    assert.deepEqual([status, panels[1].award, panels[0].award, feesPaid], ['Final', 7_500, 0, 400_000n]);
    await assertVaultCovered(on);
  });

  it('AwardInvalid: at most the whole claim', async () => {
    const on = await voted();
    await refused(on, 'AwardInvalid', arbiterOf(on, 0, 0), 10_001);
    await refused(on, 'AwardInvalid', arbiterOf(on, 0, 0), 65_535);
    await on.vote(0, 10_000);
  });

  it('VotingNotOpen, VotingOver: from the end of the response window to that of the ruling', async () => {
    const on = await disputes();
    await on.open();
    await on.answer();
    await on.arrive('responseEndsAt', -1n);
    await refused(on, 'VotingNotOpen');
    await on.arrive('responseEndsAt');
    await on.vote(0, 1);
    await on.arrive('rulingEndsAt');
    await refused(on, 'VotingOver', arbiterOf(on, 0, 1));
    const late = await voted();
    await late.arrive('rulingEndsAt', -1n);
    await late.vote(0, 1, 1);
    assert.equal((await late.readDispute()).status, 'Ruled');
  });

  it('VotingOver: after the ruling, and after that on the appeal', async () => {
    const on = await voted();
    await on.vote(0, 1, 1);
    await refused(on, 'VotingOver', arbiterOf(on, 0, 2));
    await refused(on, 'VotingOver', arbiterOf(on, 1, 0));
    await on.appeal(on.payer);
    await on.vote(1, 1, 1);
    await refused(on, 'VotingOver', arbiterOf(on, 1, 2));
    const late = await voted();
    await late.vote(0, 1, 1);
    await late.appeal(late.payer);
    await late.arrive('appealRulingEndsAt', -1n);
    await late.vote(1, 1);
    await late.arrive('appealRulingEndsAt');
    await refused(late, 'VotingOver', arbiterOf(late, 1, 1));
  });

  it('NotArbiter, attack 23: of the panel that decides now alone', async () => {
    const on = await voted();
    await refused(on, 'NotArbiter', arbiterOf(on, 1, 0));
    await refused(on, 'NotArbiter', on.admin, 1, stakeTokensOf(on, arbiterOf(on, 0, 0).publicKey));
    await on.vote(0, 1, 1);
    await on.appeal(on.payer);
    await refused(on, 'NotArbiter', arbiterOf(on, 0, 2));
  });

  it('AlreadyVoted, attack 52: each once', async () => {
    const on = await voted();
    await on.vote(0, 0);
    await refused(on, 'AlreadyVoted', arbiterOf(on, 0, 0), 0);
    await refused(on, 'AlreadyVoted', arbiterOf(on, 0, 0), 10_000);
  });

  it('attack 52: the panel is that of the opening, whoever sits on it later', async () => {
    const on = await disputes();
    await on.open();
    const [gone, came] = [arbiterOf(on, 0, 0), Keypair.generate()];
    const replace = (from: Keypair, to: Keypair) =>
      patch(on.chain, on.config, (data) =>
        data.set(to.publicKey.toBytes(), data.indexOf(from.publicKey.toBuffer())),
      );
    await replace(gone, came);
    await on.arrive('responseEndsAt');
    await tokenAccount(on.chain, on.stakeMint, came.publicKey, 0n);
    await refused(on, 'NotArbiter', came);
    await on.vote(0, 5, 7);
    await replace(came, gone);
    assert.equal((await on.readDispute()).panels[0].award, 6);
  });

  it('ArbiterIsParty: on neither side', async () => {
    const arbiter = (on: DisputeFixture) => arbiterOf(on, 0, 0);
    for (const field of ['claimant', 'sessionKey', 'agentKey', 'payoutOwner'] as const) {
      const on = await voted();
      const { lastDispute } = await on.readVault();
      await spoil(on, lastDispute, { [field]: arbiter(on).publicKey });
      await refused(on, 'ArbiterIsParty');
    }
    const on = await disputes();
    await on.open();
    await on.answer();
    await on.arrive('responseEndsAt');
    const { lastDispute } = await on.readVault();
    await spoil(on, lastDispute, { answerer: arbiter(on).publicKey });
    await refused(on, 'ArbiterIsParty');
    const appealed = await voted();
    await appealed.vote(0, 1, 1);
    await appealed.appeal(appealed.payer);
    const at = (await appealed.readVault()).lastDispute;
    await spoil(appealed, at, { appellant: arbiterOf(appealed, 1, 0).publicKey });
    await refused(appealed, 'ArbiterIsParty', arbiterOf(appealed, 1, 0));
  });

  it('ArbiterIsParty: not the owner that it became', async () => {
    const on = await voted();
    const { agent, chain, deployment, owner } = on;
    const arbiter = arbiterOf(on, 0, 0);
    const offer = { agent, owner: owner.publicKey, newOwner: arbiter.publicKey };
    await on.send((await agentTransferPropose(deployment, offer)).instruction, owner);
    await chain.airdrop(arbiter.publicKey, 1_000_000_000n);
    const keys = { agentKey: key(), payoutOwner: key() };
    const taking = { agent, pendingOwner: arbiter.publicKey, ...keys };
    await on.send((await agentTransferAccept(deployment, taking)).instruction, arbiter);
    await refused(on, 'ArbiterIsParty');
  });

  it('no owner keeps an arbiter from its vote by naming it', async () => {
    const on = await disputes();
    await on.open();
    const { agent, deployment, owner } = on;
    const [first, second] = [arbiterOf(on, 0, 0).publicKey, arbiterOf(on, 0, 1).publicKey];
    const offer = { agent, owner: owner.publicKey, newOwner: first };
    await on.send((await agentTransferPropose(deployment, offer)).instruction, owner);
    const keys = { agentKey: second, payoutOwner: second };
    const update = await agentUpdate(deployment, { agent, owner: owner.publicKey, ...keys });
    await on.send(update.instruction, owner);
    await on.arrive('responseEndsAt');
    await on.vote(0, 1, 1);
    assert.equal((await on.readDispute()).status, 'Ruled');
  });

  it('ArbiterIsParty: none that the agent’s delegates name', async () => {
    const on = await voted();
    const { agent, chain, deployment, owner } = on;
    const [arbiter, delegate] = [arbiterOf(on, 0, 0), await funded(chain)];
    const expiresAt = (await chain.unixTime()) + 10n;
    const named = { agent, owner: owner.publicKey, delegate: delegate.publicKey };
    const { instruction } = await delegateAdd(deployment, { ...named, permissions: 1, expiresAt });
    await on.send(instruction, owner, delegate);
    const delegates = delegatesAddress(deployment, agent);
    // a delegate that a panel took in later: what the config refuses the other way round
    await patch(chain, delegates, (data) =>
      data.set(arbiter.publicKey.toBytes(), data.indexOf(delegate.publicKey.toBuffer())),
    );
    await refused(on, 'ArbiterIsParty');
    await chain.advance({ seconds: 20, slots: 1 });
    await refused(on, 'ArbiterIsParty');
    const second = arbiterOf(on, 0, 1);
    await on.send(await on.voting(second, 1), second);
  });

  it('DelegatesMismatch, UnknownLayout: the delegates are shown, there or not', async () => {
    const [on, another] = [await voted(), await disputes()];
    const arbiter = arbiterOf(on, 0, 0);
    const instruction = await on.voting(arbiter, 1);
    const { chain, deployment } = on;
    const delegate = await funded(chain);
    const { instruction: add } = await delegateAdd(deployment, {
      ...{ agent: another.agent, owner: another.owner.publicKey, delegate: delegate.publicKey },
      ...{ permissions: 1, expiresAt: (await chain.unixTime()) + 10n },
    });
    await on.send(add, another.owner, delegate);
    const others = delegatesAddress(deployment, another.agent);
    const withDelegates = (pubkey: PublicKey) => withAccount(instruction, 'delegates', { pubkey });
    for (const pubkey of [key(), others, on.agent, await copyOf(chain, others, deployment.escrow)]) {
      await expectRefused(chain, withDelegates(pubkey), [arbiter], 'DelegatesMismatch');
    }
    const layout = await copyOf(chain, others);
    await patch(chain, layout, (data) => data.writeUInt8(2, 8));
    await expectRefused(chain, withDelegates(layout), [arbiter], 'UnknownLayout');
  });

  it('ArbiterHasStake, PositionMismatch: shows that it has nothing in the vault', async () => {
    const on = await voted();
    const arbiter = arbiterOf(on, 0, 0);
    const instruction = await on.voting(arbiter, 1);
    for (const name of ['first_loss_position', 'backer_position']) {
      for (const pubkey of [key(), on.position(on.owner)]) {
        await expectRefused(
          on.chain,
          withAccount(instruction, name, { pubkey }),
          [arbiter],
          'PositionMismatch',
        );
      }
    }
    await on.chain.airdrop(arbiter.publicKey, 1_000_000_000n);
    await tokenAccount(on.chain, on.stakeMint, arbiter.publicKey, PURSE);
    await on.stake(arbiter, 5n);
    await refused(on, 'ArbiterHasStake');
    await on.unstake(arbiter);
    await refused(on, 'ArbiterHasStake');
  });

  it('DestinationMismatch: the fee goes to any account of the arbiter’s', async () => {
    const on = await voted();
    const arbiter = arbiterOf(on, 0, 0);
    const other = await tokenAccount(on.chain, await createMint(on.chain, key()), arbiter.publicKey, 0n);
    for (const destination of [on.ownerTokens, other]) {
      await refused(on, 'DestinationMismatch', arbiter, 1, destination);
    }
    const own = await tokenAccount(on.chain, on.stakeMint, arbiter.publicKey, 0n, { at: key() });
    await on.send(await on.voting(arbiter, 1, own), arbiter);
    assert.equal(await tokenBalance(on.chain, own), 100_000n);
  });

  it('DisputeMismatch, AgentMismatch, VaultTokensMismatch: takes what belongs together', async () => {
    const [on, another] = [await voted(), await voted()];
    const arbiter = arbiterOf(on, 0, 0);
    const instruction = await on.voting(arbiter, 1);
    for (const [name, pubkey, error] of [
      ['dispute', (await another.readVault()).lastDispute, 'DisputeMismatch'],
      ['agent', another.agent, 'AgentMismatch'],
      ['tokens', another.tokens, 'VaultTokensMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [arbiter], error);
    }
  });

  it('a panel of nine of nine rules by all of them', async () => {
    const on = await disputes();
    await on.open();
    const { lastDispute } = await on.readVault();
    const members = Array.from({ length: 9 }, () => Keypair.generate());
    const panelAt = 744 + 8;
    await patch(on.chain, lastDispute, (data) => {
      for (const [at, { publicKey }] of members.entries()) data.set(publicKey.toBytes(), panelAt + 32 * at);
      data.writeUInt8(9, panelAt + 288);
      data.writeUInt8(9, panelAt + 289);
    });
    await on.arrive('responseEndsAt');
    for (const [at, member] of members.entries()) {
      await tokenAccount(on.chain, on.stakeMint, member.publicKey, 0n);
      await on.send(await on.voting(member, 1_000 * at), member);
      assert.equal((await on.readDispute()).status, at === 8 ? 'Ruled' : 'Open');
    }
    assert.equal((await on.readDispute()).panels[0].award, 4_000);
    await assertVaultCovered(on);
  });

  it('is never paused', async () => {
    const on = await voted();
    await whilePaused(on, () => on.vote(0, 1));
  });
});
