import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CallUnanswered, caip2Network, PaidClient, PayerStore } from '@agent-labs/sdk';
import { assertAgreed, documentOf } from '../helpers/agreement';
import { type Child, Nursery, plainDeployment } from '../helpers/child';
import { openPaidChannel, PRICE, registerAgent, runAgent } from '../helpers/paid-agent';

const KILLS = 30;
const SETTLE_EVERY = 3;

describe('document analyst: killed at any moment', () => {
  it(`the agent loses no call in ${KILLS} kills, and is paid for each of them once`, async () => {
    const registered = await registerAgent();
    const { chain, directory, deployment, agent, agentKey, operator, mint } = registered;
    const paid = await openPaidChannel(registered, { amount: 50_000n * PRICE });
    const payers = await PayerStore.open(join(directory, 'payer'));
    const payer = await paid.payer(payers);
    const dataDirectory = join(directory, 'killed-agent');
    const start = {
      deployment: plainDeployment(deployment),
      agent: agent.toBytes(),
      agentKey: agentKey.secretKey,
      feePayer: operator.secretKey,
      mint: mint.toBytes(),
      price: PRICE,
      dataDirectory,
      settleEvery: SETTLE_EVERY,
    };
    const nursery = new Nursery('agent.mjs', chain, 2);
    let url = 'http://127.0.0.1:1';
    let killing = true;

    const answered: number[] = [];
    const failures: string[] = [];
    const paying = (async () => {
      while (killing || payer.pending() !== null) {
        const client = new PaidClient({
          url,
          channel: paid.channel,
          payer,
          network: caip2Network(deployment.genesisHash),
          price: PRICE,
          now: () => chain.unixTime(),
          retries: 1,
        });
        try {
          const { receipt } = await client.call(documentOf(payer.state().calls + 1));
          answered.push(receipt.callNumber);
        } catch (error) {
          assert.ok(error instanceof CallUnanswered, String(error));
          await sleep(5);
        }
      }
    })();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child: Child = nursery.next();
      await child.start(start);
      // some are killed while they open their files, most after some calls, in the middle of another
      if (kill % 4 === 3) await sleep(Math.random() * 60);
      else {
        url = (await child.until((said) => said.url !== undefined)).url ?? '';
        const enough = answered.length + Math.floor(Math.random() * 5);
        while (answered.length < enough) await sleep(1);
        await sleep(Math.random() * 40);
      }
      await child.kill();
      failures.push(...child.said.flatMap(({ failure }) => failure ?? []));
    }
    // the last one is let finish what is in flight
    const last = nursery.next();
    await last.start(start);
    url = (await last.until((said) => said.url !== undefined)).url ?? '';
    killing = false;
    await paying;
    await last.kill();
    await nursery.end();
    assert.equal(payer.pending(), null);
    assert.deepEqual(failures, []);
    const calls = await assertAgreed(registered, paid, payers, dataDirectory);
    assert.deepEqual(
      answered,
      Array.from({ length: calls }, (_, at) => at + 1),
      'each call was answered once',
    );
    await payers.close();
    assert.ok(calls >= KILLS, `${calls} calls`);
  });

  it(`the payer loses no answer in ${KILLS} kills, and pays for each document once`, async () => {
    const registered = await registerAgent();
    const { chain, directory, deployment } = registered;
    const paid = await openPaidChannel(registered, { amount: 50_000n * PRICE });
    const dataDirectory = join(directory, 'agent');
    const agent = await runAgent(registered, { dataDirectory, settleEvery: SETTLE_EVERY });
    const path = join(directory, 'killed-payer');
    const { perCallMax, allotted, returned, expiresAt } = await paid.account();
    const start = {
      path,
      url: agent.url,
      secretKey: paid.session.secretKey,
      terms: {
        id: paid.id,
        agentKey: registered.agentKey.publicKey.toBytes(),
        perCallMax,
        allotted,
        returned,
        expiresAt,
      },
      price: PRICE,
      genesisHash: deployment.genesisHash,
      channel: paid.channel.toBytes(),
      documents: Array.from({ length: 5_000 }, (_, at) => documentOf(at + 1)),
    };
    const nursery = new Nursery('payer.mjs', chain, 2);
    const failures: string[] = [];
    let calls = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = nursery.next();
      await child.start({ ...start, resend: kill % 2 === 0 });
      const { opened } = await child.until((said) => said.opened !== undefined);
      assert.ok((opened ?? 0) >= calls, 'what was answered stays answered');
      const enough = Math.floor(Math.random() * 5);
      while (child.said.filter(({ answered }) => answered !== undefined).length < enough) await sleep(1);
      await sleep(Math.random() * 40);
      await child.kill();
      calls = Math.max(calls, ...child.said.flatMap(({ answered }) => answered ?? []));
      failures.push(...child.said.flatMap(({ failure }) => failure ?? []));
    }
    const store = await PayerStore.open(path);
    const last = store.state(paid.id).calls + 2;
    await store.close();
    const child = nursery.next();
    await child.start({ ...start, documents: start.documents.slice(0, last), resend: true });
    await child.until(({ done }) => done === true);
    await child.kill();
    await nursery.end();
    await agent.stop();
    assert.deepEqual([failures, agent.errors], [[], []]);
    const payers = await PayerStore.open(path);
    const settled = await assertAgreed(registered, paid, payers, dataDirectory);
    await payers.close();
    assert.equal(settled, last);
    assert.ok(settled >= KILLS, `${settled} calls`);
  });
});
