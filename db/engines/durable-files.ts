import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = Awaited<ReturnType<NodeFS['init']>>;

/**
 * PGlite's folder with an fsync that reaches the disk. As delivered (0.5), PGlite starts PostgreSQL with -F, which
 * leaves fsync out, and its file layer has none: what is committed would survive a killed process, not a power cut.
 */
export class DurableFiles extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): Promise<Init> {
    const { emscriptenOpts } = await super.init(...args);
    const addFsync = (module: NodeFileModule) => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) fsyncSync(stream.nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } } as Init;
  }
}

/** PGlite's own start parameters, but with fsync on, by the one of its methods that ends in `DurableFiles`. */
export function durableStartParams(engine: typeof PGlite): string[] {
  return [...engine.defaultStartParams.filter((parameter) => parameter !== '-F'), '-c', 'wal_sync_method=fsync'];
}

/** The part of Emscripten's file layer that is missing a function; `nfd` is the descriptor of the real file. */
interface NodeFileModule {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd?: number }) => number } };
}
