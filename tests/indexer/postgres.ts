import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const HOME = '/usr/lib/postgresql';

/** A PostgreSQL server of the tests' own, on a socket in a directory that goes with it. */
export interface TestServer {
  /** Address of a database that was just made. */
  database(): string;
  stop(): void;
}

/** Where this machine has a server's programs; null where it has none. */
function programs(): string | null {
  if (!existsSync(HOME)) return null;
  const versions = readdirSync(HOME).sort((a, b) => Number(b) - Number(a));
  return (
    versions.map((version) => join(HOME, version, 'bin')).find((at) => existsSync(join(at, 'initdb'))) ?? null
  );
}

/** null where there is no server on this machine: the suite says so, and runs on PGlite alone. */
export function startPostgres(): TestServer | null {
  const bin = programs();
  if (bin === null) return null;
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-pg-'));
  // the server refuses to run as root
  const asRoot = userInfo().uid === 0;
  if (asRoot) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })),
    );
    chownSync(directory, uid as number, gid as number);
  }
  const run = (program: string, args: string[]) => {
    const command = asRoot
      ? ['runuser', '-u', 'postgres', '--', join(bin, program), ...args]
      : [join(bin, program), ...args];
    const { status, stderr, stdout } = spawnSync(command[0] as string, command.slice(1), {
      encoding: 'utf8',
      cwd: directory,
    });
    if (status !== 0) throw new Error(`${program} failed: ${stdout}${stderr}`);
  };
  const data = join(directory, 'data');
  run('initdb', ['-D', data, '-U', 'tests', '--auth=trust', '-E', 'UTF8', '--no-sync']);
  const options = `-c listen_addresses= -c unix_socket_directories=${directory} -c fsync=off`;
  run('pg_ctl', ['-D', data, '-w', '-t', '120', '-l', join(directory, 'log'), '-o', options, 'start']);
  let made = 0;
  return {
    database: () => {
      made += 1;
      run('createdb', ['-h', directory, '-U', 'tests', `indexer_${made}`]);
      return `postgresql://tests@localhost/indexer_${made}?host=${encodeURIComponent(directory)}`;
    },
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
