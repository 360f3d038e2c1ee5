import assert from 'node:assert/strict';
import {
  channelRearm,
  decodeMandate,
  mandateClose,
  mandateDeposit,
  mandateKill,
  mandateOpen,
  mandateWithdraw,
} from '@agent-labs/sdk';
import { type EscrowFixture, PURSE, tokenBalance } from '../fixtures/escrow';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, dataOf } from '../registry/support';
import { assertBooks, openAnother, sharedChain } from './shared';

describe('several mandates of one payer', () => {
  const { escrow } = sharedChain();

  /** Two more mandates of the fixture's payer, each with 100,000 of its own. */
  const more = async (on: EscrowFixture) =>
    Promise.all(
      [2n, 3n].map(async (id) => {
        const { instruction, mandate, vault } = await mandateOpen(on.deployment, {
          payer: on.payer.publicKey,
          mint: on.mint,
          id,
          sessionKey: on.session.publicKey,
          perCallMax: 10_000n,
          dailyCap: 50_000n,
          totalCap: 50_000n,
          expiresAt: (await on.chain.unixTime()) + 900n,
          deposit: 100_000n,
        });
        await on.send(instruction, on.payer);
        return { mandate, vault, ref: { mandate, payer: on.payer.publicKey, mint: on.mint } };
      }),
    );
  const read = async (on: EscrowFixture, { mandate }: { mandate: EscrowFixture['mandate'] }) =>
    decodeMandate(await dataOf(on.chain, mandate));

  it('keep money, caps and end apart', async () => {
    const on = await escrow();
    const [second, third] = await more(on);
    assert.ok(second && third);
    const { chain, deployment, payer, send, session } = on;
    const [first, thirdBefore] = [await on.readMandate(), await read(on, third)];
    const channel = await openAnother(on, { mandate: second.mandate, amount: 50_000n });
    await chain.advance({ slots: 1 });
    const ref = { ...on.channelRef, channel, mandate: second.mandate };
    const expiresAt = (await on.readChannel(channel)).expiresAt;
    const rearm = await channelRearm(deployment, ref, session.publicKey, 1n, expiresAt);
    await expectRefused(chain, rearm, [session], 'DailyCapExceeded');
    await send(await mandateDeposit(deployment, second.ref, 7n), payer);
    await send(await mandateKill(deployment, second.ref), payer);
    assertSame([await on.readMandate(), await read(on, third)], [first, thirdBefore]);
    await openAnother(on, { mandate: third.mandate });
    await assertBooks(on);

    await send(await mandateWithdraw(deployment, second.ref, 50_007n), payer);
    assert.deepEqual(
      await Promise.all([on.vault, second.vault, third.vault].map((vault) => tokenBalance(chain, vault))),
      [1_000_000n, 50_000n, 100_000n],
    );
    assert.equal(await tokenBalance(chain, on.payerTokens), PURSE - 1_150_000n);
  });

  it('lend each other neither money nor vault, though payer and mint are the same', async () => {
    const on = await escrow({ channel: null });
    const [second, third] = await more(on);
    assert.ok(second && third);
    const { chain, deployment, payer } = on;
    const above = await mandateWithdraw(deployment, second.ref, 100_001n);
    await expectRefused(chain, above, [payer], 'InsufficientFree');
    for (const instruction of [
      await mandateWithdraw(deployment, second.ref, 1n),
      await mandateDeposit(deployment, second.ref, 1n),
      await mandateClose(deployment, second.ref),
    ]) {
      const others = withAccount(instruction, 'vault', { pubkey: third.vault });
      await expectRefused(chain, others, [payer], 'VaultMismatch');
    }
  });

  it('end one by one, and an id is free again for another life', async () => {
    const on = await escrow({ channel: null });
    const [second, third] = await more(on);
    assert.ok(second && third);
    const { chain, deployment, payer, send } = on;
    const { generation } = await read(on, second);
    await chain.advance({ slots: 1 });
    await send(await mandateClose(deployment, second.ref), payer);
    assert.equal(await chain.getAccount(second.mandate), null);
    assert.equal((await read(on, third)).free, 100_000n);
    const again = await mandateOpen(deployment, {
      payer: payer.publicKey,
      mint: on.mint,
      id: 2n,
      sessionKey: on.session.publicKey,
      perCallMax: 1n,
      dailyCap: 1n,
      totalCap: 1n,
      expiresAt: (await chain.unixTime()) + 9n,
      deposit: 0n,
    });
    await send(again.instruction, payer);
    assert.ok(again.mandate.equals(second.mandate));
    assert.ok((await read(on, second)).generation > generation);
  });
});
