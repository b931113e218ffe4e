import { setTimeout as sleep } from 'node:timers/promises';

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Resolves to true as soon as `test` holds, to false if it does not within `limit` milliseconds.
 * @param {() => boolean | Promise<boolean>} test
 * @param {number} limit
 */
export async function waitUntil(test, limit) {
  const end = performance.now() + limit;
  while (!(await test())) {
    if (performance.now() > end) return false;
    await sleep(200);
  }
  return true;
}
