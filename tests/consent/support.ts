import { type RegistryFixture, registryFixture, startProgramChain, TEST_WINDOWS } from '../fixtures/registry';

/** Keyed hashes as a client would make them. */
export const PURPOSE = new Uint8Array(32).fill(1);
export const TERMS = new Uint8Array(32).fill(2);
export const ZEROS = new Uint8Array(32);
export const DAY = 86_400n;

/** One chain of LiteSVM with a registry whose agent does not go stale. Call it in a file's `describe`. */
export function sharedRegistry(): () => RegistryFixture {
  let registry: RegistryFixture;
  before(async () => {
    const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
    registry = await registryFixture(await startProgramChain('litesvm'), { settings: { windows } });
  });
  return () => registry;
}
