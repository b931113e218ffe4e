import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const COMMAND = [
  process.execPath,
  '--import',
  path('../../node_modules/tsx/dist/esm/index.mjs'),
  path('../../src/cli/main.ts'),
];

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface CommandOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** the largest file it may write, in blocks of 1,024 bytes: beyond it a write fails as on a full disk */
  readonly fileLimit?: number | undefined;
}

const started: ChildProcess[] = [];

/** Ends whatever was started. */
export function endCommands(): void {
  for (const child of started.splice(0)) child.kill('SIGKILL');
}

/** `demarche` as people run it: a process with arguments, an environment, standard streams and an exit status. */
export function startCommand(args: readonly string[], { cwd, env, fileLimit }: CommandOptions) {
  const { NEO4J_URI: _, ...ours } = process.env;
  const command = [...COMMAND, ...args];
  const [program = '', ...rest] =
    fileLimit === undefined
      ? command
      : ['bash', '-c', `ulimit -f ${fileLimit}; exec "$@"`, 'bash', ...command];
  const child = spawn(program, rest, { cwd, env: { ...ours, PORT: '0', LOG_LEVEL: 'error', ...env } });
  started.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
  return { child, ended, printed: () => stdout };
}
