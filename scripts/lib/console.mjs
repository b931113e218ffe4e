/** What the scripts say to a person: always on stderr, so that stdout belongs to the command being run. */

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Ends the process with a plain message: 1 the work failed, 2 something is missing or wrongly used.
 * @param {1 | 2} status
 * @param {string} message
 * @returns {never}
 */
export function stop(status, message) {
  say(message);
  process.exit(status);
}

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {number} since a value of `performance.now()` */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
