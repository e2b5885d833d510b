// Logs without end.
const lines = 'all work and no play\n'.repeat(1000);
const flood = () => {
  while (process.stderr.write(lines));
  process.stderr.once('drain', flood);
};
flood();
