/** Milliseconds a slot takes. */
export const SLOT_MS = 400n;

/** How far to move a chain's clock. */
export interface Advance {
  /** Whole seconds, not negative; without it, what the slots take. */
  seconds?: bigint | number;
  /** Whole slots; without it, as many as the seconds hold. At least one slot always passes. */
  slots?: bigint | number;
}

export interface ClockStep {
  seconds: bigint;
  slots: bigint;
  /** milliseconds left over, to hand to the next step */
  carryMs: bigint;
}

/**
 * What an advance comes to: slot and time move together, about 400 ms a slot.
 * @param carryMs milliseconds left over from the step before
 * @throws RangeError when a number is negative or not whole
 */
export function clockStep(advance: Advance, carryMs: bigint): ClockStep {
  const seconds = advance.seconds === undefined ? null : BigInt(advance.seconds);
  const given = advance.slots === undefined ? null : BigInt(advance.slots);
  if ((seconds ?? 0n) < 0n || (given ?? 0n) < 0n) throw new RangeError('time moves forward only');
  const wanted = given ?? ((seconds ?? 0n) * 1000n) / SLOT_MS;
  const slots = wanted < 1n ? 1n : wanted;
  if (seconds !== null) return { seconds, slots, carryMs };
  const passedMs = carryMs + slots * SLOT_MS;
  return { seconds: passedMs / 1000n, slots, carryMs: passedMs % 1000n };
}
