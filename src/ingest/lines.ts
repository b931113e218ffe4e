import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { changedError, type InputFile, unreadable } from './input-file.js';

/** A line longer than this is refused; its text is not kept. */
export const MAX_LINE_BYTES = 1024 * 1024;
const EXCERPT_BYTES = 200;
const CHUNK_BYTES = 256 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** One line of a file as bytes, without its end. */
export interface Line {
  /** from 1 */
  readonly number: number;
  /** where in the file its bytes begin */
  readonly offset: number;
  /** of a line that is too long, only the beginning */
  readonly bytes: Buffer;
  readonly tooLong: boolean;
  /** whether a line feed follows: the last line of a file may lack it, and may be cut off */
  readonly ended: boolean;
}

/** The lines of a file, as many at a time as a chunk holds. At most one line is kept between chunks. */
export async function* readLines(file: InputFile): AsyncGenerator<readonly Line[]> {
  try {
    await checkUnchanged(file);
    const splitter = lineSplitter();
    if (file.size > 0) {
      const stream = createReadStream(file.path, { highWaterMark: CHUNK_BYTES, end: file.size - 1 });
      for await (const chunk of stream as AsyncIterable<Buffer>) yield splitter.push(chunk);
    }
    yield splitter.end();
    await checkUnchanged(file);
  } catch (error) {
    throw unreadable(file.name, error);
  }
}

async function checkUnchanged(file: InputFile): Promise<void> {
  const { size, mtimeMs } = await stat(file.path);
  if (size !== file.size || mtimeMs !== file.mtimeMs) throw changedError(file);
}

export interface LineSplitter {
  push(chunk: Buffer): Line[];
  /** the last line, if no line feed ended it */
  end(): Line[];
}

/** Cuts bytes into lines however they come; a carriage return before the line feed belongs to the line's end. */
export function lineSplitter(): LineSplitter {
  let number = 1;
  // of the line that is being read: where it begins, how long it is so far, and what is kept of it
  let offset = 0;
  let length = 0;
  let kept: Buffer[] = [];

  const keep = (part: Buffer) => {
    if (part.length === 0) return;
    if (length <= MAX_LINE_BYTES) kept.push(part);
    length += part.length;
    if (length > MAX_LINE_BYTES && kept.length > 0) {
      kept = [Buffer.from(Buffer.concat(kept).subarray(0, EXCERPT_BYTES))];
    }
  };
  const take = (ended: boolean): Line => {
    const [only] = kept;
    const bytes = kept.length === 1 && only ? only : Buffer.concat(kept);
    const tooLong = length > MAX_LINE_BYTES;
    const start = number === 1 && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    const end = bytes.length - (bytes.at(-1) === CARRIAGE_RETURN ? 1 : 0);
    const line: Line = { number, offset: offset + start, bytes: bytes.subarray(start, end), tooLong, ended };
    number += 1;
    offset += length + 1;
    length = 0;
    kept = [];
    return line;
  };

  return {
    push(chunk) {
      const lines: Line[] = [];
      let start = 0;
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
        keep(chunk.subarray(start, end));
        lines.push(take(true));
        start = end + 1;
      }
      keep(chunk.subarray(start));
      return lines;
    },
    end: () => (length === 0 ? [] : [take(false)]),
  };
}
