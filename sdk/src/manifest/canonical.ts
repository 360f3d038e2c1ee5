import canonicalizeModule from 'canonicalize';
import { sha256 } from '#crypto';
import { utf8 } from '../voucher/bytes.js';
import type { AgentManifest } from './types.js';

// the package's types say `default`, its code exports the function itself
const canonicalize = canonicalizeModule as unknown as (input: unknown) => string | undefined;

/**
 * The one text of a manifest by RFC 8785: sorted names, no white space.
 * @param manifest as parseManifest returned it
 */
export function canonicalManifest(manifest: AgentManifest): string {
  const text = canonicalize(manifest);
  if (text === undefined) throw new TypeError('a manifest must be an object');
  return text;
}

/** SHA-256 of the canonical text, 32 bytes: what a version carries on chain. */
export function manifestHash(manifest: AgentManifest): Uint8Array {
  return sha256(utf8(canonicalManifest(manifest), 'manifest'));
}
