/**
 * A file that only grows, a JSON object a line. Several processes may append at a time: a batch of
 * lines is one write with O_APPEND. Nothing in it is ever changed or cut off. What a writer that died,
 * or a full disk, has left of a line is closed with a line feed by whoever writes next; readers skip it.
 */
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isCode, syncFolderNow } from './atomic-file.ts';

const LINE_FEED = 0x0a;
const NEW_LINE = Buffer.from([LINE_FEED]);

/** Nothing that was written here is so long, in bytes; a damaged file may be one endless line. */
const LONGEST_LINE = 32 * 1024 * 1024;
const CHUNK = 1024 * 1024;

interface Waiting {
  readonly text: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Bytes from an offset to the end of the file, as it is now. */
async function readFrom(handle: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, to - from));
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
  return bytes.subarray(0, bytesRead);
}

async function endsInHalf(handle: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return false;
  const last = await readFrom(handle, size - 1, size);
  return last[0] !== LINE_FEED;
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    written += (await handle.write(bytes, written)).bytesWritten;
  }
}

/** Whether lines that were appended to a file of a size start on a line of their own. */
async function areWhole(handle: FileHandle, bytes: Buffer, before: number): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === before + bytes.length) return true;
  // Another process wrote in between: it may have died in the middle of its line, just before ours.
  const from = Math.max(0, before - 1);
  const tail = await readFrom(handle, from, size);
  return tail.includes(Buffer.concat([NEW_LINE, bytes]));
}

/** Appends whole lines. Repeated ones are possible where two processes meet, glued ones are not. */
async function appendTo(handle: FileHandle, lines: Buffer): Promise<void> {
  const { size } = await handle.stat();
  const half = await endsInHalf(handle, size);
  const bytes = half ? Buffer.concat([NEW_LINE, lines]) : lines;
  await writeAll(handle, bytes);
  if (!(await areWhole(handle, bytes, size))) {
    await writeAll(handle, Buffer.concat([NEW_LINE, lines]));
  }
  await handle.sync();
}

export class AppendedLines {
  private readonly path: string;
  private readonly prepare: () => void | Promise<void>;
  private waiting: Waiting[] = [];
  private writing = false;
  /** The file's name is on the disk. */
  private named = false;

  /** @param prepare makes the file's folder; runs before every write, for somebody may remove it */
  constructor(path: string, prepare: () => void | Promise<void>) {
    this.path = path;
    this.prepare = prepare;
  }

  /**
   * Appends values as lines, in the order of the calls; on the disk when it resolves. Calls that come
   * while another write is under way share the next one. Rejects with the system's error; some of the
   * lines may be in the file then.
   */
  append(values: readonly object[]): Promise<void> {
    if (values.length === 0) return Promise.resolve();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
    this.waiting.push({ text, resolve, reject });
    if (!this.writing) void this.writeWaiting();
    return promise;
  }

  private async writeWaiting(): Promise<void> {
    this.writing = true;
    // What is appended in the same moment comes along.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.write(Buffer.from(batch.map(({ text }) => text).join('')));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.writing = false;
  }

  private async write(lines: Buffer): Promise<void> {
    await this.prepare();
    // Opened each time: it costs little beside the fsync, and a file that was removed is made again.
    const handle = await open(this.path, 'a+', 0o600);
    try {
      const { size } = await handle.stat();
      await appendTo(handle, lines);
      if (size === 0 || !this.named) syncFolderNow(dirname(this.path));
      this.named = true;
    } finally {
      await handle.close();
    }
  }
}

/** Cuts chunks into lines; of a line that is too long only its end is looked for. */
class LineCutter {
  private parts: Buffer[] = [];
  private length = 0;
  private readonly take: (line: Buffer) => void;

  constructor(take: (line: Buffer) => void) {
    this.take = take;
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      this.hold(chunk.subarray(from, at));
      this.end();
      from = at + 1;
    }
    this.hold(chunk.subarray(from));
  }

  /** The end of a line, or of the file. */
  end(): void {
    const [only] = this.parts;
    if (only !== undefined && this.length <= LONGEST_LINE) {
      this.take(this.parts.length === 1 ? only : Buffer.concat(this.parts));
    }
    this.parts = [];
    this.length = 0;
  }

  private hold(part: Buffer): void {
    if (part.length === 0) return;
    this.length += part.length;
    if (this.length > LONGEST_LINE) this.parts = [];
    else this.parts.push(part);
  }
}

/**
 * Hands out a file's lines one by one, without holding more than one; none when there is no file. The
 * last one may be half a line.
 * @param take is handed bytes that it may look at, but not keep
 */
export async function eachLine(path: string, take: (line: Buffer) => void): Promise<void> {
  const cutter = new LineCutter(take);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      cutter.push(chunk as Buffer);
    }
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  cutter.end();
}

/** The value that a line holds, or undefined for a damaged one. */
export function valueOf(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}
