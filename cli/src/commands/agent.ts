import {
  type AgentAccount,
  type AgentStatusName,
  agentClose,
  agentHeartbeat,
  agentSetStatus,
  agentTransferAccept,
  agentTransferPropose,
  agentUpdate,
  type Listed,
  listAgents,
  manifestHash,
  parseManifest,
  readAgent,
  readConfig,
  readReputation,
  readStakeVault,
  readVersion,
  registerAgent,
  versionPublish,
  versionYank,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, file, span, whole } from '../arguments.js';
import type { Connected, Context } from '../context.js';
import { CliError } from '../errors.js';
import type { Shown, ShownRecord } from '../values.js';
import { agentRow, agentView } from '../views/agent.js';
import { found, sendOne, several, shownTransactions } from './common.js';

export function agentCommands(program: Command, act: Act): void {
  const agent = program.command('agent').description('agents: find, publish, hand over, retire');
  agent
    .command('list')
    .alias('search')
    .description('agents by words and facets; from the indexer, else from the chain')
    .argument('[words...]', 'beginnings of words; needs an indexer')
    .option('--owner <address>', 'of this wallet')
    .option('--tag <tag>', 'with this tag')
    .option('--status <status>', 'Draft, Active, Suspended or Retiring')
    .option('--live', 'that take new business now')
    .option('--limit <n>', 'at most so many', '20')
    .action(act(list));
  agent
    .command('show')
    .description('an agent with its version, stake and reputation, from the chain')
    .argument('<agent>', 'address')
    .action(act(show));
  agent
    .command('register')
    .description('registers an agent, publishes its manifest and opens it; a second run renews its lease')
    .argument('<manifest>', 'file of the manifest, JSON')
    .requiredOption('--uri <uri>', 'where the manifest can be read, at most 200 bytes')
    .requiredOption('--agent-key <address>', 'signs its answers')
    .option('--payout-owner <address>', 'gets what it earns; the owner unless given')
    .option('--holdback <span>', 'how long settled money is held back', '1h')
    .option('--allow-private', 'takes a manifest whose endpoint is at a private address', false)
    .action(act(register));
  agent
    .command('update')
    .description("changes an agent's key, payout wallet, holdback or tags")
    .argument('<agent>', 'address')
    .option('--agent-key <address>', 'signs its answers from now on')
    .option('--payout-owner <address>', 'gets what it earns from now on')
    .option('--holdback <span>', 'of channels that open from now on')
    .option('--tag <tag>', 'instead of those it has; may be repeated', several)
    .option('--no-tags', 'takes its tags away')
    .option('--delegate', 'the key signs as a delegate of the owner', false)
    .action(act(update));
  agent
    .command('publish')
    .description("publishes the agent's next version")
    .argument('<agent>', 'address')
    .argument('<manifest>', 'file of the manifest, JSON')
    .requiredOption('--uri <uri>', 'where the manifest can be read, at most 200 bytes')
    .option('--allow-private', 'takes a manifest whose endpoint is at a private address', false)
    .option('--delegate', 'the key signs as a delegate of the owner', false)
    .action(act(publish));
  agent
    .command('yank')
    .description('withdraws a version for good')
    .argument('<agent>', 'address')
    .argument('<number>', 'of the version')
    .option('--delegate', 'the key signs as a delegate of the owner', false)
    .action(act(yank));
  for (const [name, status, what] of [
    ['suspend', 'Suspended', 'takes no new business until it is resumed'],
    ['resume', 'Active', 'opens a draft or suspended agent for business'],
    ['retire', 'Retiring', 'takes no new business any more, and runs its liabilities out'],
  ] as const) {
    agent
      .command(name)
      .description(what)
      .argument('<agent>', 'address')
      .option('--delegate', 'the key signs as a delegate of the owner', false)
      .action(act((context, at: string, options: Delegated) => setStatus(context, at, status, options)));
  }
  const transfer = agent.command('transfer').description('hands an agent to a new owner, in two steps');
  transfer
    .command('propose')
    .description('offers the agent to a new owner, or takes the offer back')
    .argument('<agent>', 'address')
    .argument('<new-owner>', 'wallet; none takes the offer back')
    .action(act(propose));
  transfer
    .command('accept')
    .description('takes over an agent that was offered')
    .argument('<agent>', 'address')
    .requiredOption('--agent-key <address>', "signs its answers; another than the former owner's")
    .option('--payout-owner <address>', 'gets what it earns; the new owner unless given')
    .action(act(accept));
  agent
    .command('heartbeat')
    .description("renews the agent's lease")
    .argument('<agent>', 'address')
    .option('--delegate', 'the key signs as a delegate of the owner', false)
    .action(act(heartbeat));
  agent
    .command('close')
    .description('ends a retired agent; its rent but for a tombstone comes back')
    .argument('<agent>', 'address')
    .action(act(close));
}

