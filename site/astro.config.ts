import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';

// ASSAY_SNAPSHOT (the catalogue to show) and ASSAY_SITE_CACHE are set by build-site and dev-site.
const cacheDir = process.env.ASSAY_SITE_CACHE ?? fileURLToPath(new URL('../.data/site-cache/', import.meta.url));

export default defineConfig({
  srcDir: './src',
  publicDir: './public',
  outDir: '../.data/site-unused',
  cacheDir,
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  vite: {
    cacheDir,
    build: { assetsInlineLimit: 0 },
    server: { fs: { allow: ['..'] } },
  },
});
