import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { Refused, uncharged } from '../refused.js';

/** Failures in a row after which an agent is left alone, and for how long, milliseconds. */
const FAILURES = 5;
const PAUSE = 5_000;
const MOST_AGENTS = 10_000;

/** Leaves an agent that does not answer alone for a while, rather than have every caller wait for it. */
export class Breakers {
  readonly #breakers = new Map<string, CircuitBreakerPolicy>();

  /** @throws Refused `AgentUnavailable`, uncharged, while the agent is left alone */
  async run<T>(agent: string, work: () => Promise<T>): Promise<T> {
    try {
      return await this.#breaker(agent).execute(work);
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      const message = `the agent did not answer ${FAILURES} times in a row; try again in a few seconds`;
      throw uncharged(503, 'AgentUnavailable', message, {
        headers: { 'retry-after': String(PAUSE / 1_000) },
      });
    }
  }

  #breaker(agent: string): CircuitBreakerPolicy {
    const known = this.#breakers.get(agent);
    if (known !== undefined) return known;
    const silent = handleWhen((error) => error instanceof Refused && SILENCE.has(error.code));
    const made = circuitBreaker(silent, { halfOpenAfter: PAUSE, breaker: new ConsecutiveBreaker(FAILURES) });
    this.#breakers.set(agent, made);
    const [oldest] = this.#breakers.keys();
    if (this.#breakers.size > MOST_AGENTS && oldest !== undefined) this.#breakers.delete(oldest);
    return made;
  }
}

const SILENCE = new Set(['AgentUnreachable', 'AgentSilent']);