interface Delegated {
  delegate?: boolean;
}

interface ListOptions {
  owner?: string;
  tag?: string;
  status?: string;
  live?: boolean;
  limit: string;
}

async function list(context: Context, search: string[], options: ListOptions): Promise<Shown> {
  const limit = whole(options.limit, '--limit', 100n);
  const owner = options.owner === undefined ? undefined : address(options.owner, '--owner');
  const indexer = context.indexer();
  if (indexer !== null) {
    const { tag, status, live } = options;
    const answer = (await indexer.get('/v1/agents', {
      ...{ q: search.length > 0 ? search.join(' ') : undefined, tag, status, owner: owner?.toBase58() },
      ...{ live: live ? 'true' : undefined, limit: limit.toString() },
    })) as { items: { address: string }[] };
    context.note(`found by the indexer at ${indexer.url}, read from the chain`);
    const addresses = answer.items.map((item) => address(item.address, "an agent of the indexer's"));
    return rows(context, await readAll(await context.connected(), addresses));
  }
  if (search.length > 0) {
    throw new CliError(
      'IndexerMissing',
      'words are searched by an indexer',
      2,
      'give --indexer, or use --tag and --owner',
    );
  }
  const { chain, deployment } = await context.connected();
  const now = await chain.unixTime();
  const all = await listAgents(chain.connection, deployment, owner === undefined ? {} : { owner });
  const fits = all.filter(
    ({ account }) =>
      (options.tag === undefined || account.tags.includes(options.tag)) &&
      (options.status === undefined || account.status.toLowerCase() === options.status.toLowerCase()) &&
      (!options.live || (account.status === 'Active' && account.leaseExpiresAt > now)),
  );
  fits.sort((a, b) => Number(b.account.registeredAt - a.account.registeredAt));
  return rows(context, fits.slice(0, Number(limit)));
}

/** The chain's word on each; one that was closed since is left out. */
async function readAll(
  { chain, deployment }: Connected,
  addresses: PublicKey[],
): Promise<Listed<AgentAccount>[]> {
  const read = await Promise.all(addresses.map((at) => readAgent(chain, deployment, at)));
  return read.flatMap((account, at) => {
    const known = addresses[at];
    return account === null || known === undefined ? [] : [{ address: known, account }];
  });
}

async function rows(context: Context, agents: Listed<AgentAccount>[]): Promise<Shown> {
  const { chain, tokens } = await context.connected();
  const now = await chain.unixTime();
  const items: ShownRecord[] = [];
  for (const entry of agents) items.push(await agentRow(entry, tokens, now));
  return { agents: items };
}

async function show(context: Context, text: string): Promise<Shown> {
  const { chain, deployment, tokens } = await context.connected();
  const at = address(text, 'the agent');
  const account = found(await readAgent(chain, deployment, at), 'agent', at);
  const [version, vault, reputation, config, now] = await Promise.all([
    account.latestVersion === 0 ? null : readVersion(chain, deployment, at, account.latestVersion),
    readStakeVault(chain, deployment, at),
    readReputation(chain, deployment, at),
    readConfig(chain, deployment),
    chain.unixTime(),
  ]);
  if (config === null) throw new CliError('ConfigMissing', 'the protocol is not set up on this cluster', 1);
  return agentView(at, account, { version, vault, reputation, stakeMint: config.stakeMint, now, tokens });
}

interface RegisterOptions {
  uri: string;
  agentKey: string;
  payoutOwner?: string;
  holdback: string;
  allowPrivate: boolean;
}

function manifestIn(path: string, allowPrivateEndpoints: boolean) {
  return parseManifest(file(path, 'the manifest').toString('utf8'), { allowPrivateEndpoints });
}

async function register(context: Context, path: string, options: RegisterOptions): Promise<Shown> {
  const manifest = manifestIn(path, options.allowPrivate);
  const agentKey = address(options.agentKey, '--agent-key');
  const holdback = span(options.holdback, '--holdback');
  const payoutOwner =
    options.payoutOwner === undefined ? undefined : address(options.payoutOwner, '--payout-owner');
  const sending = await context.sending();
  const { agent, version, done } = await registerAgent(sending.sender, sending.deployment, {
    ...{ owner: sending.wallet, manifest, uri: options.uri, agentKey, holdback },
    ...(payoutOwner !== undefined && { payoutOwner }),
  });
  return { agent, version, done, manifestHash: manifestHash(manifest), ...shownTransactions(sending) };
}

interface UpdateOptions extends Delegated {
  agentKey?: string;
  payoutOwner?: string;
  holdback?: string;
  tag?: string[];
  tags: boolean;
}

