import { z } from 'zod';
import { readProcess } from '../sandbox/process-tree.ts';

const schema = z.object({ folder: z.string(), pid: z.number(), start: z.string() });

/** What a process says of a folder, for other processes to read; `start` tells it from a later one of its number. */
export type ProcessNote = z.infer<typeof schema>;

export function writtenNote(folder: string): string {
  const note: ProcessNote = { folder, pid: process.pid, start: readProcess(process.pid)?.startTime ?? '' };
  return JSON.stringify(note);
}

/** The note, if the process that wrote it lives. */
export function readLivingNote(text: string): ProcessNote | null {
  const note = parse(text);
  return note && readProcess(note.pid)?.startTime === note.start ? note : null;
}

function parse(text: string): ProcessNote | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
