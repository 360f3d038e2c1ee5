import assert from 'node:assert/strict';
import {
  agentClose,
  agentSetStatus,
  agentTransferAccept,
  agentTransferPropose,
  delegatesClose,
} from '@agent-labs/sdk';
import { funded } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { expectRefused, withAccount } from '../helpers/refused';
import { type Delegated, delegated, EXPIRES_AT } from './delegate-support';
import { genericNegatives } from './negatives';
import { assertRecorded, copyOf, key, lamportsOf, onBothChains, patch, readAgent } from './support';

const closing = async ({ deployment, agent, feePayer }: Delegated) => ({
  ...(await delegatesClose(deployment, { agent, rentPayer: feePayer.publicKey })),
  signers: [],
});

/** Delegates whose agent has another owner. */
async function sold(kind?: ChainKind): Promise<Delegated> {
  const fixture = await delegated({}, kind);
  const { chain, deployment, agent, creator } = fixture;
  const buyer = await funded(chain);
  const owned = { agent, owner: creator.publicKey };
  const offer = await agentTransferPropose(deployment, { ...owned, newOwner: buyer.publicKey });
  await fixture.send(offer.instruction, creator);
  const keys = { agentKey: key(), payoutOwner: key() };
  const accept = await agentTransferAccept(deployment, { agent, pendingOwner: buyer.publicKey, ...keys });
  await fixture.send(accept.instruction, buyer);
  return fixture;
}

/** Delegates whose agent is a tombstone. */
async function ended(kind?: ChainKind): Promise<Delegated> {
  const fixture = await delegated({}, kind);
  const { chain, deployment, agent, creator } = fixture;
  const owned = { agent, owner: creator.publicKey };
  const retire = await agentSetStatus(deployment, { ...owned, status: 'Retiring' });
  await fixture.send(retire.instruction, creator);
  await chain.setUnixTime((await readAgent(fixture)).retiresAt);
  const close = await agentClose(deployment, { ...owned, creator: creator.publicKey });
  await fixture.send(close.instruction, creator);
  return fixture;
}

describe('delegates_close', () => {
  for (const [title, make] of [
    ['the agent was sold', sold],
    ['the agent is closed', ended],
  ] as const) {
    onBothChains(`returns the rent once ${title}, by anybody`, async (kind) => {
      const fixture = await make(kind);
      const { chain, agent, delegates, feePayer } = fixture;
      const [rent, before] = [
        await lamportsOf(chain, delegates),
        await lamportsOf(chain, feePayer.publicKey),
      ];
      const { instruction } = await closing(fixture);
      const outcome = await fixture.send(instruction);
      assert.equal(await chain.getAccount(delegates), null);
      assert.equal(await lamportsOf(chain, feePayer.publicKey), before + rent - outcome.fee);
      const rentPayer = feePayer.publicKey;
      assertRecorded(kind, outcome, 'delegatesClosed', { agent, delegates, rentPayer, returned: rent });
      await expectRefused(chain, instruction, [], 'AccountOwnedByWrongProgram');
    });
  }

  it('leaves those that are in force, expired or not, retiring or not', async () => {
    for (const status of ['Active', 'Suspended', 'Retiring'] as const) {
      const fixture = await delegated({ status });
      const { instruction } = await closing(fixture);
      await expectRefused(fixture.chain, instruction, [], 'DelegatesInForce');
      await fixture.chain.setUnixTime(EXPIRES_AT + 1n);
      await expectRefused(fixture.chain, instruction, [], 'DelegatesInForce');
    }
  });

  it('attack 4: takes no other agent for theirs, its own tombstone’s copy neither', async () => {
    const fixture = await sold();
    const { instruction } = await closing(fixture);
    for (const pubkey of [await copyOf(fixture.chain, fixture.agent), key(), fixture.config]) {
      const spoilt = withAccount(instruction, 'agent', { pubkey });
      await expectRefused(fixture.chain, spoilt, [], 'ConstraintSeeds');
    }
  });

  it('attacks 2, 3, 12: reads an agent only from an agent’s account', async () => {
    const fixture = await sold();
    const { chain, agent, mint } = fixture;
    const { instruction } = await closing(fixture);
    const account = await chain.getAccount(agent);
    assert.ok(account);
    await chain.setAccount(agent, { ...account, owner: mint });
    await expectRefused(chain, instruction, [], 'AccountOwnedByWrongProgram');
    await chain.setAccount(agent, account);
    await patch(chain, agent, (data) => data.fill(0, 0, 8));
    await expectRefused(chain, instruction, [], 'AccountDiscriminatorMismatch');
    await chain.setAccount(agent, account);
    await patch(chain, agent, (data) => data.writeUInt8(2, 8));
    await expectRefused(chain, instruction, [], 'UnknownLayout');
  });

  it('attack 7: pays nobody but the rent payer', async () => {
    const fixture = await sold();
    const { instruction } = await closing(fixture);
    for (const pubkey of [fixture.creator.publicKey, fixture.delegates, fixture.agent, key()]) {
      const spoilt = withAccount(instruction, 'rent_payer', { pubkey });
      await expectRefused(fixture.chain, spoilt, [], 'RentPayerMismatch');
    }
  });

  genericNegatives({
    setup: () => sold(),
    call: (fixture) => closing(fixture),
    accounts: { delegates: 'Delegates' },
  });
});
