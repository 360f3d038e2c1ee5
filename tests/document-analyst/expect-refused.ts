import assert from 'node:assert/strict';
import { onDisk, type TestAgent } from '../helpers/paid-agent';
import type { Reply } from '../helpers/raw-payer';

/** Checks a refusal: its status and name, that it says that nothing was charged, and that no receipt came with it. */
export function assertRefused(reply: Reply, status: number, code: string): void {
  const said = reply.body.toString('utf8');
  assert.equal(reply.error?.code, code, said);
  assert.equal(reply.status, status, said);
  assert.deepEqual(Object.keys(JSON.parse(said)), ['error']);
  assert.deepEqual(Object.keys(reply.error ?? {}), ['code', 'message', 'charged']);
  assert.equal(reply.error?.charged, false);
  assert.match(reply.error?.message ?? '', /^.{10}/s);
  assert.ok(!reply.error?.message.startsWith(code), said);
  assert.equal(reply.contentType, 'application/json; charset=utf-8');
  assert.equal(reply.receiptHeader, null);
  assert.equal(reply.required === null, status !== 402, 'requirements come with each 402');
  if (status === 402) assert.equal(reply.required?.error, code);
}

/** Sends what the agent must refuse, and checks that it did and that its store did not change. */
export async function expectRefused(
  agent: TestAgent,
  status: number,
  code: string,
  send: () => Promise<Reply>,
): Promise<void> {
  const before = onDisk(agent);
  assertRefused(await send(), status, code);
  assert.equal(onDisk(agent), before, `${code} changed the store`);
  assert.deepEqual(agent.errors, []);
}