async function update(context: Context, text: string, options: UpdateOptions): Promise<Shown> {
  const changes = {
    ...(options.agentKey !== undefined && { agentKey: address(options.agentKey, '--agent-key') }),
    ...(options.payoutOwner !== undefined && { payoutOwner: address(options.payoutOwner, '--payout-owner') }),
    ...(options.holdback !== undefined && { holdback: span(options.holdback, '--holdback') }),
    ...(options.tag !== undefined && { tags: options.tag }),
    ...(!options.tags && { tags: [] }),
  };
  if (Object.keys(changes).length === 0) throw new CliError('NothingToChange', 'name what is to change');
  const { agent, acting, sending } = await acted(context, text, options);
  const { instruction } = await agentUpdate(sending.deployment, { ...acting, ...changes });
  await sendOne(sending, instruction);
  return { agent, changed: Object.keys(changes), ...shownTransactions(sending) };
}

/** An agent, and who acts on it. */
async function acted(context: Context, text: string, { delegate }: Delegated) {
  const agent = address(text, 'the agent');
  const sending = await context.sending();
  const account = found(await readAgent(sending.chain, sending.deployment, agent), 'agent', agent);
  const wallet = sending.wallet.publicKey;
  const acting = delegate ? { agent, delegate: wallet } : { agent, owner: wallet };
  return { agent, account, acting, sending };
}

async function publish(
  context: Context,
  text: string,
  path: string,
  options: Delegated & { uri: string; allowPrivate: boolean },
): Promise<Shown> {
  const manifest = manifestIn(path, options.allowPrivate);
  const { agent, account, acting, sending } = await acted(context, text, options);
  if (manifest.handle !== account.handle) {
    const message = `the manifest is of ${manifest.handle}, the agent is ${account.handle}; nothing was sent`;
    throw new CliError('HandleMismatch', message);
  }
  const number = account.latestVersion + 1;
  const hash = manifestHash(manifest);
  const { instruction } = await versionPublish(sending.deployment, {
    ...acting,
    ...{ number, semver: manifest.version, manifestHash: hash, uri: options.uri },
    price: BigInt(manifest.pricing.amount),
    priceMint: new PublicKey(manifest.pricing.mint),
  });
  await sendOne(sending, instruction);
  return { agent, version: number, manifestHash: hash, ...shownTransactions(sending) };
}

async function yank(context: Context, text: string, number: string, options: Delegated): Promise<Shown> {
  const version = Number(whole(number, 'the version', 0xffff_ffffn));
  const { agent, acting, sending } = await acted(context, text, options);
  const { instruction } = await versionYank(sending.deployment, { ...acting, number: version });
  await sendOne(sending, instruction);
  return { agent, yanked: version, ...shownTransactions(sending) };
}

async function setStatus(
  context: Context,
  text: string,
  status: AgentStatusName,
  options: Delegated,
): Promise<Shown> {
  const { agent, acting, sending } = await acted(context, text, options);
  await sendOne(sending, (await agentSetStatus(sending.deployment, { ...acting, status })).instruction);
  return { agent, status, ...shownTransactions(sending) };
}

async function propose(context: Context, text: string, heir: string): Promise<Shown> {
  const newOwner = heir === 'none' ? PublicKey.default : address(heir, 'the new owner');
  const { agent, sending } = await acted(context, text, {});
  const owned = { agent, owner: sending.wallet.publicKey };
  await sendOne(
    sending,
    (await agentTransferPropose(sending.deployment, { ...owned, newOwner })).instruction,
  );
  return { agent, pendingOwner: heir === 'none' ? null : newOwner, ...shownTransactions(sending) };
}

async function accept(
  context: Context,
  text: string,
  options: { agentKey: string; payoutOwner?: string },
): Promise<Shown> {
  const agentKey = address(options.agentKey, '--agent-key');
  const { agent, sending } = await acted(context, text, {});
  const pendingOwner = sending.wallet.publicKey;
  const payoutOwner =
    options.payoutOwner === undefined ? pendingOwner : address(options.payoutOwner, '--payout-owner');
  const params = { agent, pendingOwner, agentKey, payoutOwner };
  await sendOne(sending, (await agentTransferAccept(sending.deployment, params)).instruction);
  return { agent, owner: pendingOwner, ...shownTransactions(sending) };
}

async function heartbeat(context: Context, text: string, { delegate }: Delegated): Promise<Shown> {
  const { agent, sending } = await acted(context, text, {});
  const signer = sending.wallet.publicKey;
  const params = delegate ? { agent, delegate: signer } : { agent, signer };
  await sendOne(sending, (await agentHeartbeat(sending.deployment, params)).instruction);
  return { agent, ...shownTransactions(sending) };
}

async function close(context: Context, text: string): Promise<Shown> {
  const { agent, account, sending } = await acted(context, text, {});
  const owned = { agent, owner: sending.wallet.publicKey, creator: account.creator };
  await sendOne(sending, (await agentClose(sending.deployment, owned)).instruction);
  return { agent, closed: true, ...shownTransactions(sending) };
}
