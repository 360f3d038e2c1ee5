import { AgentNotInTree, AllowListUnknown, AllowTree } from '@agent-labs/sdk';
import { Buffer } from 'buffer';
import type { MandateView } from '../data/views.js';
import { browserStore } from './browser-store.js';
import { addressOf } from './connection.js';

/** Lists of agents by their root, in hexadecimal: the chain keeps the root alone. */
const lists = browserStore<string[]>('agent-labs-allow-lists', 'lists of agents');

const FORMAT = 'agent-labs/allow-list/v1';

/** The file is no list of agents, or of another mandate. */
export class ListRefused extends Error {
  override readonly name = 'ListRefused';
}

const treeOf = (agents: string[]) => new AllowTree(agents.map(addressOf));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The root of a list, hexadecimal. @throws TypeError for what is no address, or no agents */
export const allowRootFor = (agents: string[]): string => hex(treeOf(agents).root);

/** Keeps a list in this browser. @returns its root */
export async function keepAllowList(agents: string[]): Promise<string> {
  const root = allowRootFor(agents);
  await lists.put(root, agents);
  return root;
}

/** The list with this root, where this browser has it. */
export async function allowListOf(root: string): Promise<string[] | null> {
  return (await lists.get(root)) ?? null;
}

/** A list with its root, and for each agent the proof that a channel to it opens with. */
export function allowListFile(agents: string[]): string {
  const tree = treeOf(agents);
  const proofs = agents.map((agent) => [agent, tree.proof(addressOf(agent)).map(hex)]);
  return JSON.stringify({ format: FORMAT, root: hex(tree.root), agents, proofs: Object.fromEntries(proofs) });
}

/** Takes a list from its file, for the root that a mandate has. @throws ListRefused */
export async function takeAllowList(text: string, root: string): Promise<void> {
  const agents = agentsIn(text);
  if (agents === null) throw new ListRefused('That is no list of agents: give the file that was saved.');
  if (allowRootFor(agents) !== root) throw new ListRefused('That is the list of another mandate.');
  await lists.put(root, agents);
}

function agentsIn(text: string): string[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { format, agents } = (value ?? {}) as { format?: unknown; agents?: unknown };
  const isList = format === FORMAT && Array.isArray(agents) && agents.length > 0;
  return isList && agents.every((agent) => typeof agent === 'string') ? agents : null;
}

/** The agent's proof, where the mandate allows agents by a list; nothing otherwise. @throws AllowListUnknown, ListRefused */
export async function allowProofFor(
  { allowRoot }: MandateView,
  agent: string,
): Promise<{ allowProof?: Uint8Array[] }> {
  if (allowRoot === null) return {};
  const agents = await allowListOf(allowRoot);
  if (agents === null) {
    throw new AllowListUnknown("This browser has not the mandate's list of agents: give its file there.");
  }
  try {
    return { allowProof: treeOf(agents).proof(addressOf(agent)) };
  } catch (error) {
    if (!(error instanceof AgentNotInTree)) throw error;
    throw new ListRefused("The agent is not on the mandate's list.", { cause: error });
  }
}
