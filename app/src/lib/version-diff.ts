import type { AgentManifest } from '@agent-labs/sdk';

/** A version as far as it is known. */
export interface ComparedVersion {
  /** base units */
  price: bigint;
  mint: string;
  uri: string;
  yanked: boolean;
  /** null where nobody serves it, or what is served is another one */
  manifest: AgentManifest | null;
}

/** One difference, in words, and whether it is a reason to look twice. */
export interface VersionChange {
  tone: 'risk' | 'plain';
  text: string;
}

/** What a new version changes for whoever pays, the reasons to look twice first. */
export function versionChanges(before: ComparedVersion, after: ComparedVersion): VersionChange[] {
  const changes = [...priceChanges(before, after), ...placeChanges(before, after)];
  if (before.manifest !== null && after.manifest !== null) {
    changes.push(...manifestChanges(before.manifest, after.manifest));
  } else {
    changes.push({
      tone: 'risk',
      text: 'One of the two manifests is not served, or is not the published one: what it promises cannot be compared.',
    });
  }
  return changes.sort((a, b) => Number(b.tone === 'risk') - Number(a.tone === 'risk'));
}

const risk = (text: string): VersionChange => ({ tone: 'risk', text });
const plain = (text: string): VersionChange => ({ tone: 'plain', text });

function priceChanges(before: ComparedVersion, after: ComparedVersion): VersionChange[] {
  if (before.mint !== after.mint) return [risk('It is paid in another token.')];
  if (before.price === after.price) return [];
  if (before.price === 0n) return [risk('A call costs something now; it cost nothing before.')];
  const percent = Number(((after.price - before.price) * 1_000n) / before.price) / 10;
  return percent > 0
    ? [risk(`A call costs ${percent} % more.`)]
    : [plain(`A call costs ${-percent} % less.`)];
}

function placeChanges(before: ComparedVersion, after: ComparedVersion): VersionChange[] {
  const [was, is] = [hostOf(before.uri), hostOf(after.uri)];
  return was === is ? [] : [plain(`Its manifest is now served by ${is}; it was ${was}.`)];
}

function manifestChanges(before: AgentManifest, after: AgentManifest): VersionChange[] {
  const changes: VersionChange[] = [];
  const [was, is] = [hostOf(before.endpoint.url), hostOf(after.endpoint.url)];
  if (was !== is) changes.push(risk(`What you send goes to ${is}; it went to ${was}.`));
  if (before.license !== after.license) {
    changes.push(plain(`The licence is ${after.license}; it was ${before.license}.`));
  }
  const [had, has] = [byName(before), byName(after)];
  for (const [name, capability] of has) {
    const earlier = had.get(name);
    if (earlier === undefined) {
      changes.push(plain(`It can do ${name} now.`));
      continue;
    }
    changes.push(...capabilityChanges(name, earlier, capability));
  }
  for (const name of had.keys()) {
    if (!has.has(name)) changes.push(risk(`It no longer does ${name}.`));
  }
  return [...changes, ...limitChanges(before, after)];
}

type Capability = AgentManifest['capabilities'][number];

function capabilityChanges(name: string, before: Capability, after: Capability): VersionChange[] {
  const changes: VersionChange[] = [];
  const lost = before.input.contentTypes.filter((type) => !after.input.contentTypes.includes(type));
  const gained = after.input.contentTypes.filter((type) => !before.input.contentTypes.includes(type));
  if (lost.length > 0) changes.push(risk(`${name} no longer takes ${lost.join(', ')}.`));
  if (gained.length > 0) changes.push(plain(`${name} also takes ${gained.join(', ')}.`));
  if (after.input.maxBytes < before.input.maxBytes) {
    changes.push(
      risk(`${name} takes at most ${after.input.maxBytes} bytes; it took ${before.input.maxBytes}.`),
    );
  }
  if (after.output.contentType !== before.output.contentType) {
    changes.push(
      risk(`${name} answers ${after.output.contentType}; it answered ${before.output.contentType}.`),
    );
  }
  if (after.path !== before.path || after.method !== before.method) {
    changes.push(
      risk(`${name} is called by ${after.method} ${after.path}; it was ${before.method} ${before.path}.`),
    );
  }
  return changes;
}

const LIMITS = {
  timeoutSeconds: { name: 'seconds until it answers', lessIsBetter: true },
  maxConcurrentCalls: { name: 'calls at once', lessIsBetter: false },
  callsPerMinute: { name: 'calls a minute', lessIsBetter: false },
} as const;

function limitChanges(before: AgentManifest, after: AgentManifest): VersionChange[] {
  return (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).flatMap((key) => {
    const [was, is] = [before.limits[key], after.limits[key]];
    const { name, lessIsBetter } = LIMITS[key];
    if (was === is) return [];
    if (is === undefined) return [risk(`It no longer promises ${name}; it promised ${was}.`)];
    if (was === undefined) return [plain(`It promises ${is} ${name}.`)];
    const worse = lessIsBetter ? is > was : is < was;
    return [{ tone: worse ? 'risk' : 'plain', text: `It promises ${is} ${name}; it promised ${was}.` }];
  });
}

function byName({ capabilities }: AgentManifest): Map<string, Capability> {
  return new Map(capabilities.map((capability) => [capability.name, capability]));
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host || new URL(address).protocol : address;
}
