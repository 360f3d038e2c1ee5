// A payer and an agent paying and answering until they are killed. Starts with what was in flight.
import { writeSync } from 'node:fs';
import { AgentStore, PayerStore } from '../../../sdk/dist/store/index.js';
import {
  channelId,
  createMessageSigner,
  PayeeChannel,
  PayerChannel,
  responseHash,
} from '../../../sdk/dist/voucher/index.js';

const [directory] = process.argv.slice(2);
const bytes = (fill) => new Uint8Array(32).fill(fill);
const session = createMessageSigner(bytes(1));
const agent = createMessageSigner(bytes(2));
const id = channelId(bytes(9), bytes(8), bytes(7), 1);
const amounts = { perCallMax: 10, allotted: 10 ** 9, returned: 0, expiresAt: 2 ** 40 };
const payers = await PayerStore.open(`${directory}/payer`);
const agents = await AgentStore.open(`${directory}/agent`, { compactAbove: 20_000 });
const payer = new PayerChannel(payers, session, { id, agentKey: agent.publicKey, ...amounts }, () => 0);
const payee = new PayeeChannel(agents, agent, {
  id,
  sessionKey: session.publicKey,
  price: 10,
  minimumSecondsLeft: 0,
  ...amounts,
});

for (;;) {
  const call = payer.pending() ?? (await payer.prepare(bytes(payer.state().calls % 256), 10, 1000));
  writeSync(1, `prepared ${call.callNumber} ${Buffer.from(call.voucher).toString('hex')}\n`);
  const answer = await payee.serve(call.voucher, call.signature, call.requestHash, 0, async (number) => {
    // some in the journal, some in files of their own
    const body = new Uint8Array(number % 4 === 0 ? 20_000 : 500).fill(number);
    return { body, contentType: 'application/octet-stream', responseHash: responseHash(body) };
  });
  writeSync(1, `accepted ${call.callNumber}\n`);
  await payer.complete(call.callNumber, answer.responseHash, answer.responseProof);
  writeSync(1, `completed ${call.callNumber}\n`);
}
