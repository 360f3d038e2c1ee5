import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What can follow a command, by its path; the empty path is the program's. */
function words(command: Command, path: string[] = []): Map<string, string[]> {
  const own = [
    ...command.commands.flatMap((sub) => [sub.name(), ...sub.aliases()]),
    ...command.options.flatMap(({ long }) => (long ? [long] : [])),
  ];
  const found = new Map([[path.join(' '), own]]);
  for (const sub of command.commands) {
    for (const [key, value] of words(sub, [...path, sub.name()])) found.set(key, value);
  }
  return found;
}

const GLOBALS = '';

/** A script for a shell's start-up file. */
export function scriptFor(shell: Shell, program: Command): string {
  const known = words(program);
  const globals = (known.get(GLOBALS) ?? []).filter((word) => word.startsWith('--'));
  const cases = [...known].map(([path, own]) => {
    const all = path === GLOBALS ? own : [...own, ...globals];
    return { path, all: all.join(' ') };
  });
  const name = program.name();
  if (shell === 'fish') return fish(name, cases);
  const body = `_${name}_words() {
  case "$1" in
${cases.map(({ path, all }) => `    "${path}") echo "${all}" ;;`).join('\n')}
    *) echo "${globals.join(' ')}" ;;
  esac
}
`;
  return shell === 'bash' ? bash(name, body) : zsh(name, body);
}

/** The words before the cursor that are no options, and no value of one, are the command's path. */
function bash(name: string, body: string): string {
  return `# agentlabs completion bash >> ~/.bashrc
${body}_${name}_complete() {
  local chosen="" word at
  for ((at = 1; at < COMP_CWORD; at += 1)); do
    word="\${COMP_WORDS[at]}"
    [[ "$word" == -* ]] && continue
    [[ " $(_${name}_words "$chosen") " == *" $word "* ]] && chosen="\${chosen:+$chosen }$word"
  done
  COMPREPLY=($(compgen -W "$(_${name}_words "$chosen")" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _${name}_complete ${name}
`;
}

function zsh(name: string, body: string): string {
  return `#compdef ${name}
# agentlabs completion zsh > a file _agentlabs in a directory of $fpath
${body}_${name}_complete() {
  local chosen="" word
  for word in \${words[2,CURRENT-1]}; do
    [[ "$word" == -* ]] && continue
    [[ " $(_${name}_words "$chosen") " == *" $word "* ]] && chosen="\${chosen:+$chosen }$word"
  done
  compadd -- \${(s: :)"$(_${name}_words "$chosen")"}
  _files
}
compdef _${name}_complete ${name}
`;
}

function fish(name: string, cases: { path: string; all: string }[]): string {
  return `# agentlabs completion fish > ~/.config/fish/completions/agentlabs.fish
function __${name}_words
  switch "$argv"
${cases.map(({ path, all }) => `    case '${path}'\n      string split ' ' '${all}'`).join('\n')}
  end
end
function __${name}_complete
  set -l chosen
  for word in (commandline -opc)[2..]
    string match -q -- '-*' $word; and continue
    contains -- $word (__${name}_words $chosen); and set chosen $chosen $word
  end
  __${name}_words $chosen
end
complete -c ${name} -f -a '(__${name}_complete)'
`;
}
