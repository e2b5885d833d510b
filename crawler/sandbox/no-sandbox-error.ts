import { LocalFaultError } from '../../domain/errors.ts';

/** Nothing here can keep a stranger's program apart from the host. */
export class NoSandboxError extends LocalFaultError {
  override name = 'NoSandboxError';
}
