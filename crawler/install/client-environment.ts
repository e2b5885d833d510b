/**
 * Variables of the clients' own families that stay: where the registry is, how to reach it and where the user's
 * settings lie. Everything else of a family would change what a command does: an outer `npm run --json` exports
 * `npm_config_json`, and `PIP_TARGET` or `PIP_NO_BINARY` would redirect or reopen an installation.
 */
const families: ReadonlyArray<{ prefix: RegExp; kept: RegExp }> = [
  {
    prefix: /^npm_/i,
    kept: /^npm_config_(registry|.*:registry|\/\/.*|proxy|https?[_-]proxy|noproxy|cafile|ca|cert|key|strict[_-]ssl|userconfig|globalconfig|cache|fetch[_-].*|offline|prefer[_-]offline|before|min[_-]release[_-]age)$/i,
  },
  {
    prefix: /^pip_/i,
    kept: /^pip_(index_url|extra_index_url|find_links|no_index|trusted_host|cert|client_cert|proxy|config_file|default_timeout|timeout|retries|cache_dir|no_cache_dir|keyring_provider|use_feature)$/i,
  },
  {
    prefix: /^uv_/i,
    kept: /^uv_(index.*|default_index|extra_index_url|find_links|config_file|native_tls|system_certs|insecure_host|http_timeout|cache_dir|keyring_provider|offline|exclude_newer)$/i,
  },
];

/** Variables that would make a client, or the runtime it runs on, look elsewhere or speak another dialect. */
const dropped = /^(INIT_CWD|NODE_TEST_CONTEXT|NODE_CHANNEL_FD|NODE_V8_COVERAGE|PYTHON.*|VIRTUAL_ENV|CONDA_PREFIX)$/;

/** The user's environment for a registry's client, which runs no code of a package: credentials stay in it. */
export function clientEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => {
      if (dropped.test(name)) return false;
      const family = families.find((each) => each.prefix.test(name));
      return !family || family.kept.test(name);
    }),
  );
}
