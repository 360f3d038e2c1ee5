import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { documentAnalystManifest } from '@agent-labs/example-document-analyst';
import { type AgentManifest, manifestHash, versionPublish } from '@agent-labs/sdk';
import { PRICE, type RegisteredAgent, registerAgent, runAgent, type TestAgent } from './paid-agent';

/** What stands between callers and the agent, and may lie. */
export interface Front {
  url: string;
  /** requests that came through, by path */
  seen: { path: string; at: number }[];
  /** Answers itself where it returns true; else the agent answers. */
  before: ((request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>) | null;
  /** Changes an answer on its way back. */
  change: ((answer: { status: number; headers: Record<string, string>; body: Buffer }) => void) | null;
}

/** A registered agent whose manifest on the chain is the one it serves, behind a front that tests can turn. */
export interface ListedAgent extends RegisteredAgent {
  running: TestAgent;
  front: Front;
  /** Publishes another version. @returns its number */
  publish(manifest: AgentManifest, uri?: string): Promise<number>;
  /** Ends the agent's process, not its front. */
  stop(): Promise<void>;
}

export async function listAgent(): Promise<ListedAgent> {
  const registered = await registerAgent();
  const { chain, deployment, mint, owner, agent } = registered;
  const state: Front = { url: '', seen: [], before: null, change: null };
  let target = '';
  const server: Server = createServer((request, response) => {
    void forward(state, target, request, response);
  });
  await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let latest = 1;
  const publish = async (manifest: AgentManifest, uri = `${state.url}/manifest.json`) => {
    latest += 1;
    const { instruction } = await versionPublish(deployment, {
      agent,
      owner: owner.publicKey,
      number: latest,
      semver: `1.0.${latest}`,
      manifestHash: manifestHash(manifest),
      uri,
      price: BigInt(manifest.pricing.amount),
      priceMint: mint,
    });
    await chain.send([instruction], { payer: owner });
    return latest;
  };
  const manifest = documentAnalystManifest({
    url: state.url,
    price: PRICE,
    mint: mint.toBase58(),
    allowPrivateEndpoints: true,
    versionNumber: 2,
  });
  await publish(manifest);
  const running = await runAgent(registered, { agentVersion: 2, manifest: () => manifest });
  target = running.url;
  return {
    ...registered,
    running,
    front: state,
    publish,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await running.stop();
    },
  };
}

async function forward(
  front: Front,
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part as Buffer);
  } catch {
    // the caller went away: there is nobody to answer
    return;
  }
  front.seen.push({ path: request.url ?? '', at: Date.now() });
  if (front.before !== null && (await front.before(request, response))) return;
  const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
  const answer = await fetch(`${target}${request.url}`, {
    method: request.method ?? 'GET',
    headers: headers as Record<string, string>,
    ...(parts.length > 0 && { body: Buffer.concat(parts) }),
  });
  const told = {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  };
  front.change?.(told);
  delete told.headers['transfer-encoding'];
  told.headers['content-length'] = String(told.body.length);
  response.writeHead(told.status, told.headers).end(told.body);
}
