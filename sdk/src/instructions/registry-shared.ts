import type { Deployment } from '../deployment.js';
import { registryIdl } from '../generated/registry.js';
import { eventAuthority } from '../idl.js';

/** The accounts that every instruction of the registry emits its event through. */
export function eventAccounts(deployment: Deployment) {
  return { eventAuthority: eventAuthority(deployment.registry), program: deployment.registry };
}

/** 32 bytes for Anchor, which would encode any other number of them. @throws TypeError for other lengths */
export function bytes32(bytes: Uint8Array, what: string): number[] {
  if (bytes.length !== 32) throw new TypeError(`${what} must be 32 bytes, got ${bytes.length}`);
  return Array.from(bytes);
}

/** A number that the registry's IDL carries as a constant. */
export function idlNumber(name: string): number {
  const constant = registryIdl.constants.find((entry) => entry.name === name);
  if (constant === undefined) throw new Error(`IDL of registry has no constant ${name}`);
  return Number(constant.value);
}
