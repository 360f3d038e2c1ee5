import assert from 'node:assert/strict';
import { pairAddress, pairClose, scoreAddress, scoreClose } from '@agent-labs/sdk';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { rewrite as rewriteOther, whilePaused } from '../escrow/shared';
import type { EscrowFixture } from '../fixtures/escrow';
import type { RegistryFixture } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, key, lamportsOf, patch } from '../registry/support';
import { eventOf, paidChannel, rated, receiptRegistry, rewrite } from './support';

const TOMBSTONE = [45, 187, 252, 155, 232, 114, 36, 22, 1, 255];

/** Puts what the registry leaves of a closed agent in the agent's place. */
async function bury({ chain, agent }: EscrowFixture): Promise<void> {
  const account = await chain.getAccount(agent);
  assert.ok(account);
  const data = Buffer.alloc(15);
  data.set(TOMBSTONE);
  await chain.setAccount(agent, { ...account, data });
}

describe('reputation, closing records', () => {
  let registry: RegistryFixture;
  let on: EscrowFixture;
  before(async () => {
    registry = await receiptRegistry();
  });
  beforeEach(async () => {
    on = await paidChannel(registry);
    await rated(on, 4);
  });
  const refused = async (
    make: () => Promise<TransactionInstruction>,
    error: string,
    changes: Record<string, PublicKey> = {},
  ) => {
    let instruction = await make();
    for (const [name, pubkey] of Object.entries(changes)) {
      instruction = withAccount(instruction, name, { pubkey });
    }
    await expectRefused(on.chain, instruction, [], error);
  };

  describe('pair_close', () => {
    const closing = () =>
      pairClose(on.deployment, { agent: on.agent, payer: on.payer.publicKey, ownershipEpoch: 1 });
    const at = () => pairAddress(on.deployment, on.agent, 1, on.payer.publicKey);
    const passed = (ownershipEpoch: number) => rewriteOther(on.chain, 'agent', on.agent, { ownershipEpoch });

    it('returns the rent to the payer once the pair can count no more', async () => {
      await passed(3);
      const [rent, before] = [
        await lamportsOf(on.chain, at()),
        await lamportsOf(on.chain, on.payer.publicKey),
      ];
      await whilePaused(registry, async () => {
        const event = eventOf(await on.send(await closing()), 'pairClosed');
        assertSame(event, {
          pair: at(),
          agent: on.agent,
          payer: on.payer.publicKey,
          ownershipEpoch: 1,
          volume: 100_000n,
          weight: 5_621n,
          ratings: 1n,
        });
      });
      assert.equal(await lamportsOf(on.chain, on.payer.publicKey), before + rent);
      assert.equal(await on.chain.getAccount(at()), null);
    });

    it('does so for a closed agent too', async () => {
      await bury(on);
      await on.send(await closing());
      await refused(closing, 'AccountOwnedByWrongProgram');
    });

    it('PairInUse, attack 10: not while a right of its epoch counts, or weight would start anew', async () => {
      await refused(closing, 'PairInUse');
      await passed(2);
      await refused(closing, 'PairInUse');
    });

    it('AgentMismatch, RentPayerMismatch, attacks 2, 3, 12: other accounts', async () => {
      const other = await paidChannel(registry, 0n);
      await passed(3);
      for (const [name, pubkey, error] of [
        ['agent', other.agent, 'AgentMismatch'],
        ['payer', other.payer.publicKey, 'RentPayerMismatch'],
        ['pair', on.channel, 'AccountOwnedByWrongProgram'],
        ['pair', scoreAddress(on.deployment, on.agent), 'AccountDiscriminatorMismatch'],
        ['event_authority', key(), 'EventAuthorityMismatch'],
        ['program', key(), 'ProgramMismatch'],
      ] as const) {
        await refused(closing, error, { [name]: pubkey });
      }
      await patch(on.chain, at(), (data) => data.writeUInt8(2, 8));
      await refused(closing, 'UnknownLayout');
      await patch(on.chain, at(), (data) => data.writeUInt8(1, 8));
      await rewrite(on, 'pair', at(), { weight: 5_622n });
      await refused(closing, 'InvariantBroken');
      await rewrite(on, 'pair', at(), { weight: 5_621n });
      const account = await on.chain.getAccount(on.agent);
      assert.ok(account);
      await on.chain.setAccount(on.agent, { ...account, owner: on.deployment.escrow });
      await refused(closing, 'AccountOwnedByWrongProgram');
      await on.chain.setAccount(on.agent, { ...account, data: account.data.slice(0, 100) });
      await refused(closing, 'AccountDiscriminatorMismatch');
    });
  });

  describe('score_close', () => {
    const closing = () => scoreClose(on.deployment, on.agent, on.payer.publicKey);
    const at = () => scoreAddress(on.deployment, on.agent);

    it('returns the rent of a closed agent’s score to whoever paid it', async () => {
      await bury(on);
      const [rent, before] = [
        await lamportsOf(on.chain, at()),
        await lamportsOf(on.chain, on.payer.publicKey),
      ];
      const event = eventOf(await on.send(await closing()), 'scoreClosed');
      assertSame([event.agent, event.rentPayer, event.state.ratings], [on.agent, on.payer.publicKey, 1n]);
      assert.equal(await lamportsOf(on.chain, on.payer.publicKey), before + rent);
      await refused(closing, 'AccountOwnedByWrongProgram');
    });

    it('ScoreInUse: never while the agent is there', async () => {
      await refused(closing, 'ScoreInUse');
      await rewriteOther(on.chain, 'agent', on.agent, { ownershipEpoch: 9 });
      await refused(closing, 'ScoreInUse');
    });

    it('AgentMismatch, RentPayerMismatch, attacks 2, 3, 12: other accounts', async () => {
      const other = await paidChannel(registry, 0n);
      await bury(on);
      for (const [name, pubkey, error] of [
        ['agent', other.agent, 'AgentMismatch'],
        ['rent_payer', other.payer.publicKey, 'RentPayerMismatch'],
        ['score', on.mandate, 'AccountOwnedByWrongProgram'],
        [
          'score',
          pairAddress(on.deployment, on.agent, 1, on.payer.publicKey),
          'AccountDiscriminatorMismatch',
        ],
        ['event_authority', key(), 'EventAuthorityMismatch'],
        ['program', key(), 'ProgramMismatch'],
      ] as const) {
        await refused(closing, error, { [name]: pubkey });
      }
      await patch(on.chain, at(), (data) => data.writeUInt8(2, 8));
      await refused(closing, 'UnknownLayout');
      await patch(on.chain, at(), (data) => data.writeUInt8(1, 8));
      await rewrite(on, 'score', at(), { payers: 2 });
      await refused(closing, 'InvariantBroken');
    });
  });
});
