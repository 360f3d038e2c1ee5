import type { Command } from 'commander';
import type { Act } from '../act.js';
import { pathOf } from '../act.js';
import { choice } from '../arguments.js';
import { SHELLS, scriptFor } from '../completion.js';
import type { Shown, ShownRecord } from '../values.js';

export function completionCommand(program: Command, act: Act): void {
  program
    .command('completion')
    .description('script that completes commands and options in a shell')
    .argument('<shell>', SHELLS.join(', '))
    .action(
      act(async (context, shell: string): Promise<Shown | undefined> => {
        const script = scriptFor(choice(shell, 'the shell', SHELLS), program);
        if (context.options.json) return { script };
        process.stdout.write(script);
        return undefined;
      }),
    );
  program
    .command('commands')
    .description('every command with its arguments and options')
    .action(act(async (): Promise<Shown> => ({ commands: leaves(program).map(described) })));
}

/** Commands that do something, in the order of the help. */
export function leaves(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
}

function described(command: Command): ShownRecord {
  return {
    command: pathOf(command),
    arguments: command.registeredArguments.map((argument) => {
      const named = argument.variadic ? `${argument.name()}...` : argument.name();
      return argument.required ? `<${named}>` : `[${named}]`;
    }),
    options: command.options.map(({ flags }) => flags),
    description: command.description(),
  };
}
