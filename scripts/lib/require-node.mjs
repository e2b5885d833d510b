// Loaded before every script, in plain JavaScript: an older Node must be able to read it and say what is wrong.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Expected Node 24, which comes with the project; got Node ${process.versions.node}. ` +
      'Run: npm rebuild node --ignore-scripts=false --foreground-scripts',
  );
  process.exit(3);
}
