/** How far the chain's clock is before the host's, seconds: a local chain's is moved by hand. */
let offset = 0;

/** Told whenever the chain's clock was read. */
export function setChainClock(unixTime: number): void {
  offset = unixTime - Math.floor(Date.now() / 1_000);
}

/** The chain's time as far as it is known, Unix seconds. */
export function chainClock(): number {
  return Math.floor(Date.now() / 1_000) + offset;
}
