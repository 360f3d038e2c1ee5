import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  AgentStore,
  type CallEvidence,
  decodeVoucher,
  nextTranscript,
  type PaidRequest,
  type PayerStore,
  requestHash,
  responseProofMessage,
  verifySignature,
  ZERO_HASH,
} from '@agent-labs/sdk';
import { type PaidChannel, PRICE, type RegisteredAgent, runAgent } from './paid-agent';

/** The document of a call: each is another; every fifth has an answer too large for the journal. */
export function documentOf(call: number): PaidRequest {
  const headings = call % 5 === 0 ? 400 : 1;
  const text = Array.from({ length: headings }, (_, at) => `# Heading ${at} of document ${call}\n`).join(
    '\n',
  );
  return { path: '/analyse', fileName: `${call}.md`, contentType: 'text/markdown', body: Buffer.from(text) };
}

function hashOf({ path, body, ...head }: PaidRequest): Uint8Array {
  return requestHash({ method: 'POST', path, ...head }, body);
}

/** Checks that these are calls 1, 2, 3 …, for these documents, each at one price and signed by both sides. */
async function assertComplete(evidence: CallEvidence[], paid: PaidChannel): Promise<void> {
  const { agentKey, sessionKey } = await paid.account();
  const { tag } = paid.id;
  let [transcript, response]: Uint8Array[] = [ZERO_HASH.slice(), ZERO_HASH.slice()];
  for (const [at, call] of evidence.entries()) {
    const { callNumber, cumulative, responseHash } = call;
    const expected = hashOf(documentOf(at + 1));
    const voucher = decodeVoucher(call.voucher);
    transcript = nextTranscript(transcript ?? ZERO_HASH, at + 1, expected, response ?? ZERO_HASH);
    response = responseHash;
    assert.deepEqual([callNumber, cumulative], [at + 1, BigInt(at + 1) * PRICE]);
    assert.deepEqual([voucher.calls, voucher.cumulative], [at + 1, cumulative]);
    assert.ok(Buffer.from(call.requestHash).equals(expected), `call ${callNumber} is for another document`);
    assert.ok(Buffer.from(voucher.transcript).equals(transcript), `call ${callNumber} does not follow`);
    assert.ok(verifySignature(sessionKey.toBytes(), call.voucher, call.signature));
    const proof = responseProofMessage({ tag, callNumber, requestHash: expected, responseHash, cumulative });
    assert.ok(verifySignature(agentKey.toBytes(), proof, call.responseProof));
  }
}

/** After all kills: both stores tell the same story, and the chain has settled exactly that. */
export async function assertAgreed(
  registered: RegisteredAgent,
  paid: PaidChannel,
  payers: PayerStore,
  dataDirectory: string,
  agentVersion = 1,
): Promise<number> {
  const agent = await runAgent(registered, { dataDirectory, agentVersion });
  const { failures } = await agent.settle();
  await agent.stop();
  assert.deepEqual([failures, agent.errors], [[], []]);
  const agents = await AgentStore.open(join(dataDirectory, 'vouchers.journal'));
  const evidence = await agents.evidence(paid.id);
  await agents.close();
  assert.deepEqual(evidence, await payers.evidence(paid.id));
  await assertComplete(evidence, paid);
  const { settled, calls } = await paid.account();
  assert.deepEqual([settled, calls], [BigInt(evidence.length) * PRICE, evidence.length]);
  const { pending, highestSigned } = payers.state(paid.id);
  assert.deepEqual(
    [pending, highestSigned],
    [null, { calls, cumulative: settled }],
    'nothing more was signed',
  );
  return evidence.length;
}
