import assert from 'node:assert/strict';
import {
  agentTransferAccept,
  agentTransferPropose,
  DelegatePermission,
  delegateAdd,
  delegateRemove,
  delegatesAddress,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import type { EscrowFixture } from '../fixtures/escrow';
import { funded, type RegistryFixture } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { key } from '../registry/support';
import { addTree, anotherPayer, paidChannel, pay, rated, rating, receiptRegistry } from './support';

describe('reputation rate: RatingByDelegate, attack 50, by whom the agent’s delegates name', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await receiptRegistry();
  });

  const refused = async (on: EscrowFixture, error: string) => {
    const { instruction } = await rating(on);
    await expectRefused(on.chain, instruction, [on.payer], error, [on.channel]);
  };
  /** Makes a wallet a delegate of the fixture's agent, for so many seconds. */
  const join = async (on: EscrowFixture, delegate: Keypair, seconds = 1_000n) => {
    const { instruction } = await delegateAdd(on.deployment, {
      agent: on.agent,
      owner: on.creator.publicKey,
      delegate: delegate.publicKey,
      permissions: DelegatePermission.Heartbeat,
      expiresAt: (await on.chain.unixTime()) + seconds,
    });
    await on.send(instruction, on.creator, delegate);
  };
  const leave = async (on: EscrowFixture, delegate: PublicKey) => {
    const owner = on.creator.publicKey;
    const params = { agent: on.agent, rentPayer: owner, delegate, signer: owner };
    await on.send((await delegateRemove(on.deployment, params)).instruction, on.creator);
  };

  it('while it is named, at any place of the list, and not once it is removed', async () => {
    const on = await paidChannel(registry);
    const others = await Promise.all([funded(on.chain), funded(on.chain)]);
    for (const other of others) await join(on, other);
    await rated(on, 5);
    await pay(on, 110_000n, 20);
    await join(on, on.payer);
    await refused(on, 'RatingByDelegate');
    await leave(on, on.payer.publicKey);
    await rated(on, 5);
    await pay(on, 120_000n, 30);
    for (const other of others) await leave(on, other.publicKey);
    assert.equal(await on.chain.getAccount(delegatesAddress(on.deployment, on.agent)), null);
    await rated(on, 5);
  });

  it('also once its delegation has expired, or is void since the agent changed hands', async () => {
    const on = await paidChannel(registry);
    await join(on, on.payer, 1n);
    await on.chain.advance({ seconds: 10, slots: 1 });
    await refused(on, 'RatingByDelegate');
    const buyer = await funded(on.chain);
    const owned = { agent: on.agent, owner: on.creator.publicKey };
    const propose = await agentTransferPropose(on.deployment, { ...owned, newOwner: buyer.publicKey });
    await on.send(propose.instruction, on.creator);
    const accept = await agentTransferAccept(on.deployment, {
      agent: on.agent,
      pendingOwner: buyer.publicKey,
      agentKey: key(),
      payoutOwner: buyer.publicKey,
    });
    await on.send(accept.instruction, buyer);
    await refused(on, 'RatingByDelegate');
  });

  it('of this agent alone, and nobody else', async () => {
    const [on, other] = [await paidChannel(registry), await paidChannel(registry)];
    const customer = await anotherPayer(on);
    await pay(customer, 10_000n);
    await join(on, other.payer);
    await join(on, on.payer);
    await rated(other, 4);
    await rated(customer, 4);
    await refused(on, 'RatingByDelegate');
  });

  it('DelegatesMismatch: who passes another list, a vacant address, or one of another program', async () => {
    const [on, other] = [await paidChannel(registry), await paidChannel(registry)];
    await join(other, await funded(on.chain));
    const theirs = delegatesAddress(on.deployment, other.agent);
    const { instruction } = await rating(on);
    const changed = async () => {
      for (const pubkey of [theirs, key(), delegatesAddress(on.deployment, key()), on.agent, on.channel]) {
        const wrong = withAccount(instruction, 'delegates', { pubkey });
        await expectRefused(on.chain, wrong, [on.payer], 'DelegatesMismatch', [on.channel]);
      }
    };
    await changed();
    // a vacant address would hide the list
    await join(on, on.payer);
    await changed();
    const at = delegatesAddress(on.deployment, on.agent);
    const account = await on.chain.getAccount(at);
    assert.ok(account);
    const data = Buffer.from(account.data);
    for (const spoilt of [
      { ...account, owner: on.deployment.escrow },
      { ...account, data: data.subarray(0, data.length - 1) },
      { ...account, data: Buffer.concat([Buffer.alloc(8), data.subarray(8)]) },
    ]) {
      await on.chain.setAccount(at, spoilt);
      await refused(on, 'DelegatesMismatch');
    }
    const unknown = Buffer.from(data);
    unknown.writeUInt8(2, 8);
    await on.chain.setAccount(at, { ...account, data: unknown });
    await refused(on, 'UnknownLayout');
    await on.chain.setAccount(at, account);
    await refused(on, 'RatingByDelegate');
  });

  it('and still fits a transaction and its budget, with a tree and a list of four', async () => {
    const own = await receiptRegistry();
    const merkleTree = await addTree(own);
    const on = await paidChannel(own);
    for (let at = 0; at < 4; at += 1) await join(on, await funded(on.chain));
    const { size, computeUnits } = await rated(on, 5, { merkleTree });
    assert.ok(size <= 1_232, `${size} bytes`);
    assert.ok(computeUnits < 90_000n, `${computeUnits} CU`);
  });
});
