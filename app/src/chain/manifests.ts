import { type AgentManifest, ManifestInvalid, manifestHash, parseManifest } from '@agent-labs/sdk';
import { Buffer } from 'buffer';
import { isLocal } from '../data/config.js';

/** A manifest that was read, with what the chain will know it by. */
export interface ReadManifest {
  manifest: AgentManifest;
  /** hexadecimal */
  hash: string;
}

/** What is wrong with a file, each thing with its place in it. */
export interface FileProblems {
  problems: { path: string; message: string }[];
}

/** Bytes of a manifest file at most. */
const LARGEST = 64 * 1024;

/** Reads a manifest out of a file that a person chose. */
export async function readManifestFile(file: File): Promise<ReadManifest | FileProblems> {
  if (file.size > LARGEST) {
    return { problems: [{ path: '', message: `has ${file.size} bytes; a manifest has at most ${LARGEST}` }] };
  }
  try {
    return read(await file.text());
  } catch (error) {
    if (!(error instanceof ManifestInvalid)) throw error;
    return { problems: [...error.problems] };
  }
}

/**
 * Holds a manifest that somebody served against the hash on the chain.
 * @returns the manifest, or null where it is another than the one that was published
 */
export function checkManifest(served: unknown, hash: string): AgentManifest | null {
  try {
    const found = read(served);
    return found.hash === hash ? found.manifest : null;
  } catch (error) {
    if (!(error instanceof ManifestInvalid)) throw error;
    return null;
  }
}

function read(json: unknown): ReadManifest {
  const manifest = parseManifest(json, { allowPrivateEndpoints: isLocal() });
  return { manifest, hash: Buffer.from(manifestHash(manifest)).toString('hex') };
}
