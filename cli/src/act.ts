import type { Command } from 'commander';
import { Context, type GlobalOptions } from './context.js';
import type { Shown } from './values.js';

/** What a command does: its arguments as typed, its options last. It answers with nothing where it wrote by itself. */
export type Work<A extends unknown[]> = (context: Context, ...given: A) => Promise<Shown | undefined>;

/** Makes commander's action of a command's work. */
export type Act = <A extends unknown[]>(work: Work<A>) => (...given: unknown[]) => Promise<void>;

/** What a run came to, for `main` to tell. */
export interface Run {
  context: Context | null;
  result: Shown | undefined;
}

/** @param run is filled by the command that runs */
export function actOf(run: Run, signal: AbortSignal): Act {
  return <A extends unknown[]>(work: Work<A>) =>
    async (...given: unknown[]) => {
      const command = given.at(-1) as Command;
      const context = new Context(command.optsWithGlobals<GlobalOptions>(), pathOf(command), signal);
      run.context = context;
      // commander gives arguments, options and the command itself, which is what the work was typed for
      run.result = await work(context, ...(given.slice(0, -1) as A));
    };
}

/** `mandate open`, without the program's own name. */
export function pathOf(command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at?.parent; at = at.parent) names.unshift(at.name());
  return names.join(' ');
}
