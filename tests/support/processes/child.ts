import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface Child {
  readonly process: ChildProcess;
  /** Everything it has said so far, on either stream. */
  readonly said: () => string;
  /** Resolves with the first match in what it says; rejects when it ends before. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Runs a TypeScript file of this project in a process of its own, without npm between. */
export function runScript(file: string, environment: Readonly<Record<string, string>>, args: readonly string[] = []): Child {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', join(process.cwd(), file), ...args], { env: { NODE_ENV: 'test', PATH, HOME, ...environment } });
  let text = '';
  const listeners = new Set<() => void>();
  const onText = (chunk: Buffer) => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', onText);
  child.stderr.on('data', onText);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(code ?? signal);
    });
  });
  return {
    process: child,
    said: () => text,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then(() => {
          reject(new Error(`It ended before it said ${String(pattern)}:
${text}`));
        });
      }),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}
