import assert from 'node:assert/strict';
import {
  type CallEvidence,
  citeCalls,
  decodeVoucher,
  EvidenceMissing,
  executeDispute,
  isProgramError,
  openDispute,
  readDispute,
} from '@agent-labs/sdk';
import type { DisputeFixture } from '../fixtures/disputes';
import { PURSE } from '../fixtures/escrow';
import { stakeTokensOf } from '../fixtures/stake';
import { key } from '../registry/support';
import { purseOf, sharedDisputes } from './dispute-shared';

describe('disputes by the SDK’s actions', () => {
  const { disputes } = sharedDisputes('litesvm');

  /** A payer's store that has so many answered calls. */
  const storeOf = (on: DisputeFixture, calls: number) => ({
    evidence: () =>
      Promise.all(
        Array.from({ length: calls }, async (_, at): Promise<CallEvidence> => {
          const { call, transcriptBefore } = await on.proven(at + 1);
          const { message } = call.proof;
          return {
            callNumber: at + 1,
            ...{ voucher: call.voucher.message, signature: call.voucher.signature },
            ...{ requestHash: message.slice(20, 52), responseHash: message.slice(52, 84) },
            ...{ cumulative: decodeVoucher(call.voucher.message).cumulative },
            ...{ previousTranscript: transcriptBefore, responseProof: call.proof.signature },
          };
        }),
      ),
  });
  const wish = (on: DisputeFixture, calls: number[]) => ({
    ...{ claimant: on.payer, channel: on.channel, claim: 100_000n, calls, store: storeOf(on, 5) },
    evidenceHash: new Uint8Array(32).fill(1),
  });

  it('opens, cites in rising order, and executes, making the token accounts that are missing', async () => {
    const on = await disputes({ held: 30_000n, owner: 900_000n });
    const { chain, deployment, feePayer, treasury } = on;
    const { dispute, outcomes } = await openDispute(chain, deployment, wish(on, [5, 1, 5]));
    assert.equal(outcomes.length, 3);
    const { citedCalls, lastCitedCall } = (await readDispute(chain, deployment, dispute)) ?? {};
    assert.deepEqual([citedCalls, lastCitedCall], [2, 5]);
    const more = { dispute, claimant: on.payer, calls: [1, 2, 5], store: storeOf(on, 5) };
    assert.deepEqual(await citeCalls(chain, deployment, more), [], 'what is cited stays cited');
    const { responseEndsAt } = (await readDispute(chain, deployment, dispute)) ?? { responseEndsAt: 0n };
    await chain.advance({ seconds: responseEndsAt - (await chain.unixTime()), slots: 1 });
    for (const arbiter of on.arbiters[0].slice(0, 2)) {
      await on.send(await on.voting(arbiter, 10_000, undefined, dispute), arbiter);
    }
    await assert.rejects(executeDispute(chain, deployment, dispute, feePayer), (error) =>
      isProgramError(error, 'stake', 'NotExecutable'),
    );
    await chain.advance({ seconds: on.settings.windows.appeal, slots: 1 });
    await chain.setAccount(stakeTokensOf(on, treasury.publicKey), null);
    await executeDispute(chain, deployment, dispute, feePayer);
    assert.equal(await readDispute(chain, deployment, dispute), null);
    assert.equal(await purseOf(on, treasury), 7_000n);
    assert.equal(await purseOf(on, on.payer), PURSE + 100_000n - 200_000n);
  });

  it('opens behind others', async () => {
    const on = await disputes();
    await on.open({ claim: 1n });
    const { dispute } = await openDispute(on.chain, on.deployment, { ...wish(on, [1]), claim: 2n });
    assert.equal((await readDispute(on.chain, on.deployment, dispute))?.nonce, 1n);
  });

  it('EvidenceMissing: before anything is sent', async () => {
    const on = await disputes();
    await assert.rejects(openDispute(on.chain, on.deployment, wish(on, [1, 6])), EvidenceMissing);
    assert.equal((await on.readVault()).nextDispute, 0n);
    await assert.rejects(openDispute(on.chain, on.deployment, { ...wish(on, []), channel: key() }));
  });
});
