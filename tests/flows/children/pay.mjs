// A payer and an agent of one channel on a chain, paying and answering until they are killed. Starts with what
// was in flight. Tells on its output what each of them has on disk.
import { writeSync } from 'node:fs';
import { AgentStore, PayerStore } from '../../../sdk/dist/store/index.js';
import {
  channelId,
  createMessageSigner,
  PayeeChannel,
  PayerChannel,
  responseHash,
} from '../../../sdk/dist/voucher/index.js';

const [directory, text] = process.argv.slice(2);
const told = JSON.parse(text);
const bytes = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
const session = createMessageSigner(bytes(told.session));
const agent = createMessageSigner(bytes(told.agentKey));
const id = channelId(bytes(told.genesis), bytes(told.escrow), bytes(told.channel), BigInt(told.generation));
const amounts = {
  perCallMax: told.price,
  allotted: BigInt(told.allotted),
  returned: 0,
  expiresAt: told.expires,
};
const now = () => told.now;
const payers = await PayerStore.open(`${directory}/payer`);
const agents = await AgentStore.open(`${directory}/agent`);
const payer = new PayerChannel(payers, session, { id, agentKey: agent.publicKey, ...amounts }, now);
const payee = new PayeeChannel(agents, agent, {
  id,
  sessionKey: session.publicKey,
  price: told.price,
  minimumSecondsLeft: 0,
  ...amounts,
});

for (;;) {
  const request = new Uint8Array(32).fill(payer.state().calls % 256);
  const call = payer.pending() ?? (await payer.prepare(request, told.price, told.expires));
  writeSync(1, `prepared ${call.callNumber} ${Buffer.from(call.voucher).toString('hex')}\n`);
  const answer = await payee.serve(
    call.voucher,
    call.signature,
    call.requestHash,
    told.now,
    async (number) => {
      const body = new Uint8Array(64).fill(number);
      return { body, contentType: 'application/octet-stream', responseHash: responseHash(body) };
    },
  );
  writeSync(1, `accepted ${call.callNumber}\n`);
  await payer.complete(call.callNumber, answer.responseHash, answer.responseProof);
  writeSync(1, `completed ${call.callNumber}\n`);
}
